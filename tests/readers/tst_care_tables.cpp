// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/code_sets.h"
#include "readers/care_rows.h"
#include "readers/care_sets.h"
#include "table_fixtures.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace readers;
using namespace fixtures;

namespace {

const record::Selection mina = person(u"Mina Okafor-Hale"_s, QDate(2008, 3, 5), u"A000260000031"_s);

const QByteArray header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
                          "11,1,09/09/2011,REFU,B000260000032,,\n"
                          "12,2,05/03/2008,WROM,A000260000031,1,08/03/2022\n"
                          "13,1,05/03/2008,WBRI,UN1,,\n";
const QByteArray episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
                            "11,26/04/2016,T,L1,N8,A5,PR2,09/05/2017,X1,,EH14 8EC,WD10 6ZQ,1157828\n"
                            "12,15/02/2016,L,C2,N3,T2,PR0,14/08/2017,X1,CLOSE,ZZ8 8ZZ,ZZ9 9ZZ,4244474\n"
                            "12,14/08/2017,T,C2,N3,A3,PR3,,E8,,ZZ8 8ZZ,ZZ9 9ZZ,8969628\n"
                            "13,14/08/2017,T,C2,N3,A3,PR3,,E8,,ZZ8 8ZZ,ZZ9 9ZZ,8969628\n";
const QByteArray missing = "CHILD,DOB,MISSING,MIS_START,MIS_END\n"
                           "12,05/03/2008,M,21/11/2017,04/01/2018\n"
                           "12,06/03/2008,M,21/11/2017,04/01/2018\n";

std::vector<record::Entry> of(const Outcome& outcome, const QString& dataset)
{
    std::vector<record::Entry> found;
    std::copy_if(outcome.sink.entries.begin(), outcome.sink.entries.end(), std::back_inserter(found),
                 [&](const record::Entry& entry) { return entry.dataset == dataset; });
    return found;
}

const record::Value* named(const record::Entry& entry, const QString& name)
{
    const auto found = std::find_if(entry.values.begin(), entry.values.end(), [&](const record::Value& value) { return value.name == name; });
    return found == entry.values.end() ? nullptr : &*found;
}

QString meaning(const record::Entry& entry, const QString& name)
{
    const record::Value* value = named(entry, name);
    const auto id = value ? catalogue::itemNamed(value->item, entry.collection) : std::nullopt;
    return id ? catalogue::meaningOf(catalogue::item(*id), entry.year, value->raw).text : QString();
}

bool warned(const ReadDocument& document, const QString& word)
{
    return std::any_of(document.warnings.begin(), document.warnings.end(), [&](const QString& one) { return one.contains(word); });
}

SourcePart part(const QString& name, const QByteArray& bytes, const QString& container = {})
{
    SourcePart one = bufferPart(name, bytes);
    one.container = container;
    return one;
}

} // namespace

class TestCareTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinsByTheChildsNumber()
    {
        for (const bool headerFirst : {true, false}) {
            std::vector<SourcePart> parts{part(u"episodes.csv"_s, episodes), part(u"missing.csv"_s, missing)};
            parts.insert(headerFirst ? parts.begin() : parts.end(), part(u"header.csv"_s, header));
            const Outcome outcome = readParts(std::move(parts), mina);
            QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
            QCOMPARE(outcome.report->pupils.size(), std::size_t(2)); // the other of one birthday is listed as possible
            const auto own = of(outcome, u"ssda903-tables:header"_s);
            QCOMPARE(own.size(), std::size_t(1));
            QCOMPARE(own.front().collection, u"CLA"_s);
            QCOMPARE(named(own.front(), u"MOTHER"_s)->raw, u"1"_s);
            QVERIFY(!named(own.front(), u"MC_DOB"_s)); // about somebody else
            const auto stays = of(outcome, u"ssda903-tables:episodes"_s);
            QCOMPARE(stays.size(), std::size_t(2));
            QCOMPARE(stays.front().date, QDate(2016, 2, 15));
            QCOMPARE(stays.front().year->text(), u"2015/16"_s);
            QCOMPARE(stays.back().year->text(), u"2016/17"_s);
            QVERIFY(stays.front().establishment.isEmpty()); // the number of a home, not of a school
            QCOMPARE(meaning(stays.front(), u"PLACE"_s), u"Temporary holiday"_s);
            QCOMPARE(meaning(stays.front(), u"LS"_s), u"Full care order"_s);
            QCOMPARE(named(stays.front(), u"PLACE"_s)->where.row, 3);
            QCOMPARE(of(outcome, u"ssda903-tables:missing"_s).size(), std::size_t(1));

            for (const ReadDocument& document : outcome.report->documents) {
                QCOMPARE(document.document.format, u"ssda903-tables"_s);
                QVERIFY(document.unknown.empty());
                QVERIFY(!document.kept.contains("B000260000032"));
                QVERIFY(!document.kept.contains("08/03/2022"));
                QVERIFY(!document.kept.contains("EH14"));
                QCOMPARE(warned(document, u"another birth date"_s), document.document.name == "missing.csv"_L1);
            }
        }
    }

    // A local authority that hands its tables out as the sheets of one workbook.
    void sheetsOfOneWorkbook_data()
    {
        QTest::addColumn<QStringList>("order");
        QTest::newRow("the list first") << QStringList{u"Header"_s, u"Episodes"_s, u"Missing"_s};
        QTest::newRow("the list last") << QStringList{u"Episodes"_s, u"Missing"_s, u"Header"_s};
        QTest::newRow("a sheet of remarks") << QStringList{u"Read me"_s, u"Episodes"_s, u"Header"_s, u"Missing"_s};
    }
    void sheetsOfOneWorkbook()
    {
        QFETCH(const QStringList, order);
        Members sheets;
        for (const QString& name : order)
            sheets.push_back({name, name == "Header"_L1 ? header : name == "Episodes"_L1 ? episodes : name == "Missing"_L1 ? missing : QByteArray("Made for the family")});
        const Outcome outcome = readText(xlsxOf(sheets), mina, u"SSDA903 2020.xlsx"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const Outcome tables = readParts({part(u"SSDA903_2020_header.csv"_s, header), part(u"SSDA903_2020_episodes.csv"_s, episodes), part(u"SSDA903_2020_missing.csv"_s, missing)}, mina);
        QCOMPARE(outcome.report->pupils.size(), tables.report->pupils.size());
        QCOMPARE(outcome.report->otherPupils, tables.report->otherPupils);
        QCOMPARE(outcome.sink.entries.size(), tables.sink.entries.size());
        for (const QString& table : {u"header"_s, u"episodes"_s, u"missing"_s}) {
            const QString dataset = u"ssda903-tables:" + table;
            const auto in = of(outcome, dataset);
            const auto same = of(tables, dataset);
            QCOMPARE(in.size(), same.size());
            for (std::size_t i = 0; i < in.size(); ++i) {
                QCOMPARE(in[i].date, same[i].date);
                QVERIFY(in[i].year == same[i].year);
                QCOMPARE(in[i].values.size(), same[i].values.size());
                QCOMPARE(in[i].values.front().item, same[i].values.front().item);
                QCOMPARE(in[i].values.front().where.sheet.toLower(), table);
                QCOMPARE(in[i].values.front().where.row, same[i].values.front().where.row);
            }
        }
        const ReadDocument& document = outcome.report->documents.front();
        QCOMPARE(document.document.format, u"ssda903-tables"_s);
        QVERIFY(!document.kept.contains("B000260000032") && !document.kept.contains("EH14") && document.kept.contains("A000260000031"));
        QVERIFY(warned(document, u"another birth date"_s));
        QCOMPARE(warned(document, u"Read me"_s), order.contains(u"Read me"_s));
    }

    void sheetsWithoutTheListOfChildren()
    {
        const Outcome outcome = readText(xlsxOf({{u"Episodes"_s, episodes}, {u"Missing"_s, missing}}), mina, u"a.xlsx"_s);
        QCOMPARE(outcome.kind(), base::ErrorKind::InputUnreadable);
        QVERIFY(outcome.report.error().next.contains(u"header.csv"_s));
        QVERIFY(outcome.report.error().message.contains(u"Episodes"_s));
    }

    // One workbook a table, named like the files of a return; and one beside a text table.
    void workbooksBesideEachOther()
    {
        for (const bool mixed : {false, true}) {
            const SourcePart list = part(u"2020_header.xlsx"_s, xlsxOf({{u"Sheet1"_s, header}}));
            const SourcePart stays = mixed ? part(u"2020_episodes.csv"_s, episodes) : part(u"2020_episodes.xlsx"_s, xlsxOf({{u"Sheet1"_s, episodes}}));
            const Outcome outcome = readParts({stays, list}, mina);
            QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
            QCOMPARE(of(outcome, u"ssda903-tables:episodes"_s).size(), std::size_t(2));
            QCOMPARE(of(outcome, u"ssda903-tables:header"_s).front().year->text(), u"2019/20"_s);
        }
    }

    void aWorkbookOfChildrenInNeed()
    {
        const QByteArray who = "LAchildID,UPN,FormerUPN,UPNunknown,PersonBirthDate,ExpectedPersonBirthDate,GenderCurrent,PersonDeathDate\n"
                               "L1,,,UN3,05/03/2008,,1,\nL2,A000260000031,,,05/03/2008,,2,\n";
        const QByteArray details = "LAchildID,CINdetailsID,CINreferralDate,ReferralSource,PrimaryNeedCode,CINclosureDate,ReasonForClosure,DateOfInitialCPC,ReferralNFA\n"
                                   "L2,1,06/10/2019,1A,N4,,,,0\nL1,1,06/10/2019,1A,N1,,,,0\n";
        const QByteArray sender = "Collection,Year,ReferenceDate,SourceLevel,LEA,SoftwareCode,Release,SerialNo\nCIN,2023,31/03/2023,L,000,x,1,001\n";
        const Outcome outcome = readText(xlsxOf({{u"Header"_s, sender}, {u"CINdetails"_s, details}, {u"ChildIdentifiers"_s, who}}), mina, u"a.xlsx"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const auto needs = of(outcome, u"cin-tables:CINdetails"_s);
        QCOMPARE(needs.size(), std::size_t(1));
        QCOMPARE(needs.front().date, QDate(2019, 10, 6));
        QCOMPARE(needs.front().year->text(), u"2022/23"_s); // of the return
        const ReadDocument& document = outcome.report->documents.front();
        QVERIFY(document.notTriedOnRealFile);
        QVERIFY(document.kept.contains("SoftwareCode") && !document.kept.contains("N1"));
        QVERIFY(!warned(document, u"was not read"_s));
    }

    void otherWorkbooksAreLeftAlone()
    {
        const QByteArray mine = "UPN,DOB,Surname,Forename\nA000260000031,05/03/2008,Okafor-Hale,Mina";
        const Outcome outcome = readText(xlsxOf({{u"Header"_s, mine}}), mina, u"header.xlsx"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.report->documents.front().document.format, u"npd-table"_s);
    }

    void withoutTheListOfChildren()
    {
        const Outcome alone = readText(episodes, mina, u"x.csv"_s);
        QCOMPARE(alone.kind(), base::ErrorKind::InputUnreadable);
        QVERIFY(alone.report.error().next.contains(u"header.csv"_s));
        const Outcome second = readParts({part(u"a_header.csv"_s, header), part(u"b_episodes.csv"_s, episodes)}, mina);
        QCOMPARE(second.report.error().where, u"file 2"_s);
        // For everyone, the number is what there is; one child of several tables is one.
        const Outcome all = readParts({part(u"episodes.csv"_s, episodes), part(u"missing.csv"_s, missing)}, everyone());
        QVERIFY2(all.report.has_value(), qPrintable(all.error()));
        QCOMPARE(all.report->pupils.size(), std::size_t(4)); // number 12 with two birthdays is two
        record::Selection only = mina;
        only.onlyPupilFits = true;
        const QByteArray mine = episodes.left(episodes.indexOf("\n11,") + 1) + "12,15/02/2016,L,C2,N3,T2,PR0,14/08/2017,X1,CLOSE,,,4244474\n";
        const Outcome asked = readText(mine, only, u"x.csv"_s);
        QVERIFY2(asked.report.has_value(), qPrintable(asked.error()));
        QCOMPARE(asked.sink.entries.size(), std::size_t(1));
        QVERIFY(!readText(episodes, only, u"x.csv"_s).report.has_value());
    }

    void oneNumberOfSeveralChildren()
    {
        const QByteArray twice = header + "12,1,21/03/2012,WBRI,C000260000033,,\n";
        const Outcome outcome = readParts({part(u"header.csv"_s, twice), part(u"episodes.csv"_s, episodes), part(u"missing.csv"_s, missing)}, mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QVERIFY(of(outcome, u"ssda903-tables:episodes"_s).empty()); // whose they are is not known
        QVERIFY(warned(outcome.report->documents[1], u"several children"_s));
        QCOMPARE(of(outcome, u"ssda903-tables:missing"_s).size(), std::size_t(1)); // the birth date tells
        const Outcome all = readParts({part(u"header.csv"_s, twice), part(u"episodes.csv"_s, episodes)}, everyone());
        QCOMPARE(all.report->pupils.size(), std::size_t(4));
        QCOMPARE(of(all, u"ssda903-tables:episodes"_s).size(), std::size_t(2));
    }

    void twinsWithoutANumberAreTwo()
    {
        const QByteArray twins = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n21,1,05/03/2019,WBRI,UN1,,\n22,1,05/03/2019,WBRI,UN1,,\n";
        const Outcome all = readText(twins, everyone(), u"header.csv"_s);
        QVERIFY2(all.report.has_value(), qPrintable(all.error()));
        QCOMPARE(all.report->pupils.size(), std::size_t(2));
        QCOMPARE(all.sink.raw(0, u"UPN"_s), u"UN1"_s);
        QCOMPARE(readText(twins, person(u"Ada Test"_s, QDate(2019, 3, 5)), u"header.csv"_s).kind(), base::ErrorKind::ChoiceNeeded);
    }

    // The list behind the tables that need it is read beforehand, and again in its place.
    void aChildWithoutANumberIsListedOnce_data()
    {
        QTest::addColumn<bool>("workbook");
        QTest::addColumn<bool>("listFirst");
        QTest::newRow("sheets, the list first") << true << true;
        QTest::newRow("sheets, the list last") << true << false;
        QTest::newRow("files, the list first") << false << true;
        QTest::newRow("files, the list last") << false << false;
    }
    void aChildWithoutANumberIsListedOnce()
    {
        QFETCH(const bool, workbook);
        QFETCH(const bool, listFirst);
        const QByteArray list = header + "13,1,05/03/2008,WBRI,UN1,,\n14,1,,WBRI,UN1,,\n";
        const QByteArray stays = episodes + "14,14/08/2017,T,C2,N3,A3,PR3,,E8,,ZZ8 8ZZ,ZZ9 9ZZ,8969628\n";
        Members sheets{{u"Episodes"_s, stays}};
        sheets.insert(listFirst ? sheets.begin() : sheets.end(), {u"Header"_s, list});
        std::vector<SourcePart> parts;
        if (workbook)
            parts = {part(u"a.xlsx"_s, xlsxOf(sheets))};
        else
            for (const auto& [name, text] : sheets)
                parts.push_back(part(QString(name + u".csv"_s), text));
        const Outcome all = readParts(std::move(parts), everyone());
        QVERIFY2(all.report.has_value(), qPrintable(all.error()));
        QCOMPARE(all.report->pupils.size(), std::size_t(4)); // 13 stands twice in the list; 14 has nothing but the number
        QMap<QString, QSet<int>> places;
        for (std::size_t i = 0; i < all.sink.entries.size(); ++i)
            places[all.sink.raw(i, u"CHILD"_s)].insert(all.sink.pupils[i]);
        QCOMPARE(places.size(), 4);
        for (const QSet<int>& one : std::as_const(places))
            QCOMPARE(one.size(), 1);
        QCOMPARE(of(all, u"ssda903-tables:episodes"_s).size(), std::size_t(5));
    }

    void whichFilesBelongTogether_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("listIn");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("tableIn");
        QTest::addColumn<bool>("together");
        QTest::newRow("plain names") << u"header.csv"_s << QString() << u"episodes.csv"_s << QString() << true;
        QTest::newRow("long names") << u"SSDA903_2020_header.csv"_s << QString() << u"SSDA903_2020_Episodes.csv"_s << QString() << true;
        QTest::newRow("other year") << u"SSDA903_2020_header.csv"_s << QString() << u"SSDA903_2019_episodes.csv"_s << QString() << false;
        QTest::newRow("other name") << u"header.csv"_s << QString() << u"elsewhere_episodes.csv"_s << QString() << false;
        QTest::newRow("one zip") << u"header.csv"_s << u"a.zip"_s << u"elsewhere_sw.csv"_s << u"a.zip"_s << true;
        QTest::newRow("two years in one zip") << u"2020 header.csv"_s << u"a.zip"_s << u"2019 episodes.csv"_s << u"a.zip"_s << false;
        QTest::newRow("two zips") << u"header.csv"_s << u"a.zip"_s << u"episodes.csv"_s << u"b.zip"_s << false;
        QTest::newRow("two words") << u"x_ChildIdentifiers.csv"_s << QString() << u"x_ChildProtectionPlans.csv"_s << QString() << true;
    }
    void whichFilesBelongTogether()
    {
        QFETCH(const QString, list);
        QFETCH(const QString, listIn);
        QFETCH(const QString, table);
        QFETCH(const QString, tableIn);
        QFETCH(const bool, together);
        const auto joins = joinCareTables({{0, table, tableIn, false}, {1, list, listIn, true}});
        QVERIFY(joins.has_value());
        QCOMPARE(joins->size(), std::size_t(1));
        QCOMPARE(joins->front().children, together ? 1 : -1);
    }

    void severalListsNeedAChoice()
    {
        const auto two = joinCareTables({{0, u"header.csv"_s, u"a.zip"_s, true}, {1, u"header.csv"_s, u"a.zip"_s, true}, {2, u"episodes.csv"_s, u"a.zip"_s, false}});
        QVERIFY(!two.has_value());
        QCOMPARE(two.error().kind, base::ErrorKind::ChoiceNeeded);
        const auto years = joinCareTables({{0, u"2019_header.csv"_s, u"a.zip"_s, true}, {1, u"2020_header.csv"_s, u"a.zip"_s, true}, {2, u"2020_episodes.csv"_s, u"a.zip"_s, false}});
        QVERIFY(years.has_value());
        QCOMPARE(years->front().children, 1);
    }

    void aListWithoutAnEnd()
    {
        CareRows rows;
        for (int i = 0; i < CareRows::mostNumbers; ++i)
            rows.claim(QByteArray::number(i), {}, {}, -1);
        QVERIFY(!rows.tooMany());
        for (int i = 0; i < 3; ++i)
            rows.claim("again", QByteArray::number(i), {}, -1);
        QVERIFY(rows.tooMany());
    }

    void dialects()
    {
        // A byte order mark and CRLF in one table, days as ISO and columns nobody knows in another.
        const QByteArray social = "\xEF\xBB\xBF" "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\r\n12,05/03/2008,SW999,01/01/2020,03/01/2020,SWLAZY\r\n";
        const QByteArray iso = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN,LA,TEST_COLUMN\r\n"
                               "12,2015-06-19,P,C2,N1,U6,PR4,2016-07-26,X1,CARPL,ABC 1,FGH 3,4610000,Kingsfell,*DUMMY*\r\n";
        const Outcome outcome = readParts({part(u"sw_episodes.csv"_s, social), part(u"episodes.csv"_s, iso), part(u"header.csv"_s, header)}, mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const auto worker = of(outcome, u"ssda903-tables:sw_episodes"_s);
        QCOMPARE(worker.front().date, QDate(2020, 1, 1));
        QVERIFY(!named(worker.front(), u"SW_ID"_s)); // a number of somebody who works there
        QVERIFY(!outcome.report->documents[0].kept.contains("SW999"));
        const auto stays = of(outcome, u"ssda903-tables:episodes"_s);
        QCOMPARE(stays.front().date, QDate(2015, 6, 19));
        QCOMPARE(named(stays.front(), u"TEST_COLUMN"_s)->raw, u"*DUMMY*"_s);
        QCOMPARE(meaning(stays.front(), u"PLACE"_s), u"meaning not known for 2014/15"_s); // U6 is in no published list
        QStringList unknown;
        for (const ReadDocument::Unknown& one : outcome.report->documents[1].unknown)
            unknown << one.name;
        QCOMPARE(unknown, (QStringList{u"LA"_s, u"TEST_COLUMN"_s}));
    }

    void columnsThatMayBeAbsent()
    {
        // No birth dates in the list: the pupil number is enough there, and elsewhere the person's own date is compared.
        const QByteArray noDates = "CHILD,SEX,ETHNIC,UPN\n11,1,REFU,B000260000032\n12,2,WROM,A000260000031\n";
        const Outcome dateless = readParts({part(u"header.csv"_s, noDates), part(u"missing.csv"_s, missing)}, mina);
        QVERIFY2(dateless.report.has_value(), qPrintable(dateless.error()));
        QCOMPARE(of(dateless, u"ssda903-tables:header"_s).size(), std::size_t(1));
        QCOMPARE(of(dateless, u"ssda903-tables:missing"_s).size(), std::size_t(1));
        // No pupil numbers: it is this return's table all the same, and says of nobody for sure who it is.
        const QByteArray noNumbers = "CHILD,SEX,DOB,ETHNIC\n11,1,09/09/2011,REFU\n12,2,05/03/2008,WROM\n";
        QVERIFY(!readText(noNumbers, mina, u"header.csv"_s).report.has_value());
        const Outcome all = readText(noNumbers, everyone(), u"header.csv"_s);
        QCOMPARE(all.report->documents.front().document.format, u"ssda903-tables"_s);
        QCOMPARE(all.report->pupils.size(), std::size_t(2));
        QVERIFY(!all.report->documents.front().notTriedOnRealFile);
    }

    void aYearInTheNames()
    {
        const Outcome outcome = readParts({part(u"SSDA903_2020_header.csv"_s, header), part(u"SSDA903_2020_episodes.csv"_s, episodes)}, mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(of(outcome, u"ssda903-tables:header"_s).front().year->text(), u"2019/20"_s);
        QVERIFY(warned(outcome.report->documents[0], u"file's name"_s));
        QCOMPARE(of(outcome, u"ssda903-tables:episodes"_s).front().year->text(), u"2015/16"_s); // its own day
        QVERIFY(!warned(outcome.report->documents[1], u"file's name"_s));
    }

    void childrenInNeed()
    {
        const QByteArray who = "LAchildID,UPN,FormerUPN,UPNunknown,PersonBirthDate,ExpectedPersonBirthDate,GenderCurrent,PersonDeathDate\n"
                               "L1,,,UN3,2008-03-05,,1,\nL2,A000260000031,,,2008-03-05,,2,\n";
        const QByteArray details = "LAchildID,CINdetailsID,CINreferralDate,ReferralSource,PrimaryNeedCode,CINclosureDate,ReasonForClosure,DateOfInitialCPC,ReferralNFA\n"
                                   "L2,1,2019-10-06,1A,N4,,,,0\nL1,1,2019-10-06,1A,N1,,,,0\n";
        const QByteArray return2023 = "Collection,Year,ReferenceDate,SourceLevel,LEA,SoftwareCode,Release,SerialNo,DateTime\nCIN,2023,2023-03-31,L,000,x,1,001,2023-05-23T11:14:05\n";
        const Outcome outcome = readParts({part(u"CINdetails.csv"_s, details), part(u"ChildIdentifiers.csv"_s, who), part(u"Header.csv"_s, return2023)}, mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const auto needs = of(outcome, u"cin-tables:CINdetails"_s);
        QCOMPARE(needs.size(), std::size_t(1));
        QCOMPARE(needs.front().date, QDate(2019, 10, 6));
        QVERIFY(outcome.report->documents[0].notTriedOnRealFile);
        QCOMPARE(needs.front().year->text(), u"2022/23"_s); // of the return
        QCOMPARE(meaning(needs.front(), u"PrimaryNeedCode"_s), u"Family in acute stress"_s);
        QCOMPARE(of(outcome, u"cin-tables:ChildIdentifiers"_s).size(), std::size_t(1));
        QCOMPARE(outcome.report->documents[2].document.name, u"Header.csv"_s);
        QCOMPARE(outcome.report->documents[2].kept, return2023);
        QVERIFY(!outcome.report->documents[0].kept.contains("N1,"));
        const Outcome alone = readText(details, mina, u"CINdetails.csv"_s);
        QVERIFY(alone.report.error().next.contains(u"ChildIdentifiers.csv"_s));
    }

    void brokenTables_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut off in a row") << episodes.first(episodes.indexOf("14/08/2017,T") + 13);
        QTest::newRow("cut off in a quotation") << QByteArray(header.left(header.size() - 1) + "14,1,\"05/03");
    }
    void brokenTables()
    {
        QFETCH(const QByteArray, bytes);
        const bool list = bytes.startsWith("CHILD,SEX");
        std::vector<SourcePart> parts{part(u"header.csv"_s, list ? bytes : header)};
        if (!list)
            parts.push_back(part(u"episodes.csv"_s, bytes));
        const Outcome outcome = readParts(std::move(parts), mina);
        QCOMPARE(outcome.kind(), base::ErrorKind::InputUnreadable);
        QVERIFY2(outcome.report.error().where.contains(u"row"_s) || outcome.report.error().where.contains(u"line"_s), qPrintable(outcome.report.error().where));
    }

    void otherTablesAreLeftAlone()
    {
        const QByteArray mine = "Child,School,UPN,DOB,Surname,Forename\nMina,Kingsfell,A000260000031,05/03/2008,Okafor-Hale,Mina\n";
        const Outcome outcome = readText(mine, mina, u"header.csv"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.report->documents.front().document.format, u"npd-table"_s);
    }

    void aWholeSet()
    {
        const QString folder = QStringLiteral(TESTS_SAMPLES "/looked_after_903/");
        if (!QDir(folder).exists())
            QSKIP("the folder of sample files is not here");
        std::vector<QString> paths;
        for (const QString& name : {u"ad1"_s, u"DoLo"_s, u"episodes"_s, u"header"_s, u"missing"_s, u"oc3"_s, u"sw_episodes"_s, u"uasc"_s}) {
            const QString path = folder + name + u".csv";
            paths.push_back(path);
        }
        const auto source = openSource(paths);
        QVERIFY(source.has_value());
        Collected all;
        const auto everybody = readers::read(*source, everyone(), all);
        QVERIFY2(everybody.has_value(), everybody ? "" : qPrintable(everybody.error().message));
        QCOMPARE(everybody->pupils.size(), std::size_t(2675));
        // A child with rows in two tables, by the number and birth date in the list; nothing of anybody else.
        Collected own;
        const auto one = readers::read(*source, person(u"Test Child"_s, QDate(2008, 3, 27), u"D051910639385"_s), own);
        QVERIFY2(one.has_value(), one ? "" : qPrintable(one.error().message));
        QCOMPARE(own.entries.size(), std::size_t(3));
        for (std::size_t i = 0; i < own.entries.size(); ++i)
            QCOMPARE(own.raw(i, u"CHILD"_s), u"566910"_s);
        for (const ReadDocument& document : one->documents)
            QCOMPARE(warned(document, u"another return"_s), document.document.name == "DoLo.csv"_L1 || document.document.name == "sw_episodes.csv"_L1);
    }

    void whoseARowIs()
    {
        using Whose = CareRows::Whose;
        CareRows rows;
        const CareDay born{"05/03/2008"};
        const CareDay other{"01/01/2009"};
        rows.claim("1", "A", born, 4);
        rows.claim("1", "A", born, 4); // the same line twice
        rows.claim("2", "B", born, -1);
        rows.claim("3", "C", born, 5);
        rows.claim("3", "D", other, -1);
        rows.claim({}, "E", born, 6);
        QCOMPARE(rows.ownerOf("1", {}).place, 4);
        QCOMPARE(rows.ownerOf("1", born).whose, Whose::Child);
        QCOMPARE(rows.ownerOf("1", CareDay{"06/03/2008"}).whose, Whose::AnotherBirthDate);
        QCOMPARE(rows.ownerOf("2", {}).whose, Whose::Other);
        QCOMPARE(rows.ownerOf("3", {}).whose, Whose::SeveralChildren);
        QCOMPARE(rows.ownerOf("3", born).place, 5);
        QCOMPARE(rows.ownerOf("3", other).place, -1);
        QCOMPARE(rows.ownerOf({}, {}).whose, Whose::Nobody);
        QCOMPARE(rows.ownerOf("9", born).whose, Whose::Nobody);
        // One day in three spellings is one child; what says no day tells nobody apart, and what says it later counts.
        rows.claim("4", "F", {}, -1);
        rows.claim("4", "F", CareDay{"2008-03-05"}, 7);
        rows.claim("4", "F", CareDay{"39512", true}, -1);
        QCOMPARE(rows.ownerOf("4", born).place, 7);
        QCOMPARE(rows.ownerOf("4", other).whose, Whose::AnotherBirthDate);
        rows.claim("4", "F", CareDay{"39512", true, true}, -1); // counted from another day
        QCOMPARE(rows.ownerOf("4", {}).whose, Whose::SeveralChildren);
    }
};

QTEST_GUILESS_MAIN(TestCareTables)
#include "tst_care_tables.moc"
