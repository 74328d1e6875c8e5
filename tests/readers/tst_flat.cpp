// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Answers of the Learning Records Service, HESA records, tables of local authorities, mark sheets.
#include "readers/la_tables.h"
#include "table_fixtures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace readers;
using namespace fixtures;

namespace {

const record::Selection mina = person(u"Mina Okafor-Hale"_s, QDate(2001, 10, 14));

record::Selection withUln(const QString& uln)
{
    record::Selection selection = mina;
    selection.person.uln = uln;
    return selection;
}

QByteArray envelope(const QByteArray& body)
{
    return QByteArray("<s:Envelope xmlns:s=\"urn:soap\"><s:Body>" + body + "</s:Body></s:Envelope>");
}

QByteArray events(const QByteArray& code, const QByteArray& found, const QByteArray& asked, const QByteArray& inside)
{
    return envelope(QByteArray("<GetLearnerLearningEventsResponse><GetLearnerLearningEventsResult xmlns:a=\"urn:a\" xmlns:i=\"urn:i\">\n<a:ResponseCode>" + code +
                               "</a:ResponseCode><a:FoundULN>" + found + "</a:FoundULN><a:IncomingULN>" + asked +
                               "</a:IncomingULN>\n<a:LearnerRecord>" + inside +
                               "</a:LearnerRecord></GetLearnerLearningEventsResult></GetLearnerLearningEventsResponse>"));
}

const QByteArray learningEvent = "<a:LearningEvent><a:ID>7</a:ID><a:AchievementAwardDate>2018-08-23</a:AchievementAwardDate><a:Grade>9999999999</a:Grade>"
                         "<a:Level i:nil=\"true\"/><a:Source>NPD</a:Source><a:Colour>red</a:Colour><a:UnderDataChallenge>Y</a:UnderDataChallenge></a:LearningEvent>";

QByteArray learnerNamed(const QByteArray& given, const QByteArray& family, const QByteArray& born, const QByteArray& uln)
{
    return QByteArray("<Learner><ULN>" + uln + "</ULN><GivenName>" + given + "</GivenName><FamilyName>" + family + "</FamilyName><DateOfBirth>" + born +
                      "</DateOfBirth><LastKnownPostCode>ZZ1 1ZZ</LastKnownPostCode><LastUpdatedDate>2019-01-02</LastUpdatedDate></Learner>");
}

QByteArray found(const QByteArray& learners)
{
    return envelope(QByteArray("<n:FindLearnerResponse xmlns:n=\"urn:n\"><ResponseCode>WSRC0004</ResponseCode><FamilyName>Asked-For</FamilyName>" + learners + "</n:FindLearnerResponse>"));
}

const QByteArray trainee = "<ITTRecord>\n<Student><F_HUSID>01</F_HUSID><F_SURNAME>Okafor-Hale</F_SURNAME><F_FNAMES>Mina</F_FNAMES>"
                           "<F_BIRTHDTE>2001-10-14</F_BIRTHDTE><F_ULN>NULL</F_ULN><F_ETHNIC>39</F_ETHNIC><F_DISABLE1>NULL</F_DISABLE1><F_DISABLE2>NULL</F_DISABLE2>"
                           "<F_COMMIT_TIMESTAMP>2022-10-17 02:34:39</F_COMMIT_TIMESTAMP><PLACEMENTS><PLACEMENT><F_PLMNTSCH>900000</F_PLMNTSCH></PLACEMENT></PLACEMENTS>"
                           "<PREVIOUSQUALIFICATIONS><PREVIOUSQUALIFICATION><F_DEGENDDT>2021-07-01</F_DEGENDDT></PREVIOUSQUALIFICATION></PREVIOUSQUALIFICATIONS></Student>\n"
                           "<Student><F_SURNAME>Lowe</F_SURNAME><F_FNAMES>Ada</F_FNAMES><F_BIRTHDTE>2002-03-02</F_BIRTHDTE></Student></ITTRecord>";

const QByteArray caseload = "DatabaseId,LEACode,DateOfSend,PeriodEnd,YoungPersonsID,GivenName,FamilyName,Gender,moth/year of birth,Ethnicity,UniquePupilNumber,LevelOfNeedCode,ActivityCode,StartDate\n"
                            "468,999,44629,44620,y1,Mina,Okafor-Hale,F,10/2001,WBRI,A000260000031,3,232,2019-09-06 00:00:00\n"
                            "468,999,44629,44620,y2,Ada,Lowe,F,03/2002,WBRI,B000260000032,3,232,2019-09-06 00:00:00\n";

bool tells(const Outcome& outcome, QLatin1StringView word)
{
    return outcome.report && outcome.report->documents[0].warnings.join(u' ').contains(word);
}

const record::Value* valueNamed(const record::Entry& entry, const QString& name)
{
    for (const record::Value& value : entry.values) {
        if (value.name == name)
            return &value;
    }
    return nullptr;
}

} // namespace

