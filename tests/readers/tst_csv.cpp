// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/csv.h"
#include "readers/dates.h"
#include "table_fixtures.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace readers;
using namespace fixtures;

namespace {

const record::Selection mina = person(u"Mina Okafor-Hale"_s, QDate(2001, 10, 14));
const QByteArray head = "UPN,Surname,Forename,DOB,FSMeligible_SPR14\n";
const QByteArray minaRow = "A000260000031,Okafor-Hale,Mina,14/10/2001,1\n";
const QByteArray otherRow = "B000260000032,Lowe,Ada,02/03/2002,0\n";

QList<QStringList> cellsOf(const QByteArray& text, TextDialect dialect = {})
{
    const SourcePart part = bufferPart(u"t"_s, text);
    Intake intake(part, {}, {});
    const auto table = openTable(intake, text.left(65536), dialect);
    QList<QStringList> rows;
    Row row;
    CellNotes notes;
    while (table) {
        const auto got = (*table)->next(row);
        if (!got) {
            rows << QStringList{got.error().where};
            break;
        }
        if (!*got)
            break;
        QStringList cells;
        for (int i = 0; i < row.count(); ++i)
            cells << row.text(i, notes);
        rows << cells;
    }
    return rows;
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsCells_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<QStringList>>("rows");
        const auto add = [](const char* name, const QByteArray& text, const QList<QStringList>& rows) { QTest::newRow(name) << text << rows; };
        add("comma", "a,b\n1,2\n", {{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}});
        add("semicolon", "a;b\n1,5;2\n", {{u"a"_s, u"b"_s}, {u"1,5"_s, u"2"_s}});
        add("tab", "a\tb\n1\t2", {{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}});
        add("sep row", "sep=;\na;b\n", {{u"sep="_s, QString(u""_s)}, {u"a"_s, u"b"_s}});
        add("CRLF", "a,b\r\n1,2\r\n", {{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}});
        add("old Mac", "a,b\r1,2\r", {{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}});
        add("quoted comma", "a,b\n\"x, y\",2\n", {{u"a"_s, u"b"_s}, {u"x, y"_s, u"2"_s}});
        add("quoted line break", "a,b\n\"x\ny\",2\n3,4\n", {{u"a"_s, u"b"_s}, {u"x\ny"_s, u"2"_s}, {u"3"_s, u"4"_s}});
        add("doubled marks", "a,b\n\"say \"\"hi\"\"\",2\n", {{u"a"_s, u"b"_s}, {u"say \"hi\""_s, u"2"_s}});
        add("mark inside a plain cell", "a,b\n5\" pipe,2\n", {{u"a"_s, u"b"_s}, {u"5\" pipe"_s, u"2"_s}});
        add("text after a closed mark", "a,b\n\"x\"y,2\n", {{u"a"_s, u"b"_s}, {u"\"x\"y"_s, u"2"_s}});
        add("empty cells", "a,b,c\n,,\n", {{u"a"_s, u"b"_s, u"c"_s}, {u""_s, u""_s, u""_s}});
        add("leading zeros and blanks", "a,b\n007, \n", {{u"a"_s, u"b"_s}, {u"007"_s, u" "_s}});
        add("formula stays text", "a,b\n=1+1,@x\n", {{u"a"_s, u"b"_s}, {u"=1+1"_s, u"@x"_s}});
        add("mark never closed", "a,b\n1,2\n3,\"x\n", {{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}, {u"row 3, line 3"_s}});
    }
    void cutsCells()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<QStringList>, rows);
        QCOMPARE(cellsOf(text), rows);
    }

    void unclosedMarkInALongFileNamesItsRow()
    {
        QByteArray text = "a,b\n1,\"never closed\n";
        while (text.size() < 3 * 1024 * 1024)
            text += "3,4 and more\n";
        QCOMPARE(cellsOf(text).constLast(), QStringList{u"row 2, line 2"_s});
    }

    void readsEveryEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString text = u"UPN,Surname,Forename,DOB,Note\nA000260000031,Okafor-Hale,Mina,14/10/2001,Zoë’s café\n"_s;
        const auto encoded = [&](QStringConverter::Encoding encoding, bool mark) {
            QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            return QByteArray(encoder.encode(text));
        };
        QTest::newRow("UTF-8") << text.toUtf8();
        QTest::newRow("UTF-8 with mark") << QByteArray("\xEF\xBB\xBF" + text.toUtf8());
        QTest::newRow("UTF-16 LE with mark") << encoded(QStringConverter::Utf16LE, true);
        QTest::newRow("UTF-16 BE with mark") << encoded(QStringConverter::Utf16BE, true);
        QTest::newRow("UTF-16 LE") << encoded(QStringConverter::Utf16LE, false);
        QTest::newRow("UTF-16 BE") << encoded(QStringConverter::Utf16BE, false);
        QByteArray windows = text.toUtf8();
        windows.replace("ë", "\xEB").replace("’", "\x92").replace("é", "\xE9");
        QTest::newRow("Windows-1252") << windows;
        QByteArray withNul = text.toUtf8();
        withNul.replace("Zo", QByteArray("Z\0o", 3));
        QTest::newRow("NUL bytes") << withNul;
    }
    void readsEveryEncoding()
    {
        QFETCH(QByteArray, bytes);
        const Outcome outcome = readText(bytes, mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.raw(0, u"Note"_s), u"Zoë’s café"_s);
        QCOMPARE(outcome.report->documents[0].document.size, qint64(bytes.size()));
        QCOMPARE(outcome.report->documents[0].kept, bytes); // nothing of another pupil: the delivered bytes to the last
    }

    void aSingleWindows1252ByteFarIntoTheFile()
    {
        QByteArray text = head;
        while (text.size() < 300 * 1024)
            text += otherRow;
        text += "A000260000031,Okafor-Hale,Min\xE9,14/10/2001,1\n";
        const Outcome outcome = readText(text, person(u"Miné Okafor-Hale"_s, QDate(2001, 10, 14)));
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.raw(0, u"Forename"_s), u"Miné"_s);
        QVERIFY(outcome.report->documents[0].warnings.join(u' ').contains(u"Windows-1252"_s));
    }

    void keepsOnlyThePersonsBytes()
    {
        const Outcome outcome = readText(head + otherRow + otherRow + minaRow + otherRow, mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const ReadDocument& document = outcome.report->documents[0];
        const QByteArray two = QByteArray::number(2 * otherRow.size());
        const QByteArray one = QByteArray::number(otherRow.size());
        QCOMPARE(document.kept, head + "[withheld: " + two + " bytes, other pupils]\n" + minaRow + "[withheld: " + one + " bytes, other pupils]\n");
        QCOMPARE(document.document.withheldBytes, qint64(3 * otherRow.size()));
        QVERIFY(!document.kept.contains("Lowe"));
        QCOMPARE(outcome.report->otherPupils, 1);
        QVERIFY(document.warnings.join(u' ').contains(u"tell the school"_s));
    }

    void emptyRowsAtTheEndCostNothing()
    {
        QByteArray text = head + minaRow;
        for (int i = 0; i < 24'382; ++i)
            text += ",,,,\n";
        const Outcome outcome = readText(text, mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(1));
        QCOMPARE(outcome.report->documents[0].document.withheldBytes, 0);
    }

    void saysWhereAFileIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where"); // empty: read without complaint
        QTest::newRow("in a row") << QByteArray(head + minaRow + "B000260000032,Low") << u"row 3"_s;
        QTest::newRow("in the only row") << QByteArray(head + "A000260000031,Okafor-Hale,Mi") << u"row 2"_s;
        QTest::newRow("in a quoted cell") << QByteArray(head + minaRow + "\"B0002600") << u"row 3, line 3"_s;
        QTest::newRow("only the line break is missing") << QByteArray(head + minaRow.chopped(1)) << QString();
        QTest::newRow("short rows are usual") << QByteArray(head + "B000260000032,Lowe,Ada,02/03/2002\n" + minaRow + "C000260000033,Poe,Ed,01/02/2002") << QString();
    }
    void saysWhereAFileIsCutOff()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, where);
        const Outcome outcome = readText(text, mina);
        QCOMPARE(outcome.report.has_value(), where.isEmpty());
        if (!where.isEmpty()) {
            QCOMPARE(outcome.kind(), base::ErrorKind::InputUnreadable);
            QCOMPARE(outcome.report.error().where, where);
        }
    }

    void readsDates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QDate>("swapped");
        const auto add = [](const char* text, QDate date, QDate swapped = {}) { QTest::newRow(text) << QByteArray(text) << date << swapped; };
        add("2008-03-05", QDate(2008, 3, 5));
        add("05/03/2008", QDate(2008, 3, 5), QDate(2008, 5, 3));
        add("25/03/2008", QDate(2008, 3, 25));
        add("1/13/05", QDate(2005, 1, 13));
        add("05-03-2008", QDate(2008, 3, 5), QDate(2008, 5, 3));
        add("2020-Apr-25 00:00:00", QDate(2020, 4, 25));
        add("2012-09-04 12:00:00", QDate(2012, 9, 4));
        add("17/10/2016 14:27:04", QDate(2016, 10, 17));
        add("5 March 2008", QDate(2008, 3, 5));
        add("5th March 2008", QDate(2008, 3, 5));
        add("20080305", QDate(2008, 3, 5));
        add("15032008", QDate(2008, 3, 15));
        add("'1967-12-06", QDate(1967, 12, 6));
        add("41885.5", QDate(2014, 9, 3));
        add("44629", QDate(2022, 3, 9));
        add("30/02/2008", QDate());
        add("2022/2023", QDate());
        add("07/2005", QDate());
        add("12", QDate());
        add("3 of 10 2008", QDate());
        add("", QDate());
    }
    void readsDates()
    {
        QFETCH(QByteArray, text);
        QFETCH(QDate, date);
        QFETCH(QDate, swapped);
        const auto reading = readDateOrSerial(text);
        QCOMPARE(reading ? reading->date : QDate(), date);
        QCOMPARE(reading ? reading->swapped : QDate(), swapped);
    }

    void serialsSince1904() { QCOMPARE(readSerial("40423", true)->date, QDate(2014, 9, 3)); }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
