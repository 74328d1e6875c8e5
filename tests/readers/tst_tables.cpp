// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/census_tables.h"
#include "readers/seen_numbers.h"
#include "table_fixtures.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace readers;
using namespace fixtures;

namespace {

const record::Selection mina = person(u"Mina Okafor-Hale"_s, QDate(2001, 10, 14));
const QByteArray who = "A000260000031,Okafor-Hale,Mina,14/10/2001";
const QByteArray whoHead = "UPN,Surname,Forename,DOB";

QString yearOf(const record::Entry& entry)
{
    return entry.year ? entry.year->text() : QString();
}

// A census download: the headings of DfE's service that matter here, none quoted.
const QByteArray giapHead = "PupilMatchingRef,AcademicYear,CensusTerm,LA,Estab,LAEstab,URN,PHASE,UPN,FormerUPN,Surname,Forename,MiddleNames,"
                            "PreferredSurname,FormerSurname,Sex,DOB,FSMeligible,EVERFSM_6,EnrolStatus,NCyearActual\n";

} // namespace

class TestTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowForEachPupil()
    {
        const Outcome outcome = readText(whoHead + ",FSMeligible_SPR14,EthnicGroupMinor_SPR14,Mystery\n" + who + ",1,WBRI,x\n", mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(1));
        const record::Entry& entry = outcome.sink.entries[0];
        QCOMPARE(entry.collection, u"SC"_s);
        QCOMPARE(yearOf(entry), u"2013/14"_s);
        QCOMPARE(entry.term, catalogue::Term::Spring);
        QCOMPARE(entry.values.size(), std::size_t(7));
        QCOMPARE(entry.values[4].item, u"FSMeligible_[term][yy]"_s);
        QCOMPARE(entry.values[4].where.row, 2);
        QCOMPARE(entry.values[4].where.column, 5);
        const ReadDocument& document = outcome.report->documents[0];
        QCOMPARE(document.unknown.size(), std::size_t(1));
        QCOMPARE(document.unknown[0].name, u"Mystery"_s);
        QCOMPARE(outcome.sink.raw(0, u"Mystery"_s), u"x"_s);
    }

    void severalTimesInOneRow()
    {
        const Outcome outcome = readText(whoHead + ",FSMeligible_SPR13,FSMeligible_SPR14,FSMeligible_SUM14,FSMeligible_AUT13\n" + who + ",0,1,,0\n", mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QStringList times;
        for (const record::Entry& entry : outcome.sink.entries)
            times << yearOf(entry) + u' ' + catalogue::termWord(entry.term) + u' ' + QString::number(entry.values.size());
        times.sort();
        // No entry for the empty summer; the autumn year is not guessed from two digits; names stand without a time.
        QCOMPARE(times, (QStringList{u"  4"_s, u" autumn 1"_s, u"2012/13 spring 1"_s, u"2013/14 spring 1"_s}));
    }

    void censusDateSaysTheAutumn()
    {
        const Outcome outcome = readText(whoHead + ",FSMeligible_AUT13,CensusDate_AUT13\n" + who + ",1,2013-10-03\n", mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(1));
        QCOMPARE(yearOf(outcome.sink.entries[0]), u"2013/14"_s);
        QCOMPARE(outcome.sink.entries[0].date, QDate(2013, 10, 3));
    }

    void yearColumn()
    {
        const Outcome outcome = readText("KS2_ACADYR,KS2_UPN,KS2_SURNAME,KS2_FORENAMES,KS2_DOB,KS2_LAESTAB,KS2_READSCORE\n"
                                         "2012/2013,A000260000031,Okafor-Hale,Mina,14/10/2001,0012345,098\n",
                                         mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries[0].collection, u"KS2"_s);
        QCOMPARE(yearOf(outcome.sink.entries[0]), u"2012/13"_s);
        QCOMPARE(outcome.sink.entries[0].establishment, u"0012345"_s);
        QCOMPARE(outcome.sink.raw(0, u"KS2_READSCORE"_s), u"098"_s);
    }

    // The care tables name the year that ends in March, the premium's list the first day of its money year.
    void yearsOfOtherKinds()
    {
        const Outcome care = readText("cla_PROCESSING_YEAR,cla_UPN,cla_DOB,cla_SEX,cla_CAT_NEED,cla_DATE_EPI_COMM,cla_PLACEMENT\n"
                                      "2014,A000260000031,14/10/2001,2,N1,03/02/2013,U1\n",
                                      person(u"Mina Okafor-Hale"_s, QDate(2001, 10, 14), u"A000260000031"_s));
        QVERIFY2(care.report.has_value(), qPrintable(care.error()));
        QCOMPARE(care.sink.entries[0].collection, u"CLA"_s);
        QCOMPARE(yearOf(care.sink.entries[0]), u"2013/14"_s);
        const Outcome premium = readText("UPN,Surname,Forename,Sex,DOB,NCYear,Deprivation Pupil Premium,PupilPremiumFTE,"
                                         "PupilPremiumCashAmount,PupilPremiumFYStartDate,PupilPremiumFYEndDate\n"
                                         "A000260000031,Okafor-Hale,Mina,F,14/10/2001,6,1,1,1320,01/04/2013,31/03/2014\n",
                                         mina);
        QVERIFY2(premium.report.has_value(), qPrintable(premium.error()));
        QCOMPARE(premium.sink.entries[0].collection, u"PP"_s);
        QCOMPARE(premium.sink.entries[0].date, QDate(2013, 4, 1));
        QCOMPARE(yearOf(premium.sink.entries[0]), u"2012/13"_s);
    }

    void exclusionsEachInARow()
    {
        const Outcome outcome = readText("UPN_ex12,Surname_ex12,Forename_ex12,DOB_ex12,StartDate_ex12,Category_ex12,Reason_ex12,Sessions_ex12\n" + who +
                                             ",12/03/2012,FIXD,PP,4\n" + who + ",02/05/2012,FIXD,DB,2\n",
                                         mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(2));
        QCOMPARE(outcome.sink.entries[0].collection, u"EXC"_s);
        QCOMPARE(yearOf(outcome.sink.entries[1]), u"2011/12"_s);
        QCOMPARE(outcome.sink.entries[1].date, QDate(2012, 5, 2));
    }

    void numberedRepeats()
    {
        const Outcome outcome = readText(whoHead + ",Category_1_ex12,Reason_1_ex12,StartDate_1_ex12,Category_2_ex12,Reason_2_ex12,StartDate_2_ex12,"
                                                   "Category_3_ex12,Reason_3_ex12,StartDate_3_ex12\n" +
                                             who + ",FIXD,PP,12/03/2012,PERM,DB,02/05/2012,,,\n",
                                         mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QList<QDate> dates;
        for (const record::Entry& entry : outcome.sink.entries) {
            QCOMPARE(yearOf(entry), u"2011/12"_s);
            if (entry.date.isValid())
                dates << entry.date;
        }
        QCOMPARE(dates, (QList<QDate>{QDate(2012, 3, 12), QDate(2012, 5, 2)}));
    }

    void longForm()
    {
        const Outcome outcome = readText("Item;Value;Academic year\nFSMeligible_SPR14;1;\nEnrolStatus_SPR14;C;\nKS2_READSCORE;98;2012/13\nOddThing;7;2012/13\n", mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(3));
        QCOMPARE(outcome.sink.entries[0].collection, u"SC"_s);
        QCOMPARE(yearOf(outcome.sink.entries[0]), u"2013/14"_s);
        QCOMPARE(outcome.sink.entries[0].values.size(), std::size_t(2));
        QCOMPARE(yearOf(outcome.sink.entries[1]), u"2012/13"_s);
        QCOMPARE(outcome.sink.entries[2].collection, u"OTHER"_s);
        QVERIFY(outcome.report->documents[0].warnings.join(u' ').contains(u"does not say who"_s));
    }

    void longFormNamesItsSchools()
    {
        const Outcome outcome = readText("Item,Value\nFSMeligible_SPR14,1\nLAEstab_SPR14_anon,0004001\nURN_SPR14_anon,999001\n"
                                         "FSMeligible_SUM14,0\nLAEstab_SUM14,0004002\nFSMeligible_AUT14,0\n", mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QStringList schools;
        for (const record::Entry& entry : outcome.sink.entries)
            for (const record::Value& value : entry.values)
                if (value.name.startsWith("FSM"_L1))
                    schools << value.name + u' ' + entry.establishment;
        QCOMPARE(schools, (QStringList{u"FSMeligible_SPR14 0004001"_s, u"FSMeligible_SUM14 0004002"_s, u"FSMeligible_AUT14 "_s}));
    }

    // Absence and exclusions hold the ethnic group as well; the school census is where it comes from.
    void aNameOfManyTablesIsTheCensuss()
    {
        const Outcome outcome = readText("Item,Value,Academic year,Term\nEthnicGroupMinor,WBRI,2018/19,Spring\nLAEstab,0004001,2018/19,Spring\n"
                                         "KS2_READSCORE,98,2018/19,\n", mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QStringList told;
        for (const record::Entry& entry : outcome.sink.entries)
            for (const record::Value& value : entry.values)
                told << entry.collection + u' ' + value.name;
        QCOMPARE(told, (QStringList{u"SC EthnicGroupMinor"_s, u"SC LAEstab"_s, u"KS2 KS2_READSCORE"_s}));
    }

    // Two schools in one term, in no order that one could rely on.
    void longFormDoesNotGuessBetweenTwoSchools()
    {
        const QByteArray whose = "A000260000031,14/10/2001,";
        const Outcome outcome = readText("UPN,DOB,Item,Value\n" + whose + "FSMeligible_SPR14,1\n" + whose + "LAEstab_SPR14_anon,0004001\n" +
                                             whose + "LAEstab_SPR14_anon,0004002\n",
                                         person({}, QDate(2001, 10, 14), u"A000260000031"_s));
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(1));
        QCOMPARE(outcome.sink.entries[0].establishment, QString());
        QCOMPARE(outcome.sink.entries[0].values.size(), std::size_t(3));
    }

    void longFormLeavesOutOtherPeople()
    {
        const QByteArray text = "UPN,DOB,Item,Value,Contact\nA000260000031,14/10/2001,Parent Surname,Hale,Grandpa Joe\n"
                                "A000260000031,14/10/2001,FSMeligible_SPR14,1,\n";
        const record::Selection numbered = person({}, QDate(2001, 10, 14), u"A000260000031"_s);
        const Outcome outcome = readText(text, numbered);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.values(), qint64(1));
        const ReadDocument& document = outcome.report->documents[0];
        QCOMPARE(document.notTaken.size(), std::size_t(1));
        QCOMPARE(document.notTaken[0].why, u"about other people"_s);
        QCOMPARE(document.notTaken[0].count, 2);
        QVERIFY(!document.kept.contains("Hale") && !document.kept.contains("Grandpa"));
        QVERIFY(document.kept.contains("Parent Surname") && document.kept.contains("FSMeligible_SPR14,1"));
        record::Selection ticked = numbered;
        ticked.otherPeopleToo = true;
        const Outcome all = readText(text, ticked);
        QCOMPARE(all.sink.values(), qint64(2));
        QCOMPARE(all.report->documents[0].kept, text);
        QVERIFY(all.report->documents[0].notTaken.empty());
    }

    void findsTheHeadings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("row");
        const QByteArray table = whoHead + ",FSMeligible_SPR14\n" + who + ",1\n";
        QTest::newRow("at once") << table << 2;
        QTest::newRow("title above") << QByteArray("Pupil data for spring\n\n" + table) << 4;
        QTest::newRow("instructions above") << QByteArray("\"Please read, then\nfill in\",,,,\n" + table) << 3;
        QTest::newRow("instructions below")
            << QByteArray(whoHead + ",FSMeligible_SPR14\n\"Do not change this column\",Family name as on the register,First name as written,Date of birth of pupil,Free school meals here\n" +
                          who + ",1\n")
            << 3;
        QTest::newRow("headings twice") << QByteArray(whoHead + ",FSMeligible_SPR14\n" + table) << 3;
    }
    void findsTheHeadings()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, row);
        const Outcome outcome = readText(text, mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(1));
        QCOMPARE(outcome.sink.entries[0].values.front().where.row, row);
    }

    void aRowOfLongWordsIsStillAPupil_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("hers");
        const QByteArray years = ",KS2_ACADYR,School name\n";
        QTest::newRow("number and date") << QByteArray("Full name,UPN,DOB" + years) << QByteArray("Mina Rose Okafor Hale,A000260000031,14/10/2001,,St Mary's Primary School\n")
                                         << QByteArray("Ada Jane May Lowe,B000260000032,02/03/2002,,St Mary's Primary School\n");
        QTest::newRow("date only") << QByteArray("Full name,UPN,DOB" + years) << QByteArray("Mina Rose Okafor Hale,,14/10/2001,,St Mary's Primary School\n")
                                   << QByteArray("Ada Jane May Lowe,,,,St Mary's Primary School\n");
        QTest::newRow("number not known yet") << QByteArray("Full name,UPN,DOB" + years) << QByteArray("Mina Rose Okafor Hale,not known yet here,14/10/2001,,St Mary's Primary School\n")
                                              << QByteArray("Ada Jane May Lowe,not known yet here,to be found out,,St Mary's Primary School\n");
    }
    void aRowOfLongWordsIsStillAPupil()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, mine);
        QFETCH(QByteArray, hers);
        const Outcome outcome = readText(head + hers + mine, person(u"Mina Rose Okafor Hale"_s, QDate(2001, 10, 14)));
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(1));
        const ReadDocument& document = outcome.report->documents[0];
        QVERIFY(document.kept.contains("Mina Rose"));
        QVERIFY(!document.kept.contains("Ada Jane"));
        QVERIFY(!document.warnings.join(u' ').contains(u"advice"_s));
    }

    void adviceBelowTheHeadingsIsPassedOver()
    {
        const QByteArray advice = "\"Do not change this column\",Family name as on the register,First name as written,Date of birth of pupil,Free school meals here\n";
        const Outcome outcome = readText(whoHead + ",FSMeligible_SPR14\n" + advice + who + ",1\n", everyone());
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.report->pupils.size(), std::size_t(1));
        QVERIFY(outcome.report->documents[0].warnings.join(u' ').contains(u"advice"_s));
    }

    void choosesThePupil_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("upn");
        QTest::addColumn<QString>("outcome"); // "ok n" entries, or a word of the error
        const QByteArray ada = "B000260000032,Lowe,Ada,02/03/2002,0\n";
        const QByteArray mine = who + ",1\n";
        QTest::newRow("one fits") << QByteArray(ada + mine) << QString() << u"ok 1"_s;
        QTest::newRow("nobody fits") << ada << QString() << u"None"_s;
        QTest::newRow("two pupils of that name and day") << QByteArray(mine + "C000260000033,Okafor-Hale,Mina,14/10/2001,0\n") << QString() << u"2 pupils"_s;
        QTest::newRow("the number decides") << QByteArray(mine + "C000260000033,Okafor-Hale,Mina,14/10/2001,0\n") << u"A000260000031"_s << u"ok 1"_s;
        QTest::newRow("number known from another row") << QByteArray(mine + "A000260000031,,,,0\n") << QString() << u"ok 2"_s;
        QTest::newRow("day and month swapped") << QByteArray("A000260000031,Okafor-Hale,Mina,05/06/2001,1\n") << QString() << u"None"_s;
        QTest::newRow("number with another birth date") << QByteArray("A000260000031,Okafor-Hale,Mina,15/10/2001,1\n") << u"A000260000031"_s << u"not sure"_s;
    }
    void choosesThePupil()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QString, upn);
        QFETCH(QString, outcome);
        const Outcome read = readText(whoHead + ",FSMeligible_SPR14\n" + rows, person(u"Mina Okafor-Hale"_s, QDate(2001, 10, 14), upn));
        if (outcome.startsWith("ok"_L1)) {
            QVERIFY2(read.report.has_value(), qPrintable(read.error()));
            QCOMPARE(u"ok "_s + QString::number(read.sink.entries.size()), outcome);
        } else {
            QCOMPARE(read.kind(), base::ErrorKind::ChoiceNeeded);
            QVERIFY2(read.error().contains(outcome), qPrintable(read.error()));
        }
    }

    void swappedBirthdayMayBeThePerson()
    {
        const Outcome outcome = readText(whoHead + ",FSMeligible_SPR14\nA000260000031,Lowe,Ada,02/03/2002,1\n", person(u"Ada Lowe"_s, QDate(2002, 2, 3)));
        QCOMPARE(outcome.kind(), base::ErrorKind::ChoiceNeeded);
        QVERIFY(outcome.error().contains(u"1 pupil"_s) && outcome.error().contains(u"not sure"_s));
        QVERIFY2(!outcome.error().contains(u"Lowe"_s) && !outcome.error().contains(u"2002"_s), qPrintable(outcome.error()));
    }

    void theOnlyPupilWhenAskedFor()
    {
        record::Selection selection = person(u"Somebody Else"_s, QDate(1999, 1, 1));
        selection.onlyPupilFits = true;
        const QByteArray head = whoHead + ",FSMeligible_SPR14\n";
        QVERIFY(readText(head + who + ",1\n" + who + ",0\n", selection).report.has_value());
        const Outcome two = readText(head + who + ",1\nB000260000032,Lowe,Ada,02/03/2002,0\n", selection);
        QCOMPARE(two.kind(), base::ErrorKind::ChoiceNeeded);
    }

    void everyoneInOnePass()
    {
        const Outcome outcome = readText(whoHead + ",FSMeligible_SPR14\n" + who + ",1\nB000260000032,Lowe,Ada,02/03/2002,0\n" + who + ",0\n", everyone());
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.pupils, (std::vector<int>{0, 1, 0}));
        QCOMPARE(outcome.report->pupils.size(), std::size_t(2));
        QCOMPARE(outcome.report->pupils[0].entries, 2);
        QVERIFY(outcome.report->documents[0].kept.isEmpty());
    }

    void pupilsAcrossFiles()
    {
        const Outcome outcome = readParts({bufferPart(u"a.csv"_s, "KS2_UPN,KS2_ACADYR,KS2_READSCORE\nA000260000031,2012/2013,98\nB000260000032,2012/2013,97\n"),
                                           bufferPart(u"b.csv"_s, whoHead + ",FSMeligible_SPR14\n" + who + ",1\n")},
                                          everyone());
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.report->pupils.size(), std::size_t(2));
        QCOMPARE(outcome.report->documents[1].document.name, u"b.csv"_s);
        QCOMPARE(outcome.sink.parts, (std::vector<int>{1, 0, 0})); // the table that names people is read first
    }

    void aTablesOwnNumbersMeanNothingElsewhere_data()
    {
        QTest::addColumn<QByteArray>("named"); // first table: headings of the numbers
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("entries"); // of mine; −1: refused
        const QByteArray scores = ",KS2_ACADYR,KS2_READSCORE\n17,2012/2013,98\n";
        QTest::newRow("the department's number") << QByteArray("PupilMatchingRef") << QByteArray("PupilMatchingRef" + scores) << 2;
        QTest::newRow("by its short name") << QByteArray("PupilMatchingRef") << QByteArray("KS2_PMR" + scores) << 2;
        QTest::newRow("the anonymous number is another one") << QByteArray("PupilMatchingRefNonAnonymous") << QByteArray("PupilMatchingRefAnonymous" + scores) << 1;
        QTest::newRow("a school's own number") << QByteArray("StudID") << QByteArray("StudID" + scores) << 1;
        QTest::newRow("a number of another kind") << QByteArray("StudID") << QByteArray("ChildID" + scores) << 1;
        QTest::newRow("the department's number of somebody of another name")
            << QByteArray("PupilMatchingRef") << QByteArray("PupilMatchingRef,Surname,Forename,KS2_ACADYR,KS2_READSCORE\n17,Lowe,Ada,2012/2013,98\n") << 1;
        QTest::newRow("the department's number of somebody of that name")
            << QByteArray("PupilMatchingRef") << QByteArray("PupilMatchingRef,Surname,Forename,KS2_ACADYR,KS2_READSCORE\n17,Okafor-Hale,Mina,2012/2013,98\n") << 2;
    }
    void aTablesOwnNumbersMeanNothingElsewhere()
    {
        QFETCH(QByteArray, named);
        QFETCH(QByteArray, second);
        QFETCH(int, entries);
        const Outcome outcome = readParts({bufferPart(u"a.csv"_s, named + ',' + whoHead + ",FSMeligible_SPR14\n17," + who + ",1\n"), bufferPart(u"b.csv"_s, second)}, mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(static_cast<int>(outcome.sink.entries.size()), entries);
        QCOMPARE(outcome.report->documents[1].kept.contains("17,"), entries == 2);
        const Outcome all = readParts({bufferPart(u"a.csv"_s, named + ',' + whoHead + ",FSMeligible_SPR14\n17," + who + ",1\n"), bufferPart(u"b.csv"_s, second)}, everyone());
        if (!second.contains("Lowe"))
            QCOMPARE(static_cast<int>(all.report->pupils.size()), entries == 2 ? 1 : 2);
    }

    void aTablesOwnNumberFindsItsOtherRows()
    {
        const Outcome outcome = readText("StudID," + whoHead + ",FSMeligible_SPR14\n17," + who + ",1\n17,,,,,0\n18,,,,,0\n", mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(2));
    }

    void tableThatNamesNobody()
    {
        const QByteArray head = "AcademicYear,KS2_READSCORE,KS2_MATSCORE,KS2_GPSSCORE\n";
        const Outcome one = readText(head + "2012/13,98,101,99\n2013/14,97,100,98\n", mina);
        QVERIFY2(one.report.has_value(), qPrintable(one.error()));
        QCOMPARE(one.sink.entries.size(), std::size_t(2));
        QVERIFY(one.report->documents[0].warnings.join(u' ').contains(u"does not say who"_s));
        const Outcome unclear = readText(head + "2012/13,98,101,99\n2012/13,97,100,98\n", mina);
        QCOMPARE(unclear.kind(), base::ErrorKind::ChoiceNeeded);
    }

    void otherPeopleAreLeftOut()
    {
        const QByteArray text = "Child First Name,Child Surname,Child Date of Birth,Parent Surname,Parent Nino,Child School URN\nMina,Okafor-Hale,2001-10-14,Hale,AB123456C,123456\n";
        const Outcome outcome = readText(text, mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QVERIFY(outcome.sink.raw(0, u"Parent Nino"_s).isNull());
        QCOMPARE(outcome.sink.entries[0].establishment, u"123456"_s);
        const ReadDocument& document = outcome.report->documents[0];
        QCOMPARE(document.notTaken[0].why, u"about other people"_s);
        QCOMPARE(document.notTaken[0].count, 2);
        QVERIFY(!document.kept.contains("AB123456C"));
        QVERIFY(document.kept.contains("Mina,Okafor-Hale,2001-10-14,\"[withheld: 4 bytes, about other people]\""));
        record::Selection ticked = mina;
        ticked.otherPeopleToo = true;
        const Outcome all = readText(text, ticked);
        QCOMPARE(all.sink.raw(0, u"Parent Nino"_s), u"AB123456C"_s);
        QCOMPARE(all.report->documents[0].kept, text);
    }

    void halfConvertedDatesAreWarnedAbout_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<bool>("warned");
        QTest::newRow("month first somewhere") << QByteArray("1/13/05") << true;
        QTest::newRow("day first throughout") << QByteArray("13/01/2005") << false;
    }
    void halfConvertedDatesAreWarnedAbout()
    {
        QFETCH(QByteArray, date);
        QFETCH(bool, warned);
        const Outcome outcome = readText(whoHead + ",FSMeligible_SPR14\n" + who + ",1\nB000260000032,Lowe,Ada," + date + ",0\n", mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.report->documents[0].warnings.join(u' ').contains(u"month first"_s), warned);
    }

    void downloadsAreRealigned_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("forename"); // as read
        QTest::addColumn<QString>("warning");
        const QByteArray before = "123,2022/2023,Spring,001,2345,0012345,123456,P,A000260000031,,Okafor-Hale,";
        const QByteArray after = ",,,,F,14/10/2001,1,1,C,3\n";
        QTest::newRow("whole") << QByteArray(before + "Mina" + after) << u"Mina"_s << QString();
        QTest::newRow("comma in the forename") << QByteArray(before + "Mina, Rose" + after) << u"Mina, Rose"_s << u"put together again"_s;
        QTest::newRow("quoted by a spreadsheet") << QByteArray(before + "\"Mina, Rose\"" + after) << u"Mina, Rose"_s << QString();
        QTest::newRow("line break in the forename") << QByteArray(before + "Mina\nRose" + after) << u"Mina\nRose"_s << QString();
        QTest::newRow("comma that could be anywhere") << QByteArray(before + "Mina,Rose" + after) << u"Mina"_s << u"does not fit its headings"_s;
    }
    void downloadsAreRealigned()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, forename);
        QFETCH(QString, warning);
        const Outcome outcome = readText(giapHead + row, person({}, QDate(2001, 10, 14), u"A000260000031"_s), u"census_spring_results.csv"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.report->documents[0].document.format, u"giap"_s);
        QCOMPARE(outcome.sink.raw(0, u"Forename"_s), forename);
        QCOMPARE(yearOf(outcome.sink.entries[0]), u"2022/23"_s);
        QCOMPARE(outcome.sink.entries[0].term, catalogue::Term::Spring);
        QCOMPARE(outcome.report->documents[0].warnings.join(u' ').contains(u"Row 2"_s), !warning.isEmpty());
        QVERIFY(outcome.report->documents[0].warnings.join(u' ').contains(warning));
    }

    void censusTablesJoinInAnyOrder_data()
    {
        QTest::addColumn<bool>("pupilsFirst");
        QTest::newRow("pupils first") << true;
        QTest::newRow("pupils last") << false;
    }
    void censusTablesJoinInAnyOrder()
    {
        QFETCH(bool, pupilsFirst);
        std::vector<SourcePart> parts{
            bufferPart(u"2024_autumn_pupilonroll.csv"_s, "pupilonrolltableid,NativeId,dob,surname,forename,upn,sex,sourceid,language,schoolcensustableid\n"
                                                         "id1,SCH1,2001-Oct-14 00:00:00,Okafor-Hale,Mina,A000260000031,F,s1,ENG,t\n"
                                                         "id2,SCH1,2002-Mar-02 00:00:00,Lowe,Ada,B000260000032,F,s2,ENG,t\n"),
            bufferPart(u"2024_autumn_termlyexclusionsonroll.csv"_s,
                       "pupilonrolltableid,NativeId,termlyexclusionsonrolltableid,sourceid,startdate,sessions,reason1,category\n"
                       "id2,SCH1,x1,s2,2024-Oct-02 00:00:00,4.0,PP,FIXD\nid1,SCH1,x2,s1,2024-Nov-20 00:00:00,2.0,DB,FIXD\n")};
        if (!pupilsFirst)
            std::swap(parts[0], parts[1]);
        const Outcome outcome = readParts(std::move(parts), mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(2));
        const record::Entry& exclusion = outcome.sink.entries[1];
        QCOMPARE(exclusion.dataset, u"census-tables:termlyexclusionsonroll"_s);
        QCOMPARE(exclusion.date, QDate(2024, 11, 20));
        QCOMPARE(yearOf(exclusion), u"2024/25"_s);
        QCOMPARE(exclusion.term, catalogue::Term::Autumn);
        QCOMPARE(exclusion.establishment, u"SCH1"_s);
        QCOMPARE(outcome.sink.parts[1], pupilsFirst ? 1 : 0);
        const QByteArray& kept = outcome.report->documents[pupilsFirst ? 1 : 0].kept;
        QVERIFY(kept.contains("id1,SCH1,x2") && !kept.contains("id2,SCH1,x1"));
    }

    void rowNumbersOfTwoTablesAreNotMixedUp_data()
    {
        QTest::addColumn<QString>("second"); // the other table of pupils, which counts from 1 as well
        QTest::addColumn<QByteArray>("owner"); // its heading
        QTest::addColumn<QString>("joined");
        QTest::addColumn<int>("entries"); // −1: refused because it is not clear
        const QByteArray gone = "pupilnolongeronrolltableid";
        const QByteArray here = "pupilonrolltableid";
        QTest::newRow("no longer on roll") << u"2024_autumn_pupilnolongeronroll.csv"_s << gone << u"2024_autumn_fsmonroll.csv"_s << 2;
        QTest::newRow("joined to no longer on roll") << u"2024_autumn_pupilnolongeronroll.csv"_s << gone << u"2024_autumn_fsmoffroll.csv"_s << 1;
        QTest::newRow("two terms, joined to mine") << u"2025_spring_pupilonroll.csv"_s << here << u"2024_autumn_fsmonroll.csv"_s << 2;
        QTest::newRow("two terms, joined to the other's") << u"2025_spring_pupilonroll.csv"_s << here << u"2025_spring_fsmonroll.csv"_s << 1;
        QTest::newRow("two terms, joined to neither for sure") << u"2025_spring_pupilonroll.csv"_s << here << u"fsmonroll.csv"_s << -1;
        QTest::newRow("twice the same term") << u"2024_autumn_pupilonroll.csv"_s << here << u"2024_autumn_fsmonroll.csv"_s << -1;
    }
    void rowNumbersOfTwoTablesAreNotMixedUp()
    {
        QFETCH(QString, second);
        QFETCH(QByteArray, owner);
        QFETCH(QString, joined);
        QFETCH(int, entries);
        const Outcome outcome =
            readParts({bufferPart(joined, QByteArray(joined.contains("offroll"_L1) ? "pupilnolongeronrolltableid" : "pupilonrolltableid") + ",NativeId,fsmperiodsonrolltableid,sourceid,fsmstartdate\n1,SCH1,f,s,2024-Oct-16 00:00:00\n"),
                       bufferPart(u"2024_autumn_pupilonroll.csv"_s, "pupilonrolltableid,NativeId,dob,surname,forename,upn\n1,SCH1,2001-Oct-14 00:00:00,Okafor-Hale,Mina,A000260000031\n"),
                       bufferPart(second, owner + ",NativeId,dob,surname,forename,upn\n1,SCH1,2002-Mar-02 00:00:00,Lowe,Ada,B000260000032\n")},
                      mina);
        if (entries < 0) {
            QCOMPARE(outcome.kind(), base::ErrorKind::ChoiceNeeded);
            QVERIFY(outcome.error().contains(u"several such tables"_s));
            return;
        }
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(static_cast<int>(outcome.sink.entries.size()), entries);
        QCOMPARE(outcome.report->documents[0].kept.contains("1,SCH1,f,s"), entries == 2);
    }

    void censusTableWithoutItsPupils()
    {
        const Outcome outcome = readText("pupilonrolltableid,NativeId,fsmperiodsonrolltableid,sourceid,fsmstartdate\nid1,SCH1,f,s,2024-Oct-16 00:00:00\n", mina);
        QCOMPARE(outcome.kind(), base::ErrorKind::InputUnreadable);
        QVERIFY(outcome.report.error().next.contains(u"pupilonroll"_s));
        const Outcome otherTerm = readParts({bufferPart(u"2025_spring_fsm.csv"_s, "pupilonrolltableid,NativeId,fsmperiodsonrolltableid,sourceid,fsmstartdate\n1,SCH1,f,s,2024-Oct-16 00:00:00\n"),
                                             bufferPart(u"2024_autumn_pupilonroll.csv"_s, "pupilonrolltableid,NativeId,dob,surname,forename,upn\n1,SCH1,2001-Oct-14 00:00:00,Okafor-Hale,Mina,A000260000031\n")},
                                            mina);
        QCOMPARE(otherTerm.kind(), base::ErrorKind::InputUnreadable);
    }

    void countingIsExactWithinItsLimit()
    {
        SeenNumbers seen;
        for (int times = 0; times < 2; ++times) {
            for (qint64 i = 0; i < SeenNumbers::exactUpTo; ++i)
                seen.add(quint64(i));
            QVERIFY(seen.exact());
            QCOMPARE(seen.count(), SeenNumbers::exactUpTo);
        }
        seen.add(~quint64(0));
        QVERIFY(!seen.exact());
        QVERIFY(qAbs(seen.count() - SeenNumbers::exactUpTo) <= SeenNumbers::exactUpTo / 100);
    }

    void countingBeyondItIsAnEstimate()
    {
        SeenNumbers seen;
        constexpr qint64 all = 5'000'000;
        for (qint64 i = 0; i < all; ++i)
            seen.add(quint64(i) * 8); // numbers that are alike
        QVERIFY(!seen.exact());
        QVERIFY2(qAbs(seen.count() - all) <= all / 100, qPrintable(QString::number(seen.count())));
        QCOMPARE(seen.count() % 10'000, 0); // three digits are what it is good for
    }

    void aFewOthersAreCountedAndManyAreEstimated()
    {
        for (const int others : {1000, int(SeenNumbers::exactUpTo) + 1000}) {
            QByteArray table = "UPN,DOB\nA000260000031,14/10/2001\n";
            for (int i = 0; i < others; ++i)
                table += "B" + QByteArray::number(1'000'000 + i) + ",1/1/02\n";
            const Outcome outcome = readText(table, person({}, QDate(2001, 10, 14), u"A000260000031"_s));
            QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
            QCOMPARE(outcome.report->othersEstimated, others > 1000);
            QVERIFY(qAbs(outcome.report->otherPupils - others) <= (others > 1000 ? others / 100 : 0));
            const Outcome nobody = readText(table, person(u"Ada Test"_s, QDate(1999, 1, 1)));
            QCOMPARE(nobody.error().contains(u"about"_s), others > 1000);
        }
    }

    void momentOfAFileName()
    {
        QCOMPARE(censusMomentOf(u"2025_spring_pupilonroll.csv"_s)->year.text(), u"2024/25"_s);
        QCOMPARE(censusMomentOf(u"2024_autumn_x.csv"_s)->year.text(), u"2024/25"_s);
        QVERIFY(!censusMomentOf(u"pupilonroll.csv"_s));
        QVERIFY(!censusMomentOf(u"20240_autumn.csv"_s));
    }
};

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
