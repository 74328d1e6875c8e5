// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/code_sets.h"
#include "readers/cin_xml.h"
#include "readers/ilr_xml.h"
#include "readers/ssda903_xml.h"
#include "table_fixtures.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace readers;
using namespace fixtures;

namespace {

const record::Value* named(const record::Entry& entry, const QString& name)
{
    const auto found = std::find_if(entry.values.begin(), entry.values.end(), [&](const record::Value& value) { return value.name == name; });
    return found == entry.values.end() ? nullptr : &*found;
}

std::vector<record::Entry> of(const Outcome& outcome, const QString& dataset)
{
    std::vector<record::Entry> found;
    std::copy_if(outcome.sink.entries.begin(), outcome.sink.entries.end(), std::back_inserter(found),
                 [&](const record::Entry& entry) { return entry.dataset == dataset; });
    return found;
}

QString meaning(const record::Entry& entry, const QString& name)
{
    const record::Value* value = named(entry, name);
    const auto id = value ? catalogue::itemNamed(value->item, entry.collection) : std::nullopt;
    return id ? catalogue::meaningOf(catalogue::item(*id), entry.year, value->raw).text : QString();
}

// What at-risk mode hides.
bool locates(const record::Entry& entry, const QString& name)
{
    const record::Value* value = named(entry, name);
    const auto id = value ? catalogue::itemNamed(value->item, entry.collection) : std::nullopt;
    return id && catalogue::item(*id).locates;
}

bool warned(const ReadDocument& document, const QString& word)
{
    return std::any_of(document.warnings.begin(), document.warnings.end(), [&](const QString& one) { return one.contains(word); });
}

qint64 notTaken(const ReadDocument& document, const QString& why)
{
    qint64 count = 0;
    for (const ReadDocument::NotTaken& one : document.notTaken)
        count += one.why == why ? one.count : 0;
    return count;
}

const record::Selection mina = person(u"Mina Okafor-Hale"_s, QDate(2008, 3, 5), u"A000260000031"_s);

QByteArray cinHeader(const QByteArray& year = "2023", const QByteArray& day = "2023-03-31")
{
    return "<Header><CollectionDetails><Collection>CIN</Collection><Year>" + year + "</Year><ReferenceDate>" + day +
           "</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>000</LEA></Source></Header>";
}

QByteArray cinChild(const QByteArray& number, const QByteArray& upn, const QByteArray& born, const QByteArray& more = {})
{
    return "<Child><ChildIdentifiers><LAchildID>" + number + "</LAchildID>" + (upn.isEmpty() ? QByteArray("<UPNunknown>UN3</UPNunknown>") : "<UPN>" + upn + "</UPN>") +
           "<PersonBirthDate>" + born + "</PersonBirthDate><GenderCurrent>2</GenderCurrent></ChildIdentifiers>" + more + "</Child>\n";
}

QByteArray cin(const QByteArray& children, const QByteArray& header = cinHeader())
{
    return "<Message>" + header + "\n<Children>" + children + "</Children></Message>";
}

const QByteArray needs =
    "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>HEAR</Disability></Disabilities></ChildCharacteristics>"
    "<CINdetails><CINreferralDate>2022-10-06</CINreferralDate>PersonBirthDate<ReferralSource>1A</ReferralSource>"
    "<PrimaryNeedCode>N4</PrimaryNeedCode><ReferralNFA>false</ReferralNFA><CINclosureDate/>"
    "<CINPlanDates><CINPlanStartDate>2023-01-24</CINPlanStartDate></CINPlanDates>"
    "<Assessments><AssessmentActualStartDate>2022-10-20</AssessmentActualStartDate><FactorsIdentifiedAtAssessment>"
    "<AssessmentFactors>2A</AssessmentFactors><AssessmentFactors>RB</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>"
    "<Section47><S47ActualStartDate>1066-04-13</S47ActualStartDate><ICPCnotRequired>false</ICPCnotRequired></Section47>"
    "<ChildProtectionPlans><CPPstartDate>2022-11-17</CPPstartDate><InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse>"
    "<Reviews><CPPreviewDate>2023-02-15</CPPreviewDate></Reviews></ChildProtectionPlans><Novelty>7</Novelty></CINdetails>";

QByteArray careChild(const QByteArray& number, const QByteArray& upn, const QByteArray& born, const QByteArray& header = {},
                     const QByteArray& more = {})
{
    return "<CHILD><HEADER><CHILDID>" + number + "</CHILDID><UPN>" + upn + "</UPN><SEX>2</SEX><DOB>" + born + "</DOB><ETHNIC>WROM</ETHNIC>" + header +
           "</HEADER>" + more + "</CHILD>";
}

QByteArray care(const QByteArray& children)
{
    return "<?xml version='1.0' encoding='us-ascii'?>\n<EXPSSDA903>" + children + "</EXPSSDA903>";
}

const QByteArray episode = "<EPISODE><DECOM>06/01/2017</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>K2</PL><PL_POST>ZZ9 9ZZ</PL_POST>"
                           "<HOME_POST>ZZ8 8ZZ</HOME_POST><DEC /><REC>X1</REC></EPISODE>";

QByteArray learner(const QByteArray& number, const QByteArray& uln, const QByteArray& born, const QByteArray& more = {})
{
    return "<Learner><LearnRefNumber>" + number + "</LearnRefNumber><ULN>" + uln +
           "</ULN><FamilyName>Okafor-Hale</FamilyName><GivenNames>Mina</GivenNames><DateOfBirth>" + born + "</DateOfBirth><Sex>F</Sex>" + more +
           "</Learner>\n";
}

QByteArray ilr(const QByteArray& learners, const QByteArray& space = "ESFA/ILR/2019-20", const QByteArray& year = "1920")
{
    return "<!-- an example -->\n<Message xmlns=\"" + space + "\"><Header><CollectionDetails><Collection>ILR</Collection><Year>" + year +
           "</Year></CollectionDetails></Header><!-- between --><LearningProvider><UKPRN>10000000</UKPRN></LearningProvider>" + learners + "</Message>";
}

} // namespace

