// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/census_xml.h"
#include "readers/read.h"

#include "base/digest.h"

#include "table_fixtures.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace readers;
using catalogue::Term;

namespace {

class Collected : public Sink {
public:
    base::Result<void> entry(int /*part*/, int pupil, record::Entry entry) override
    {
        pupils.push_back(pupil);
        entries.push_back(std::move(entry));
        return {};
    }
    [[nodiscard]] std::vector<record::Entry> of(const QString& collection) const
    {
        std::vector<record::Entry> found;
        std::copy_if(entries.begin(), entries.end(), std::back_inserter(found),
                     [&](const record::Entry& entry) { return entry.collection == collection; });
        return found;
    }

    std::vector<int> pupils;
    std::vector<record::Entry> entries;
};

const record::Value* named(const record::Entry& entry, const QString& name)
{
    const auto found = std::find_if(entry.values.begin(), entry.values.end(),
                                    [&](const record::Value& value) { return value.name == name; });
    return found == entry.values.end() ? nullptr : &*found;
}

QByteArray header(const QByteArray& term, const QByteArray& year, const QByteArray& day)
{
    return "<Header><CollectionDetails><Collection>SC</Collection><Term>" + term + "</Term><Year>" + year +
           "</Year><ReferenceDate>" + day +
           "</ReferenceDate></CollectionDetails><Source><SourceLevel>S</SourceLevel><LEA>000</LEA><Estab>4001</Estab>"
           "</Source></Header>";
}

QByteArray identity(const QByteArray& upn, const QByteArray& forename, const QByteArray& born)
{
    return "<PupilIdentifiers><UPN>" + upn + "</UPN><Surname>Test</Surname><Forename>" + forename + "</Forename><DOB>" +
           born + "</DOB><Gender>F</Gender></PupilIdentifiers>";
}

const auto mine = R"(
  <PupilCharacteristics><Ethnicity>MWBA</Ethnicity><EthnicitySource>P</EthnicitySource><Language>ENG</Language>
   <FSMperiods><FSMperiod><FSMstartDate>2009-09-01</FSMstartDate><UKcountry>ENG</UKcountry></FSMperiod></FSMperiods>
   <Colour>green</Colour></PupilCharacteristics>
  <PupilStatus><EnrolStatus>C</EnrolStatus><EntryDate>2009-09-03</EntryDate><NCyearActual>4</NCyearActual></PupilStatus>
  <SpecialEducationalNeeds><SENprovision>P</SENprovision><SENNeeds><SENNeed><SENtypeRank>1</SENtypeRank><SENtype>SLCN</SENtype>
   </SENNeed><SENNeed><SENtypeRank>2</SENtypeRank><SENtype>HI</SENtype></SENNeed></SENNeeds></SpecialEducationalNeeds>
  <Exclusions><TermlyExclusions><TermlyExclusion><Category>FIXD</Category><Reason>DB</Reason><StartDate>2010-11-18</StartDate>
   <Sessions>2</Sessions></TermlyExclusion></TermlyExclusions></Exclusions>
  <Attendance><TermlyAttendance><SessionsPossible>142</SessionsPossible><SessionDetails><SessionDetail><AttendanceReason>I
   </AttendanceReason><AbsenceSessions>6</AbsenceSessions></SessionDetail></SessionDetails><SessionsAuthorised>6
   </SessionsAuthorised></TermlyAttendance></Attendance>
  <HomeInformation><Address><BS7666Address><PAON>12</PAON></BS7666Address><PostCode>ZZ99 9ZZ</PostCode></Address></HomeInformation>
  <Contacts><Contact><Surname>Secretname</Surname></Contact></Contacts>)"_ba;

QByteArray message(const QByteArray& head, const QByteArray& onRoll, const QByteArray& noLonger = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message>" + head +
           "<School><SchoolName>Kingsfell</SchoolName><HeadTeacher>Ms "
           "Head</HeadTeacher></School>\n<Pupils><PupilsOnRoll>" +
           onRoll + "</PupilsOnRoll><PupilsNoLongerOnRoll>" + noLonger + "</PupilsNoLongerOnRoll></Pupils></Message>";
}

QByteArray onRoll(const QByteArray& inside)
{
    return "<PupilOnRoll>" + inside + "</PupilOnRoll>";
}

record::Selection ada()
{
    record::Selection selection;
    selection.person.name = u"Ada Test"_s;
    selection.person.born = QDate(2001, 10, 14);
    return selection;
}

