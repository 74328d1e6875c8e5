// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixtures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace readers;
using namespace fixtures;

namespace {

const record::Selection mina = person(u"Mina Okafor-Hale"_s, QDate(2001, 10, 14));
const QByteArray names = "A000260000031,Okafor-Hale,Mina,14/10/2001";

// A row of a sheet from its cells, all inline texts.
QByteArray textRow(int number, const QList<QByteArray>& cells)
{
    QByteArray row = "<row r=\"" + QByteArray::number(number) + "\">";
    for (int i = 0; i < cells.size(); ++i) {
        const QByteArray reference = QByteArray(1, char('A' + i)) + QByteArray::number(number);
        row += "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>";
    }
    return row + "</row>";
}

const QByteArray headRow = textRow(3, {"UPN", "Surname", "Forename", "DOB", "StartDate_ex12", "Reason_ex12"});
const QByteArray minaCells = "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>0</v></c><c r=\"B4\" t=\"s\"><v>1</v></c><c r=\"C4\" t=\"inlineStr\"><is><r><t>Mi</t></r><r><t>na</t></r></is></c>"
                             "<c r=\"D4\" s=\"1\"><v>37178</v></c><c r=\"E4\" s=\"1\"><v>40980.5</v></c><c r=\"F4\" s=\"99\"><v>007</v></c></row>";
const QByteArray strings = "<si><t>A000260000031</t></si><si><r><t>Okafor</t></r><r><t>-Hale</t></r><rPh><t>ignored</t></rPh></si>";

} // namespace