class TestCareXml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChildInNeed()
    {
        const Outcome outcome = readText(cin(cinChild("L1", "B000260000032", "2009-01-01", "<Secret>other</Secret>") +
                                             cinChild("L2", "A000260000031", "2008-03-05", needs)),
                                         mina, u"return"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const ReadDocument& document = outcome.report->documents.front();
        QCOMPARE(document.document.format, u"cin-xml"_s);
        QCOMPARE(document.document.version, u"CIN 2023"_s);
        QCOMPARE(outcome.report->otherPupils, 1);
        QVERIFY(!document.kept.contains("B000260000032"));
        QVERIFY(!document.kept.contains("other<"));
        QVERIFY(document.kept.contains("A000260000031"));
        QVERIFY(document.kept.contains("<CINclosureDate/>"));

        const auto child = of(outcome, u"cin-xml:Child"_s);
        QCOMPARE(child.size(), std::size_t(1));
        QCOMPARE(child.front().collection, u"CIN"_s);
        QCOMPARE(child.front().year->text(), u"2022/23"_s);
        QCOMPARE(child.front().date, QDate(2023, 3, 31));
        QCOMPARE(named(child.front(), u"LEA"_s)->raw, u"000"_s);
        QCOMPARE(named(child.front(), u"LEA"_s)->where.path, u"Header/Source/LEA"_s);
        QCOMPARE(meaning(child.front(), u"GenderCurrent"_s), u"Female"_s);
        QCOMPARE(meaning(child.front(), u"Ethnicity"_s), u"White - British"_s);
        QCOMPARE(meaning(child.front(), u"Disability"_s), u"Hearing"_s);
        QVERIFY(locates(child.front(), u"UPN"_s));
        QVERIFY(locates(child.front(), u"LAchildID"_s));
        QVERIFY(locates(child.front(), u"LEA"_s));
        QVERIFY(!locates(child.front(), u"Disability"_s));

        const auto details = of(outcome, u"cin-xml:CINdetails"_s);
        QCOMPARE(details.size(), std::size_t(1));
        QCOMPARE(details.front().date, QDate(2022, 10, 6));
        QCOMPARE(details.front().year->text(), u"2022/23"_s);
        QCOMPARE(meaning(details.front(), u"PrimaryNeedCode"_s), u"Family in acute stress"_s);
        QVERIFY(meaning(details.front(), u"ReferralSource"_s).contains(u"family"_s));
        QCOMPARE(meaning(details.front(), u"ReferralNFA"_s), u"No"_s); // "false" where 0 or 1 is asked for
        QVERIFY(!named(details.front(), u"CINclosureDate"_s));           // empty: nothing was said
        QCOMPARE(named(details.front(), u"text()"_s)->raw, u"PersonBirthDate"_s); // stray text is kept
        QCOMPARE(named(details.front(), u"Novelty"_s)->raw, u"7"_s);

        const auto assessments = of(outcome, u"cin-xml:Assessments"_s);
        QCOMPARE(assessments.front().values.size(), std::size_t(3)); // its day and two factors, one of them in no list
        QCOMPARE(assessments.front().date, QDate(2022, 10, 20));
        QCOMPARE(of(outcome, u"cin-xml:CINPlanDates"_s).size(), std::size_t(1));
        // A day on which nobody now alive was a child stays text; the entry stands at the return's day.
        QCOMPARE(of(outcome, u"cin-xml:Section47"_s).front().date, QDate(2023, 3, 31));
        const auto plans = of(outcome, u"cin-xml:ChildProtectionPlans"_s);
        QCOMPARE(meaning(plans.front(), u"InitialCategoryOfAbuse"_s), u"Physical abuse"_s);
        QCOMPARE(named(plans.front(), u"CPPreviewDate"_s)->where.path,
                 u"Child[2]/CINdetails/ChildProtectionPlans/Reviews/CPPreviewDate"_s);

        QStringList unknown;
        for (const ReadDocument::Unknown& one : document.unknown)
            unknown << one.name;
        unknown.sort();
        QCOMPARE(unknown, (QStringList{u"Novelty"_s, u"text()"_s}));
    }

    void theDateOfAReturnWinsOverItsYear()
    {
        const Outcome outcome = readText(cin(cinChild("L2", "A000260000031", "2008-03-05"), cinHeader("2023", "2026-03-31")), mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.front().year->text(), u"2025/26"_s);
        QVERIFY(warned(outcome.report->documents.front(), u"return of 2023"_s));
        const Outcome agreeing = readText(cin(cinChild("L2", "A000260000031", "2008-03-05")), mina);
        QVERIFY(agreeing.report->documents.front().warnings.isEmpty());
        const Outcome dateless = readText(cin(cinChild("L2", "A000260000031", "2008-03-05"), cinHeader("2019", "")), mina);
        QCOMPARE(dateless.sink.entries.front().year->text(), u"2018/19"_s);
    }

    void lettersAndDigitsForSex()
    {
        const auto child = [](const QByteArray& sex, const QByteArray& day) {
            QByteArray bytes = cin(cinChild("L2", "A000260000031", "2008-03-05"), cinHeader(day.left(4), day));
            return bytes.replace("<GenderCurrent>2</GenderCurrent>", QByteArray("<Sex>" + sex + "</Sex>"));
        };
        const auto read = [&](const QByteArray& sex, const QByteArray& day) {
            const Outcome outcome = readText(child(sex, day), mina);
            return outcome.report.has_value() ? meaning(outcome.sink.entries.front(), u"Sex"_s) : outcome.error();
        };
        QCOMPARE(read("M", "2024-03-31"), u"Male"_s);
        QCOMPARE(read("1", "2024-03-31"), u"Male"_s);
        QCOMPARE(read("M", "2023-03-31"), u"meaning not known for 2022/23"_s);
    }

    // No names stand in these files, and often no pupil number.
    void aBirthDateAloneIsNobody()
    {
        const QByteArray twins = cin(cinChild("L1", "", "2008-03-05") + cinChild("L2", "", "2008-03-05"));
        const Outcome one = readText(twins, mina);
        QCOMPARE(one.kind(), base::ErrorKind::ChoiceNeeded);
        QVERIFY(one.sink.entries.empty());
        const Outcome all = readText(twins, everyone());
        QVERIFY(all.report.has_value());
        QCOMPARE(all.report->pupils.size(), std::size_t(2));
        // The same number in another file is another child.
        const Outcome files = readParts({bufferPart(u"a"_s, cin(cinChild("L1", "", "2008-03-05"))), bufferPart(u"b"_s, cin(cinChild("L1", "", "2008-03-05")))}, everyone());
        QCOMPARE(files.report->pupils.size(), std::size_t(2));
        const Outcome again = readText(cin(cinChild("L1", "", "2008-03-05") + cinChild("L1", "", "2008-03-05")), everyone());
        QCOMPARE(again.report->pupils.size(), std::size_t(1));
        record::Selection only = mina;
        only.onlyPupilFits = true;
        const Outcome asked = readText(cin(cinChild("L1", "", "2008-03-05")), only);
        QVERIFY2(asked.report.has_value(), qPrintable(asked.error()));
        QCOMPARE(asked.sink.entries.size(), std::size_t(1));
        QVERIFY(!readText(twins, only).report.has_value());
    }

    void anotherBirthDateIsNotSure()
    {
        const Outcome outcome = readText(cin(cinChild("L2", "A000260000031", "2008-03-06")), mina);
        QCOMPARE(outcome.kind(), base::ErrorKind::ChoiceNeeded);
    }

    void aChildLookedAfter()
    {
        const QByteArray header = "<UASC /><AREVIEW><REVIEW>27/09/2015</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW><MOTHER>1</MOTHER>"
                                  "<MC_DOB>08/03/2022</MC_DOB><NB_ADOPTR>2</NB_ADOPTR><SEX_ADOPTR>MM</SEX_ADOPTR><IN_TOUCH>DIED</IN_TOUCH>"
                                  "<OC2><SDQ_SCORE>21</SDQ_SCORE></OC2><AMISSING><MISSING>M</MISSING><MIS_START>01/02/2017</MIS_START></AMISSING>";
        const QByteArray file = care(careChild("1", "B000260000032", "05/03/2008") + careChild("2", "A000260000031", "05/03/2008", header, episode));
        QVERIFY(!file.mid(file.indexOf("<EXPSSDA903")).contains('\n')); // one line, as these files come
        const Outcome outcome = readText(file, mina, u"x"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const ReadDocument& document = outcome.report->documents.front();
        QCOMPARE(document.document.format, u"ssda903-xml"_s);
        QVERIFY(!document.kept.contains("B000260000032"));

        const auto child = of(outcome, u"ssda903-xml:CHILD"_s);
        QCOMPARE(child.size(), std::size_t(1));
        QCOMPARE(meaning(child.front(), u"ETHNIC"_s), u"Gypsy / Roma"_s);
        QCOMPARE(named(child.front(), u"MOTHER"_s)->raw, u"1"_s); // the child is a mother: about the child
        QCOMPARE(named(child.front(), u"IN_TOUCH"_s)->raw, u"DIED"_s);
        QVERIFY(!named(child.front(), u"UASC"_s));
        QVERIFY(!named(child.front(), u"MC_DOB"_s));
        QVERIFY(!named(child.front(), u"SEX_ADOPTR"_s));
        QVERIFY(!document.kept.contains("08/03/2022"));
        QVERIFY(!document.kept.contains(">MM<"));
        QVERIFY(document.kept.contains("bytes, own children]"));
        QCOMPARE(notTaken(document, u"own children"_s), 1);
        QCOMPARE(notTaken(document, u"adopters"_s), 2);

        const auto episodes = of(outcome, u"ssda903-xml:EPISODE"_s);
        QCOMPARE(episodes.size(), std::size_t(1));
        QCOMPARE(episodes.front().date, QDate(2017, 1, 6));
        QCOMPARE(episodes.front().year->text(), u"2016/17"_s); // the file says no year: that of the day
        QCOMPARE(meaning(episodes.front(), u"PL"_s), u"Children home"_s);
        QCOMPARE(meaning(episodes.front(), u"LS"_s), u"Full care order"_s);
        QCOMPARE(meaning(episodes.front(), u"CIN"_s), u"Abuse or neglect"_s);
        QCOMPARE(meaning(episodes.front(), u"REC"_s), u"New episode the same day"_s);
        for (const QString& name : {u"HOME_POST"_s, u"PL_POST"_s})
            QVERIFY(locates(episodes.front(), name));
        QVERIFY(locates(child.front(), u"CHILDID"_s));
        QVERIFY(!locates(episodes.front(), u"PL"_s));
        QCOMPARE(of(outcome, u"ssda903-xml:AREVIEW"_s).front().date, QDate(2015, 9, 27));
        QCOMPARE(of(outcome, u"ssda903-xml:AMISSING"_s).front().date, QDate(2017, 2, 1));
        QVERIFY(!of(outcome, u"ssda903-xml:OC2"_s).front().year);
        QVERIFY(document.unknown.empty());

        record::Selection ticked = mina;
        ticked.otherPeopleToo = true;
        const Outcome with = readText(file, ticked);
        QVERIFY(with.report->documents.front().kept.contains("08/03/2022"));
        QCOMPARE(of(with, u"ssda903-xml:others"_s).size(), std::size_t(3));
    }

    void wordsThatStandForNoNumber()
    {
        const Outcome outcome = readText(care(careChild("1", "UN1", "05/03/2019") + careChild("2", "UN1", "05/03/2019")), everyone());
        QVERIFY(outcome.report.has_value());
        QCOMPARE(outcome.report->pupils.size(), std::size_t(2));
        QVERIFY(outcome.report->pupils.front().person.upn.isEmpty());
        QCOMPARE(outcome.sink.raw(0, u"UPN"_s), u"UN1"_s); // what stood there is kept
    }

    void yearsOfTheLearnerRecord_data()
    {
        QTest::addColumn<QByteArray>("space");
        QTest::addColumn<QByteArray>("year");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("warned");
        QTest::newRow("2011") << QByteArray("http://www.theia.org.uk/ILR/2011-12/1") << QByteArray("1112") << u"2011/12"_s << false;
        QTest::newRow("2016") << QByteArray("SFA/ILR/2016-17") << QByteArray("1617") << u"2016/17"_s << false;
        QTest::newRow("2017") << QByteArray("SFA/ILR/2017-18") << QByteArray("1718") << u"2017/18"_s << false;
        QTest::newRow("2018") << QByteArray("ESFA/ILR/2018-19") << QByteArray("1819") << u"2018/19"_s << false;
        QTest::newRow("2025") << QByteArray("ESFA/ILR/2025-26") << QByteArray("2526") << u"2025/26"_s << false;
        QTest::newRow("a later one") << QByteArray("SE/ILR/2031-32") << QByteArray("3132") << u"2031/32"_s << false;
        QTest::newRow("contradicts itself") << QByteArray("ESFA/ILR/2019-20") << QByteArray("1819") << u"2019/20"_s << true;
        QTest::newRow("no namespace") << QByteArray("x") << QByteArray("1920") << u"2019/20"_s << false;
        QTest::newRow("no year at all") << QByteArray("x") << QByteArray("soon") << QString() << false;
    }
    void yearsOfTheLearnerRecord()
    {
        QFETCH(const QByteArray, space);
        QFETCH(const QByteArray, year);
        QFETCH(const QString, expected);
        QFETCH(const bool, warned);
        const Outcome outcome = readText(ilr(learner("1", "1000000043", "2008-03-05"), space, year), mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const auto& entry = outcome.sink.entries.front();
        QCOMPARE(entry.year ? entry.year->text() : QString(), expected);
        QCOMPARE(entry.collection, u"ILR"_s);
        QCOMPARE(!outcome.report->documents.front().warnings.isEmpty(), warned);
    }

    void aLearner()
    {
        const QByteArray more =
            "<LLDDHealthProb>1</LLDDHealthProb><NINumber>ZZ000000Z</NINumber><Postcode>ZZ9 9ZZ</Postcode><AddLine1>1 Test Street</AddLine1>"
            "<LearnerFAM><LearnFAMType>FME </LearnFAMType><LearnFAMCode>2 </LearnFAMCode></LearnerFAM>"
            "<LearnerFAM><LearnFAMType>EHC</LearnFAMType><LearnFAMCode>1</LearnFAMCode></LearnerFAM>"
            "<LearnerContact><LocType>2</LocType><ContType>1</ContType><PostCode>ZZ8 8ZZ</PostCode></LearnerContact>"
            "<LearningDelivery><LearnAimRef>60149735</LearnAimRef><LearnStartDate>2019-09-14</LearnStartDate><CompStatus>1</CompStatus>"
            "<LearningDeliveryFAM><LearnDelFAMType>SOF</LearnDelFAMType><LearnDelFAMCode>107</LearnDelFAMCode></LearningDeliveryFAM>"
            "</LearningDelivery><LearnerEmploymentStatus><EmpStat>10</EmpStat><DateEmpStatApp>2019-08-31</DateEmpStatApp></LearnerEmploymentStatus>";
        const Outcome outcome = readText(ilr(learner("1", "1000000043", "2008-03-05", more) + learner("2", "1000000051", "2001-01-01")), mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.report->otherPupils, 1);
        const auto learners = of(outcome, u"ilr-xml:Learner"_s);
        QCOMPARE(learners.size(), std::size_t(1));
        QCOMPARE(named(learners.front(), u"UKPRN"_s)->raw, u"10000000"_s);
        QCOMPARE(meaning(learners.front(), u"Sex"_s), u"Female"_s);
        QCOMPARE(named(learners.front(), u"LearnFAMCode (FME)"_s)->raw, u"2 "_s);
        QCOMPARE(named(learners.front(), u"LearnFAMCode (EHC)"_s)->raw, u"1"_s);
        for (const QString& name : {u"Postcode"_s, u"PostCode"_s, u"AddLine1"_s, u"NINumber"_s, u"ULN"_s, u"UKPRN"_s, u"LearnRefNumber"_s})
            QVERIFY2(locates(learners.front(), name), qPrintable(name));
        QVERIFY(!locates(learners.front(), u"LLDDHealthProb"_s));
        QCOMPARE(named(learners.front(), u"LearnFAMCode (FME)"_s)->item, u"ILR_FME"_s);
        const auto courses = of(outcome, u"ilr-xml:LearningDelivery"_s);
        QCOMPARE(courses.front().date, QDate(2019, 9, 14));
        QCOMPARE(named(courses.front(), u"LearnAimRef"_s)->item, u"LearnAimRef"_s);
        QCOMPARE(named(courses.front(), u"LearnDelFAMCode (SOF)"_s)->item, u"SOF"_s);
        QCOMPARE(of(outcome, u"ilr-xml:LearnerEmploymentStatus"_s).front().date, QDate(2019, 8, 31));
        QVERIFY(outcome.report->documents.front().unknown.empty());
    }

    void learnersOfOneName()
    {
        const QByteArray two = ilr(learner("1", "1000000043", "2008-03-05") + learner("2", "1000000051", "2008-03-05"));
        const Outcome all = readText(two, everyone());
        QCOMPARE(all.report->pupils.size(), std::size_t(2));
        record::Selection nameOnly = person(u"Mina Okafor-Hale"_s, QDate(2008, 3, 5));
        QCOMPARE(readText(two, nameOnly).kind(), base::ErrorKind::ChoiceNeeded);
        nameOnly.person.uln = u"1000000051"_s;
        const Outcome chosen = readText(two, nameOnly);
        QVERIFY2(chosen.report.has_value(), qPrintable(chosen.error()));
        QCOMPARE(chosen.sink.entries.size(), std::size_t(1));
        QCOMPARE(chosen.sink.raw(0, u"LearnRefNumber"_s), u"2"_s);
        // "Not known" is nobody's number: the college's own tells them apart.
        const Outcome unnumbered = readText(ilr(learner("1", "9999999999", "2008-03-05") + learner("2", "9999999999", "2008-03-05")), everyone());
        QCOMPARE(unnumbered.report->pupils.size(), std::size_t(2));
    }

    void whereALearnerWent()
    {
        const auto gone = [](const QByteArray& number, const QByteArray& uln) -> QByteArray {
            return "<LearnerDestinationandProgression><LearnRefNumber>" + number + "</LearnRefNumber><ULN>" + uln +
                   "</ULN><DPOutcome><OutType>EDU</OutType><OutCode>2</OutCode><OutStartDate>2020-09-01</OutStartDate></DPOutcome>"
                   "</LearnerDestinationandProgression>";
        };
        const QByteArray file = ilr(learner("1", "1000000043", "2008-03-05") + learner("2", "1000000051", "2001-01-01") + gone("1", "1000000043") + gone("2", "1000000051"));
        const Outcome outcome = readText(file, person(u"Mina Okafor-Hale"_s, QDate(2008, 3, 5)));
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const auto outcomes = of(outcome, u"ilr-xml:DPOutcome"_s);
        QCOMPARE(outcomes.size(), std::size_t(1));
        QCOMPARE(outcomes.front().date, QDate(2020, 9, 1));
        QCOMPARE(outcome.report->pupils.size(), std::size_t(1));
        QCOMPARE(outcome.report->otherPupils, 1);
        QVERIFY(!outcome.report->documents.front().kept.contains("1000000051"));
        QCOMPARE(readText(file, everyone()).report->pupils.size(), std::size_t(2));
        // The own number agrees, the national one does not: somebody else.
        const Outcome wrong = readText(ilr(learner("1", "1000000043", "2008-03-05") + gone("1", "1000000051")), person(u"Mina Okafor-Hale"_s, QDate(2008, 3, 5)));
        QVERIFY(of(wrong, u"ilr-xml:DPOutcome"_s).empty());
        record::Selection only = person(u"Nina Okafor"_s, QDate(2008, 3, 5));
        only.onlyPupilFits = true;
        QCOMPARE(readText(ilr(learner("1", "1000000043", "2008-03-05") + gone("1", "1000000043")), only).sink.entries.size(), std::size_t(3));
    }

    void brokenFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const std::vector<std::pair<const char*, QByteArray>> whole{
            {"need", cin(cinChild("L2", "A000260000031", "2008-03-05", needs))},
            {"care", care(careChild("2", "A000260000031", "05/03/2008", {}, episode))},
            {"learner", ilr(learner("1", "1000000043", "2008-03-05"))}};
        for (const auto& [name, bytes] : whole) {
            const qsizetype root = bytes.indexOf(bytes.contains("<Message") ? "<Message" : "<EXPSSDA903");
            QByteArray crossed = bytes;
            crossed.replace("</Header>", "</Heading>").replace("</HEADER>", "</HEADING>");
            QByteArray bomb = bytes;
            bomb.insert(root, "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>");
            bomb.replace("<Sex>F", "<Sex>&b;").replace("<SEX>2", "<SEX>&b;").replace("<GenderCurrent>2", "<GenderCurrent>&b;");
            QByteArray deep = bytes;
            QByteArray nested;
            for (int i = 0; i < 100; ++i)
                nested += "<A>";
            for (const QByteArray end : {"</PersonBirthDate>", "</DOB>", "</DateOfBirth>"})
                deep.replace(end, QByteArray(end + nested));
            QTest::addRow("%s, cut off", name) << bytes.chopped(25);
            QTest::addRow("%s, cut off in the middle of a tag", name) << bytes.first(bytes.indexOf("2008") + 12);
            QTest::addRow("%s, tags crossed", name) << crossed;
            QTest::addRow("%s, entities", name) << bomb;
            QTest::addRow("%s, too deep", name) << deep;
            QTest::addRow("%s, a text without end", name) << QByteArray(bytes).replace("2008", QByteArray(2 << 20, 'x'));
        }
    }
    void brokenFiles()
    {
        QFETCH(const QByteArray, bytes);
        const Outcome outcome = readText(bytes, mina, u"x"_s);
        QVERIFY(!outcome.report.has_value());
        QCOMPARE(outcome.kind(), base::ErrorKind::InputUnreadable);
        QVERIFY2(outcome.report.error().where.contains(u"line"_s), qPrintable(outcome.report.error().where));
        QVERIFY(!outcome.report.error().message.contains(u"Okafor"_s));
        const Outcome second = readParts({bufferPart(u"x"_s, cin(cinChild("L2", "A000260000031", "2008-03-05"))), bufferPart(u"y"_s, bytes)}, mina);
        QVERIFY2(second.report.error().where.startsWith(u"file 2"_s), qPrintable(second.report.error().where));
    }

    void eachKnowsItsOwn()
    {
        const QByteArray need = cin(cinChild("L2", "A000260000031", "2008-03-05"));
        const QByteArray looked = care(careChild("2", "A000260000031", "05/03/2008"));
        const QByteArray learns = ilr(learner("1", "1000000043", "2008-03-05"));
        for (const auto& [format, mine] : {std::pair{&cinXmlFormat(), need}, std::pair{&ssda903XmlFormat(), looked}, std::pair{&ilrXmlFormat(), learns}}) {
            for (const QByteArray& bytes : {need, looked, learns})
                QCOMPARE(format->recognise(bufferPart(u"x"_s, bytes), bytes) > 0, bytes == mine);
        }
        const QByteArray unprefixed = "<m:Message xmlns:m=\"ESFA/ILR/2019-20\"><m:Learner/></m:Message>";
        QVERIFY(ilrXmlFormat().recognise(bufferPart(u"x"_s, unprefixed), unprefixed) > 0);
    }
};

QTEST_GUILESS_MAIN(TestCareXml)
#include "tst_care_xml.moc"