base::Result<ReadReport> readBytes(const QByteArray& bytes, const record::Selection& selection, Collected& sink)
{
    Source source;
    fixtures::keepSeed(bytes);
    source.parts.push_back(bufferPart(u"census.xml"_s, bytes));
    return read(source, selection, sink);
}

} // namespace

class TestCensusXml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // A dialect with the pupils inside the school's part must not keep the school's part whole.
    void pupilsInsideTheSchool()
    {
        const QByteArray bytes =
            "<Message>" + header("SPR", "2011", "2011-01-20") +
            "<School><SchoolName>Kingsfell</SchoolName><PupilsOnRoll>" +
            onRoll(identity("B000400107002", "Ben", "2001-11-11") + "<Secret>Benonly</Secret>") +
            onRoll(identity("A000400107001", "Ada", "2001-10-14") + "<PupilStatus><EnrolStatus>C</EnrolStatus></PupilStatus>") +
            "</PupilsOnRoll></School></Message>";
        Collected sink;
        const auto report = readBytes(bytes, ada(), sink);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->otherPupils, 1);
        const auto counts = sink.of(u"SC"_s);
        QCOMPARE(counts.size(), std::size_t(1));
        QCOMPARE(named(counts.front(), u"EnrolStatus"_s)->raw, u"C"_s);
        const ReadDocument& document = report->documents.front();
        QVERIFY(!document.kept.contains("Ben"));
        QVERIFY(document.kept.contains("A000400107001"));
        QVERIFY(document.document.withheldBytes > 0);
    }

    void wholePupil()
    {
        const QByteArray bytes = message(header("SPR", "2011", "2011-01-20"),
                                         onRoll(identity("B000400106001", "Ben", "2001-11-12")) +
                                             onRoll(identity("A000400106002", "Ada", "2001-10-14") + mine));
        Collected sink;
        const auto report = readBytes(bytes, ada(), sink);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        const ReadDocument& document = report->documents.front();
        QCOMPARE(document.document.format, u"census-xml"_s);
        QCOMPARE(document.document.version, u"SC SPR 2011"_s);
        QVERIFY(document.notTriedOnRealFile);
        QCOMPARE(document.document.sha256, base::sha256(bytes));
        QCOMPARE(report->otherPupils, 1);

        const auto census = sink.of(u"SC"_s);
        QCOMPARE(census.size(), std::size_t(1));
        const record::Entry& entry = census.front();
        QCOMPARE(entry.year->text(), u"2010/11"_s);
        QCOMPARE(entry.term, Term::Spring);
        QCOMPARE(entry.date, QDate(2011, 1, 20));
        QCOMPARE(entry.establishment, u"0004001"_s);
        QCOMPARE(named(entry, u"Ethnicity"_s)->item, u"Ethnicity_[term][yy]"_s);
        QCOMPARE(named(entry, u"EthnicitySource"_s)->item, u"EthnicitySource_[term][yy]"_s);
        QCOMPARE(named(entry, u"SENprovision"_s)->item, u"SENprovision_[term][yy]"_s);
        QCOMPARE(named(entry, u"SENtype"_s)->item, u"PrimarySENtype_[term][yy]"_s);
        QCOMPARE(named(entry, u"Gender"_s)->item, u"Gender_[term][yy]"_s);
        QCOMPARE(named(entry, u"EthnicitySource"_s)->where.path,
                 u"PupilOnRoll[2]/PupilCharacteristics/EthnicitySource"_s);
        QVERIFY(!named(entry, u"PAON"_s));
        QVERIFY(!named(entry, u"SessionsPossible"_s));

        const auto exclusions = sink.of(u"EXC"_s);
        QCOMPARE(exclusions.size(), std::size_t(1));
        QCOMPARE(exclusions.front().date, QDate(2010, 11, 18));
        QCOMPARE(exclusions.front().term, Term::Autumn);
        QCOMPARE(named(exclusions.front(), u"Reason"_s)->item, u"Reason_ex[yy]"_s);

        const auto absence = sink.of(u"ABS"_s);
        QCOMPARE(absence.size(), std::size_t(1));
        QCOMPARE(absence.front().term, Term::Autumn); // a spring return reports the autumn
        QCOMPARE(absence.front().year->text(), u"2010/11"_s);
        QCOMPARE(named(absence.front(), u"SessionsPossible"_s)->item, u"SessionsPossible_Autumn_ab[yy]"_s);
        QCOMPARE(named(absence.front(), u"AbsenceSessions"_s)->item, u"TermlyReasonI_Autumn_ab[yy]"_s);

        const auto addresses = sink.of(u"SCADDR"_s);
        QCOMPARE(addresses.size(), std::size_t(1));
        QCOMPARE(named(addresses.front(), u"PAON"_s)->item, u"PAON_[term][yy]"_s);

        QCOMPARE(document.unknown.size(), std::size_t(1));
        QCOMPARE(document.unknown.front().name, u"Colour"_s);
        QVERIFY(!document.kept.contains("Ben"));
        QVERIFY(!document.kept.contains("Secretname"));
        QVERIFY(!document.kept.contains("Ms Head"));
        QVERIFY(document.kept.contains("bytes, staff]"));
    }

    void times_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("year");
        QTest::addColumn<Term>("term");
        QTest::addColumn<QString>("absenceYear");
        QTest::addColumn<Term>("absenceTerm");
        QTest::newRow("autumn") << header("AUT", "2012", "2012-10-04") << u"2012/13"_s << Term::Autumn << u"2011/12"_s
                                << Term::Summer;
        QTest::newRow("spring") << header("SPR", "2013", "2013-01-17") << u"2012/13"_s << Term::Spring << u"2012/13"_s
                                << Term::Autumn;
        QTest::newRow("summer") << header("SUM", "2013", "2013-05-16") << u"2012/13"_s << Term::Summer << u"2012/13"_s
                                << Term::Spring;
        QTest::newRow("no date, autumn") << header("AUT", "2012", "") << u"2012/13"_s << Term::Autumn << u"2011/12"_s
                                         << Term::Summer;
        QTest::newRow("no date, spring") << header("SPR", "2013", "") << u"2012/13"_s << Term::Spring << u"2012/13"_s
                                         << Term::Autumn;
        QTest::newRow("no term") << header("", "2013", "2013-01-17") << u"2012/13"_s << Term::Spring << u"2012/13"_s
                                 << Term::Autumn;
    }

    void times()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const QString, year);
        QFETCH(const Term, term);
        QFETCH(const QString, absenceYear);
        QFETCH(const Term, absenceTerm);
        Collected sink;
        QVERIFY(readBytes(message(head, onRoll(identity("A000400106002", "Ada", "2001-10-14") + mine)), ada(), sink));
        QCOMPARE(sink.of(u"SC"_s).front().year->text(), year);
        QCOMPARE(sink.of(u"SC"_s).front().term, term);
        QCOMPARE(sink.of(u"ABS"_s).front().year->text(), absenceYear);
        QCOMPARE(sink.of(u"ABS"_s).front().term, absenceTerm);
    }

    void noLongerOnRoll()
    {
        Collected sink;
        const QByteArray left =
            "<PupilNoLongerOnRoll>" + identity("A000400106002", "Ada", "2001-10-14") +
            "<PupilStatus><LeavingDate>2010-12-17</LeavingDate></PupilStatus></PupilNoLongerOnRoll>";
        const auto report = readBytes(message(header("SPR", "2011", "2011-01-20"), {}, left), ada(), sink);
        QVERIFY(report);
        QCOMPARE(sink.entries.front().dataset, u"sc-xml:PupilNoLongerOnRoll"_s);
        QCOMPARE(named(sink.entries.front(), u"LeavingDate"_s)->item, u"LeavingDate_[term][yy]"_s);
    }

    void onePupilTwiceIsOne()
    {
        Collected sink;
        const QByteArray who = identity("A000400106002", "Ada", "2001-10-14");
        const auto report = readBytes(message(header("SPR", "2011", "2011-01-20"), onRoll(who),
                                              "<PupilNoLongerOnRoll>" + who + "</PupilNoLongerOnRoll>"),
                                      ada(), sink);
        QVERIFY(report);
        QCOMPARE(report->pupils.size(), std::size_t(1));
        QCOMPARE(report->pupils.front().entries, 2);
    }

    void choosing()
    {
        const QByteArray two =
            message(header("SPR", "2011", "2011-01-20"), onRoll(identity("A000400106002", "Ada", "2001-10-14")) +
                                                             onRoll(identity("B000400106003", "Ada", "2001-10-14")));
        Collected sink;
        const auto both = readBytes(two, ada(), sink);
        QVERIFY(!both);
        QCOMPARE(both.error().kind, base::ErrorKind::ChoiceNeeded);
        record::Selection nobody = ada();
        nobody.person.born = QDate(1999, 1, 1);
        const auto none = readBytes(two, nobody, sink);
        QVERIFY(!none);
        QCOMPARE(none.error().kind, base::ErrorKind::ChoiceNeeded);
        record::Selection everyone;
        everyone.everyone = true;
        Collected all;
        const auto report = readBytes(two, everyone, all);
        QVERIFY(report);
        QCOMPARE(report->pupils.size(), std::size_t(2));
        QCOMPARE(all.pupils, (std::vector<int>{0, 1}));
    }

    void damaged()
    {
        const QByteArray whole =
            message(header("SPR", "2011", "2011-01-20"), onRoll(identity("A000400106002", "Ada", "2001-10-14")));
        Collected sink;
        const auto report = readBytes(whole.first(whole.size() - 40), ada(), sink);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, base::ErrorKind::InputUnreadable);
        QVERIFY(!report.error().where.isEmpty());
    }

    void smallerReturns_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("element");
        QTest::addColumn<QString>("collection");
        QTest::addColumn<QString>("field");
        QTest::newRow("pupil referral unit") << QByteArray("PRU") << QByteArray("PupilOnRoll") << u"PRU"_s << u"PRU_Gender[yy]"_s;
        QTest::newRow("alternative provision") << QByteArray("AP") << QByteArray("Pupil") << u"AP"_s << u"AP_Gender"_s;
        QTest::newRow("alternative provision, other name") << QByteArray("APC") << QByteArray("APPupil") << u"AP"_s << u"AP_Gender"_s;
        QTest::newRow("early years") << QByteArray("EYC") << QByteArray("Child") << u"EYC"_s << QString();
    }
    void smallerReturns()
    {
        QFETCH(const QByteArray, written);
        QFETCH(const QByteArray, element);
        QFETCH(const QString, collection);
        QFETCH(const QString, field);
        const auto child = [&](const QByteArray& who, const QByteArray& more = {}) -> QByteArray { return "<" + element + ">" + who + more + "</" + element + ">"; };
        const QByteArray address = "<Address><PAON>12</PAON><PostCode>ZZ99 9ZZ</PostCode></Address><ParentalDetails><Parent><Surname>Secretname</Surname></Parent></ParentalDetails>";
        const QByteArray bytes = "<Message><Header><CollectionDetails><Collection>" + written +
                                 "</Collection><Year>2011</Year><ReferenceDate>2011-01-20</ReferenceDate></CollectionDetails><Source><LEA>000</LEA></Source></Header>"
                                 "<Setting><SettingDetails><URN>100001</URN></SettingDetails>" + child(identity("B000400106001", "Ben", "2001-11-12")) + "</Setting>"
                                 "<Setting>" + child(identity("A000400106002", "Ada", "2001-10-14"), address) + "</Setting></Message>";
        Collected sink;
        const auto report = readBytes(bytes, ada(), sink);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        const ReadDocument& document = report->documents.front();
        QVERIFY(document.notTriedOnRealFile);
        QCOMPARE(report->otherPupils, 1);
        QVERIFY(!document.kept.contains("Ben"));
        QVERIFY(!document.kept.contains("Secretname"));
        const auto own = sink.of(collection);
        QCOMPARE(own.size(), std::size_t(2)); // what is said of the child, and an address
        QCOMPARE(own.front().year->text(), u"2010/11"_s);
        QCOMPARE(own.front().term, Term::None);
        QCOMPARE(own.front().date, QDate(2011, 1, 20));
        QVERIFY(own.front().establishment.isEmpty()); // the first setting is not this child's
        QCOMPARE(named(own.front(), u"Gender"_s)->item, field);
        if (collection == u"AP")
            QCOMPARE(named(own.back(), u"PAON"_s)->item, u"AP_PAON"_s);
    }

    void otherReturnsAreLeftToOthers()
    {
        const QByteArray needs = "<Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails>"
                                 "</Header><Children/></Message>";
        QCOMPARE(censusXmlFormat().recognise(bufferPart(u"x"_s, needs), needs), 0);
    }
};

QTEST_GUILESS_MAIN(TestCensusXml)
#include "tst_census_xml.moc"