class TestSheets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAWorkbook_data()
    {
        QTest::addColumn<bool>("absolute");
        QTest::newRow("relative targets") << false;
        QTest::newRow("absolute targets") << true;
    }
    void readsAWorkbook()
    {
        QFETCH(bool, absolute);
        const QByteArray bytes = xlsx(headRow + minaCells, strings, false, absolute);
        const Outcome outcome = readText(bytes, mina, u"results.xlsx"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(1));
        const record::Entry& entry = outcome.sink.entries[0];
        QCOMPARE(entry.collection, u"EXC"_s);
        QCOMPARE(entry.date, QDate(2012, 3, 12)); // 40980.5, half a day
        QCOMPARE(outcome.sink.raw(0, u"StartDate_ex12"_s), u"40980.5"_s); // as delivered
        QCOMPARE(outcome.sink.raw(0, u"DOB"_s), u"37178"_s);
        QCOMPARE(outcome.sink.raw(0, u"Reason_ex12"_s), u"007"_s); // style 99 does not exist: no harm
        QCOMPARE(entry.values.back().where.sheet, u"Results"_s);
        QCOMPARE(entry.values.back().where.row, 4);
        QCOMPARE(entry.values.back().where.column, 6);
        QVERIFY(outcome.report->documents[0].kept.contains("A000260000031\tOkafor-Hale\tMina"));
        QVERIFY(outcome.report->documents[0].warnings.join(u' ').contains(u"Notes"_s)); // the sheet that was not read
    }

    void datesSince1904()
    {
        QByteArray cells = minaCells;
        cells.replace("37178", "35716").replace("40980.5", "39518.5");
        const Outcome outcome = readText(xlsx(headRow + cells, strings, true), mina, u"mac.xlsx"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries[0].date, QDate(2012, 3, 12));
    }

    void workbookOfManyKeepsOnlyThePersonsRows()
    {
        const QByteArray lowe = textRow(5, {"B000260000032", "Lowe", "Ada", "02/03/2002", "", "PP"});
        const Outcome outcome = readText(xlsx(headRow + minaCells + lowe, strings), mina, u"all.xlsx"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const ReadDocument& document = outcome.report->documents[0];
        QVERIFY(document.kept.contains("A000260000031\tOkafor-Hale\tMina"));
        QVERIFY(!document.kept.contains("Lowe"));
        QVERIFY(document.kept.contains("other pupils"));
        QVERIFY(document.document.withheldBytes > 0);
    }

    void keepsAWorkbookWholeOnlyIfAllOfItWasRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("whole");
        Members members = xlsxMembers(headRow + minaCells, strings);
        members[6].second = "<worksheet><sheetData/></worksheet>";
        QTest::newRow("all of it") << zipped(members) << true;
        QTest::newRow("a sheet that was not read") << xlsx(headRow + minaCells, strings) << false;
        Members stale = members;
        stale[5].second.replace("</sst>", "<si><t>Lowe</t></si></sst>");
        QTest::newRow("a text that no cell shows") << zipped(stale) << false;
        Members comments = members;
        comments.push_back({u"xl/comments1.xml"_s, "<comments>Lowe</comments>"});
        QTest::newRow("comments") << zipped(comments) << false;
        Members cache = members;
        cache.push_back({u"xl/pivotCache/pivotCacheRecords1.xml"_s, "<pivotCacheRecords>Lowe</pivotCacheRecords>"});
        QTest::newRow("a stored summary") << zipped(cache) << false;
        Members list = members;
        list[7].second.replace("</worksheet>", "<dataValidations><dataValidation><formula1>\"Lowe,Poe\"</formula1></dataValidation></dataValidations></worksheet>");
        QTest::newRow("a list to choose from") << zipped(list) << false;
        const auto cell = [](const QByteArray& text) { return QByteArray("<table:table-cell><text:p>" + text + "</text:p></table:table-cell>"); };
        const auto book = [&](const QByteArray& note) {
            return ods("<table:table table:name=\"x\"><table:table-row>" + cell("UPN") + cell("Surname") + cell("Forename") + cell("DOB") + cell("FSMeligible_SPR14") +
                       "</table:table-row><table:table-row>" + cell("A000260000031") + cell("Okafor-Hale") + cell("Mina") + cell("14/10/2001") +
                       "<table:table-cell>" + note + "<text:p>1</text:p></table:table-cell></table:table-row></table:table>");
        };
        QTest::newRow("all of an OpenDocument table") << book({}) << true;
        QTest::newRow("a comment in an OpenDocument table") << book("<office:annotation><text:p>as Lowe</text:p></office:annotation>") << false;
    }
    void keepsAWorkbookWholeOnlyIfAllOfItWasRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, whole);
        const Outcome outcome = readText(bytes, mina, u"results.xlsx"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(1));
        const QByteArray& kept = outcome.report->documents[0].kept;
        QCOMPARE(kept == bytes, whole);
        if (!whole)
            QVERIFY(kept.contains("A000260000031\tOkafor-Hale\tMina") && !kept.contains("Lowe") && !kept.contains("PK"));
    }

    void readsOpenDocument()
    {
        const auto cell = [](const QByteArray& text) { return QByteArray("<table:table-cell><text:p>" + text + "</text:p></table:table-cell>"); };
        const QByteArray table = "<table:table table:name=\"Empty\"><table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>"
                                 "<table:table table:name=\"Census\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row><table:table-row>" +
                                 cell("UPN") + cell("Surname") + cell("Forename") + cell("DOB") + cell("FSMeligible_SPR14") + cell("EnrolStatus_SPR14") + "</table:table-row><table:table-row>" +
                                 cell("A000260000031") + cell("Okafor-Hale") + cell("Mi<text:s/>na") +
                                 "<table:table-cell office:value-type=\"date\" office:date-value=\"2001-10-14\"><text:p>14/10/01</text:p></table:table-cell>"
                                 "<table:table-cell office:value-type=\"float\" office:value=\"7\"><office:annotation><text:p>a note</text:p></office:annotation><text:p>007</text:p></table:table-cell>"
                                 "<table:table-cell table:number-columns-repeated=\"1\"><text:p>C</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>"
                                 "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row></table:table>";
        const Outcome outcome = readText(ods(table), person(u"Mi na Okafor-Hale"_s, QDate(2001, 10, 14), u"A000260000031"_s), u"c.ods"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(1));
        QCOMPARE(outcome.sink.entries[0].term, catalogue::Term::Spring);
        QCOMPARE(outcome.sink.raw(0, u"FSMeligible_SPR14"_s), u"007"_s);
        QCOMPARE(outcome.sink.raw(0, u"DOB"_s), u"2001-10-14"_s);
        QCOMPARE(outcome.sink.entries[0].values.front().where.sheet, u"Census"_s);
        QCOMPARE(outcome.sink.entries[0].values.front().where.row, 4);
    }

    void countsThatOverflowDoNoHarm_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("row"); // of the person
        const auto cell = [](const QByteArray& text) { return QByteArray("<table:table-cell><text:p>" + text + "</text:p></table:table-cell>"); };
        const QByteArray many = "<table:table-cell table:number-columns-repeated=\"2147483647\"/>";
        const QByteArray rows = "<table:table-row>" + cell("UPN") + cell("Surname") + cell("Forename") + cell("DOB") + cell("FSMeligible_SPR14") + many + many + cell("lost") +
                                "</table:table-row><table:table-row>" + cell("A000260000031") + cell("Okafor-Hale") + cell("Mina") + cell("2001-10-14") + cell("1") +
                                "</table:table-row>";
        const QByteArray empty = "<table:table-row table:number-rows-repeated=\"2147483647\"><table:table-cell/></table:table-row>";
        QTest::newRow("columns") << ods("<table:table table:name=\"x\">" + rows + "</table:table>") << 2;
        QTest::newRow("rows") << ods("<table:table table:name=\"x\">" + empty + empty + rows + "</table:table>") << 1048578;
        const QByteArray last = textRow(2147483647, {"UPN", "Surname", "Forename", "DOB", "FSMeligible_SPR14"}) +
                                textRow(5, {"A000260000031", "Okafor-Hale", "Mina", "14/10/2001", "1"});
        QTest::newRow("row numbers") << xlsx(last) << 5;
    }
    void countsThatOverflowDoNoHarm()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, row);
        const Outcome outcome = readText(bytes, mina, u"x.ods"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(1));
        QCOMPARE(outcome.sink.entries[0].values.front().where.row, row);
    }

    void numbersOfRowsInATableThatIsNotThere()
    {
        const QByteArray rows = textRow(1, {"pupilonrolltableid", "NativeId", "sessions", "startdate"}) + textRow(2, {"1", "SCH1", "4", "2024-10-02"});
        const Outcome outcome = readText(xlsx(rows), mina, u"x.xlsx"_s);
        QCOMPARE(outcome.kind(), base::ErrorKind::ChoiceNeeded);
        QVERIFY(outcome.sink.entries.empty());
    }

    void refusesWhatIsBrokenOrHostile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = xlsx(headRow + minaCells, strings);
        QByteArray longText; // just under the longest that is read, and not a bomb to the zip's own measure
        for (int i = 0; longText.size() < 1000 * 1000; ++i)
            longText += QByteArray::number(i * 7919);
        QTest::newRow("cut off") << good.left(good.size() * 2 / 3);
        QTest::newRow("sheet is no XML") << xlsx("<row r=\"1\"><c>", strings);
        QByteArray deep;
        for (int i = 0; i < 80; ++i)
            deep += "<x>";
        QTest::newRow("nested too deeply") << xlsx(deep, strings);
        Members entity = xlsxMembers(headRow + minaCells, strings);
        entity[7].second.prepend("<!DOCTYPE x [<!ENTITY a \"aaaa\">]>");
        QTest::newRow("entities of its own") << zipped(entity);
        Members missing = xlsxMembers(headRow + minaCells, strings);
        missing.erase(missing.begin() + 7);
        QTest::newRow("sheet missing") << zipped(missing);
        Members noBook = xlsxMembers(headRow, strings);
        noBook.erase(noBook.begin() + 2);
        QTest::newRow("workbook missing") << zipped(noBook);
        QTest::newRow("a text too long") << xlsx("<row r=\"1\"><c t=\"inlineStr\"><is><t>" + QByteArray(2 * 1024 * 1024, 'x').replace(1000, 4, "abcd") + "</t></is></c></row>", strings);
        QTest::newRow("cells without end") << ods("<table:table table:name=\"x\"><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"100\"><text:p>a</text:p></table:table-cell></table:table-row></table:table>");
        QByteArray often;
        for (int row = 1; row <= 20; ++row) {
            often += "<row>";
            for (int i = 0; i < 20; ++i)
                often += "<c t=\"s\"><v>0</v></c>";
            often += "</row>";
        }
        QTest::newRow("one long text very often") << xlsx(often, "<si><t>" + longText + "</t></si>");
        QByteArray far;
        for (int row = 1; row <= 200; ++row)
            far += "<row><c r=\"XFD" + QByteArray::number(row) + "\"><v>1</v></c></row>";
        QTest::newRow("cells far to the right") << xlsx(far);
        const QByteArray paragraph = "<text:p>" + longText + "</text:p>";
        QTest::newRow("one long text in many columns")
            << ods("<table:table table:name=\"x\"><table:table-row><table:table-cell table:number-columns-repeated=\"16384\">" + paragraph + "</table:table-cell></table:table-row></table:table>");
        QTest::newRow("one long text in many rows")
            << ods("<table:table table:name=\"x\"><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell>" + paragraph + "</table:table-cell></table:table-row></table:table>");
        QTest::newRow("blanks without end")
            << ods("<table:table table:name=\"x\"><table:table-row><table:table-cell><text:p>" + QByteArray("<text:s text:c=\"1000\"/><text:tab/>").repeated(1100) +
                   "x</text:p></table:table-cell></table:table-row></table:table>");
        QTest::newRow("sheets without end") << ods(QByteArray("<table:table table:name=\"x\"/>").repeated(1001));
        Members sheets = xlsxMembers(headRow + minaCells, strings);
        sheets[2].second.replace("</sheets>", QByteArray("<sheet name=\"x\" r:id=\"s\"/>").repeated(1000).append("</sheets>"));
        QTest::newRow("sheets that are one") << zipped(sheets);
        QTest::newRow("only notes") << xlsx(textRow(1, {"hello", "world"}), strings);
    }
    void refusesWhatIsBrokenOrHostile()
    {
        QFETCH(QByteArray, bytes);
        const Outcome outcome = readText(bytes, mina, u"x.xlsx"_s);
        QVERIFY(!outcome.report.has_value());
        QCOMPARE(outcome.kind(), base::ErrorKind::InputUnreadable);
        QVERIFY(!outcome.report.error().next.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSheets)
#include "tst_sheets.moc"