class TestFlat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void learningEvents()
    {
        const Outcome outcome = readText(events("WSRC0004", "0000260001", "0000260001", learningEvent), withUln(u"0000260001"_s), u"a.xml"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const ReadDocument& document = outcome.report->documents[0];
        QCOMPARE(document.document.format, u"lrs"_s);
        QCOMPARE(outcome.sink.entries.size(), std::size_t(2));
        const record::Entry& one = outcome.sink.entries[1];
        QCOMPARE(one.collection, u"LRS"_s);
        QCOMPARE(one.date, QDate(2018, 8, 23));
        QCOMPARE(one.year->text(), u"2017/18"_s);
        QCOMPARE(valueNamed(one, u"UnderDataChallenge"_s)->raw, u"Y"_s);
        QCOMPARE(valueNamed(one, u"UnderDataChallenge"_s)->item, u"LRS_UnderDataChallenge"_s);
        QCOMPARE(valueNamed(one, u"Grade"_s)->raw, u"9999999999"_s); // as delivered
        QVERIFY(!valueNamed(one, u"Level"_s));                       // it says that it says nothing
        QVERIFY(one.values.front().where.path.endsWith("LearnerRecord/LearningEvent/ID"_L1));
        QCOMPARE(one.values.front().where.line, 3);
        QCOMPARE(document.unknown.size(), std::size_t(1));
        QCOMPARE(document.unknown[0].name, u"Colour"_s);
        QVERIFY(tells(outcome, "data challenge"_L1) && tells(outcome, "no grade was recorded"_L1));
        QVERIFY(!tells(outcome, "linked"_L1) && !tells(outcome, "refused"_L1));
    }

    void refusedIsNotEmpty()
    {
        for (const QByteArray& code : {QByteArray("WSEC0206"), QByteArray("WSEC0208")}) {
            const Outcome outcome = readText(events(code, "", "0000260001", ""), withUln(u"0000260001"_s), u"a.xml"_s);
            QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
            QVERIFY(tells(outcome, "not the same as having no record"_L1));
            QCOMPARE(outcome.sink.raw(0, u"ResponseCode"_s), QString::fromLatin1(code));
        }
        const Outcome empty = readText(events("WSRC0004", "0000260001", "0000260001", ""), withUln(u"0000260001"_s), u"a.xml"_s);
        QVERIFY(tells(empty, "gave no learning events"_L1) && !tells(empty, "refused"_L1));
    }

    void whoseTheEventsAre()
    {
        const QByteArray linked = events("WSRC0004", "0000260001", "0000260002", learningEvent);
        for (const auto& uln : {u"0000260001"_s, u"0000260002"_s}) {
            const Outcome outcome = readText(linked, withUln(uln), u"a.xml"_s);
            QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
            QVERIFY(tells(outcome, "linked"_L1));
        }
        // A number alone says nothing to somebody whose number is not known; another number is somebody else.
        QCOMPARE(readText(linked, mina, u"a.xml"_s).kind(), base::ErrorKind::ChoiceNeeded);
        QVERIFY(readText(linked, mina, u"a.xml"_s).error().contains("not sure"_L1));
        QCOMPARE(readText(linked, withUln(u"0000260009"_s), u"a.xml"_s).kind(), base::ErrorKind::ChoiceNeeded);
        record::Selection only = mina;
        only.onlyPupilFits = true;
        QVERIFY(readText(linked, only, u"a.xml"_s).report.has_value());
        // An answer that describes the learner says whose number it is, whichever file comes first.
        const Outcome both = readParts({bufferPart(u"events.xml"_s, linked), bufferPart(u"who.xml"_s, found(learnerNamed("Mina", "Okafor-Hale", "2001-10-14", "0000260001")))}, mina);
        QVERIFY2(both.report.has_value(), qPrintable(both.error()));
        QCOMPARE(both.sink.entries.size(), std::size_t(3));
        QCOMPARE(both.report->documents[0].document.name, u"events.xml"_s);
    }

    void placeholdersNameNobody()
    {
        const Outcome outcome = readText(events("WSRC0004", "{{uln}}", "{{uln}}", learningEvent), everyone(), u"a.xml"_s);
        QVERIFY(outcome.report.has_value());
        QVERIFY(outcome.report->pupils[0].person.uln.isEmpty());
        QVERIFY(tells(outcome, "never filled in"_L1));
    }

    void learners()
    {
        const QByteArray two = found(learnerNamed("Mina", "Okafor-Hale", "2001-10-14", "0000260001") + learnerNamed("Mina", "Okafor-Hale", "2001-10-14", "0000260002") +
                                     learnerNamed("Ada", "Lowe", "2002-03-02", "0000260003"));
        QCOMPARE(readText(two, mina, u"a.xml"_s).kind(), base::ErrorKind::ChoiceNeeded); // two of one name
        const Outcome one = readText(two, withUln(u"0000260002"_s), u"a.xml"_s);
        QVERIFY2(one.report.has_value(), qPrintable(one.error()));
        QCOMPARE(one.sink.entries.size(), std::size_t(1));
        QCOMPARE(one.sink.raw(0, u"ULN"_s), u"0000260002"_s);
        const QByteArray& kept = one.report->documents[0].kept;
        QVERIFY(!kept.contains("Lowe") && !kept.contains("0000260001") && !kept.contains("Asked-For"));
        QVERIFY(kept.contains("WSRC0004"));
        QCOMPARE(readText(two, everyone(), u"a.xml"_s).report->pupils.size(), std::size_t(3));
        const Outcome none = readText(found({}).replace("WSRC0004", "WSRC0001"), everyone(), u"a.xml"_s);
        QVERIFY(tells(none, "named no learner"_L1));
    }

    void higherEducation()
    {
        const Outcome outcome = readText(trainee, mina, u"a.xml"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const ReadDocument& document = outcome.report->documents[0];
        QCOMPARE(document.document.format, u"hesa"_s);
        QCOMPARE(outcome.sink.entries.size(), std::size_t(3));
        QCOMPARE(outcome.sink.entries[0].date, QDate(2022, 10, 17));
        QCOMPARE(outcome.sink.raw(0, u"F_DISABLE2"_s), u"NULL"_s); // as delivered
        QCOMPARE(valueNamed(outcome.sink.entries[0], u"F_ETHNIC"_s)->item, u"HE_ETHNIC"_s);
        QCOMPARE(valueNamed(outcome.sink.entries[0], u"F_DISABLE1"_s)->item, u"HE_DISABLE"_s);
        QCOMPARE(outcome.sink.entries[2].date, QDate(2021, 7, 1));
        QVERIFY(outcome.report->pupils[0].person.uln.isEmpty()); // NULL is no number
        QVERIFY(!document.kept.contains("Lowe"));
        QCOMPARE(outcome.report->otherPupils, 1);
        QVERIFY(!document.unknown.empty());
    }

    void caseloadOfALocalAuthority()
    {
        const Outcome outcome = readText(caseload, person(u"Mina Okafor-Hale"_s, QDate(2001, 10, 14), u"A000260000031"_s));
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const ReadDocument& document = outcome.report->documents[0];
        QCOMPARE(document.document.format, u"la-table"_s);
        QCOMPARE(outcome.sink.entries.size(), std::size_t(1));
        const record::Entry& entry = outcome.sink.entries[0];
        QCOMPARE(entry.collection, u"NCCIS"_s);
        QCOMPARE(entry.date, QDate(2022, 2, 28)); // 44620, the day the caseload speaks of; not the activity's beginning
        QCOMPARE(entry.year->text(), u"2021/22"_s);
        QCOMPARE(valueNamed(entry, u"moth/year of birth"_s)->item, u"NCCIS_Date_of_Birth"_s);
        QCOMPARE(valueNamed(entry, u"Ethnicity"_s)->item, u"NCCIS_Ethnic_Code"_s);
        QCOMPARE(valueNamed(entry, u"ActivityCode"_s)->item, u"NCCIS_Current_Activity_Code"_s);
        QCOMPARE(valueNamed(entry, u"PeriodEnd"_s)->raw, u"44620"_s);
        QVERIFY(!document.kept.contains("Lowe"));
    }

    void layouts()
    {
        QCOMPARE(laLayout({u"UPN"_s, u"TermlySessionsPossible"_s, u"/"_s, u"\\"_s}), LaLayout::Attendance);
        QCOMPARE(laLayout({u"UPN"_s, u"TermlySessionsPossible"_s, u"T_Reason_I"_s, u"T_Reason_M"_s, u"T_Reason_R"_s}), LaLayout::Attendance);
        QCOMPARE(laLayout({u"UPN"_s, u"TermlySessionsPossible"_s}), LaLayout::None);
        QCOMPARE(laLayout({u"UPN"_s, u"SENprovision"_s, u"FSME  on Census Day"_s, u"NCyearActual"_s}), LaLayout::Census);
        QCOMPARE(laLayout({u"UPN"_s, u"Forvus index number"_s, u"Attainment 8  score"_s}), LaLayout::KeyStage4);
        QCOMPARE(laLayout({u"Attainment 8 score"_s, u"Forvus index number"_s}), LaLayout::None); // says whose it is not
        QCOMPARE(laLayout({u"UPN"_s, u"Surname"_s, u"Gender"_s}), LaLayout::None);
    }

    void resultsOfALocalAuthority()
    {
        const Outcome outcome = readText("Forvus index number,Surname,Forename,Date of birth,UPN,Attainment 8 score,Is the pupil looked after?\n"
                                         "1,Okafor-Hale,Mina,14/10/2001,A000260000031,52.5,0\n", mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries[0].collection, u"KS4"_s);
        QCOMPARE(valueNamed(outcome.sink.entries[0], u"Attainment 8 score"_s)->item, u"KS4_ATT8"_s);
        QCOMPARE(outcome.sink.raw(0, u"Is the pupil looked after?"_s), u"0"_s);
    }

    void markSheets()
    {
        const Outcome outcome = readText("Name,Reg,UPN,Maths Autumn,English Autumn\n\"Okafor-Hale, Mina\",7B,A000260000031,5b,4a\n\"Lowe, Ada\",7B,B000260000032,3c,4c\n",
                                         person(u"Mina Okafor-Hale"_s, QDate(2001, 10, 14), u"A000260000031"_s));
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.report->pupils[0].person.name, u"Okafor-Hale, Mina"_s);
        QCOMPARE(outcome.sink.raw(0, u"Maths Autumn"_s), u"5b"_s);
        QVERIFY(!outcome.report->documents[0].kept.contains("Lowe"));
        // A list of names that nothing else makes pupils is none.
        QCOMPARE(readText("code,name\n301,Camden\n302,Barnet\n303,Bexley\n", mina).kind(), base::ErrorKind::InputUnreadable);
    }

    void brokenFilesOfEachKind_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* name, const QByteArray& text, const QString& word, const QString& where) { QTest::newRow(name) << text << word << where; };
        const QByteArray answer = events("WSRC0004", "0000260001", "0000260001", learningEvent);
        row("events cut off", answer.left(answer.size() - 60), QString(), u"line 3"_s);
        row("events with a broken tag", QByteArray(answer).replace("</a:Source>", "</a:Sauce>"), QString(), u"line 3"_s);
        row("a fault in place of a record",
            envelope("<s:Fault><detail><n:MIAPAPIException xmlns:n=\"urn:n\">\n<ErrorCode>WSEC0001</ErrorCode></n:MIAPAPIException></detail></s:Fault>"),
            u"error message"_s, u"line 2"_s);
        row("student record cut off", trainee.left(200), QString(), u"line 2"_s);
        row("caseload cut off", caseload.left(caseload.indexOf("WBRI,B000")), u"cut off"_s, u"row 3"_s);
        row("the national list of schools", "URN,LA (code),EstablishmentNumber,EstablishmentName\n900001,999,4001,Lane School\n", u"national list of schools"_s, QString());
    }
    void brokenFilesOfEachKind()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, word);
        QFETCH(QString, where);
        const Outcome outcome = readText(text, withUln(u"0000260001"_s), u"a"_s);
        QVERIFY(!outcome.report.has_value());
        QCOMPARE(outcome.kind(), base::ErrorKind::InputUnreadable);
        QVERIFY2(outcome.error().contains(word), qPrintable(outcome.error()));
        QVERIFY2(outcome.report.error().where.contains(where), qPrintable(outcome.report.error().where));
        QVERIFY(!outcome.report.error().next.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFlat)
#include "tst_flat.moc"
