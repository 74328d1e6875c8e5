// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A support copy tells how a file is built and nothing that is in it: names, numbers, dates and addresses are planted
// into files of every kind and looked for in the text.
#include "readers/support_copy.h"
#include "readers/support_shape.h"
#include "table_fixtures.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace readers;
using namespace fixtures;

namespace {

// What must never come out, whatever the file.
const QStringList planted{u"Okafor"_s,   u"Hale"_s,      u"Mina"_s,     u"Zebedee"_s,  u"A000000010001"_s, u"000000010001"_s,
                          u"1000000011"_s, u"2003-05-03"_s, u"03/05/2003"_s, u"20030503"_s, u"2003"_s,       u"Invented Street"_s,
                          u"Invented"_s, u"ZZ99"_s,      u"9ZZ"_s,      u"Nowhere"_s,  u"mina@example"_s, u"example.org"_s,
                          u"Secret"_s,   u"WBRI"_s,      u"9994001"_s,  u"38012"_s};

const QByteArray csv = "UPN,Surname,Forename,DOB,Address,FSMeligible_SPR10,EthnicGroupMinor_SPR10,Mina Okafor,Gender\r\n"
                       "A000000010001,Okafor-Hale,Mina,03/05/2003,\"1 Invented Street, Nowhere ZZ99 9ZZ\",1,WBRI,Secret,F\r\n"
                       "B000000010002,Zebedee,Mina,2003-05-03,,0,WBRI,38012,M\r\n";
const QByteArray headless = "A000000010001,Okafor-Hale,Mina,03/05/2003,ZZ99 9ZZ\nB000000010002,Zebedee,Mina,20030503,Nowhere\n";
const QByteArray census =
    "<?xml version=\"1.0\"?>\n<!-- for Mina Okafor-Hale --><Message xmlns:o=\"urn:Okafor\"><Header><CollectionDetails><Collection>SC</Collection><Term>SPR"
    "</Term><Year>2003</Year></CollectionDetails><Source><LEA>999</LEA><Estab>9994001</Estab></Source></Header><Pupils><PupilsOnRoll>"
    "<PupilOnRoll><PupilIdentifiers><UPN>A000000010001</UPN><Surname>Okafor-Hale</Surname><Forename>Mina</Forename>"
    "<DOB>2003-05-03</DOB></PupilIdentifiers><Okafor Zebedee=\"Hale\">Secret</Okafor>"
    "<HomeInformation><Address><Street>Invented Street</Street><PostCode>ZZ99 9ZZ</PostCode></Address></HomeInformation>"
    "</PupilOnRoll></PupilsOnRoll></Pupils></Message>";
const QByteArray json = "{\"Surname\":\"Okafor-Hale\",\"Mina Okafor\":[{\"DOB\":\"2003-05-03\",\"ULN\":1000000011,\"email\":\"mina@example.org\"}],"
                        "\"A000000010001\":{\"UPN\":\"A000000010001\"}}";

QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return path;
}

QByteArray utf16(const QByteArray& text)
{
    const QString wide = QString::fromUtf8(text);
    return QByteArray("\xFF\xFE") + QByteArray(reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2);
}

} // namespace

class Support : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsHowAFileIsBuiltAndNothingInIt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("says"); // and that it is of use
        const QByteArray sheet = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>UPN</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Surname</t></is></c></row>"
                                 "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>A000000010001</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>Okafor-Hale</t></is></c>"
                                 "<c r=\"C2\"><v>38012</v></c></row>";
        const QByteArray table = "<table:table table:name=\"Mina Okafor\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>UPN</text:p>"
                                 "</table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Surname</text:p></table:table-cell></table:table-row>"
                                 "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>A000000010001</text:p></table:table-cell>"
                                 "<table:table-cell office:value-type=\"string\"><text:p>Zebedee</text:p></table:table-cell></table:table-row></table:table>";
        QTest::newRow("csv") << u"Mina Okafor.csv"_s << csv
                             << QStringList{u"column 1 UPN"_s, u"letters×1 digits×12"_s, u"FSMeligible_SPR10"_s, u"code “1”"_s, u"[letters×4 blank letters×6]"_s};
        QTest::newRow("csv in UTF-16") << u"Okafor.csv"_s << utf16(csv) << QStringList{u"UTF-16"_s, u"column 1 UPN"_s};
        QTest::newRow("no headings") << u"x.csv"_s << headless << QStringList{u"headings: none known"_s, u"digits×2/digits×2/digits×4"_s};
        QTest::newRow("census") << u"Mina.xml"_s << census << QStringList{u"PupilOnRoll/PupilIdentifiers/UPN"_s, u"[letters×6]"_s, u"recognised as census-xml"_s};
        QTest::newRow("broken xml") << u"Mina.xml"_s << census.left(500) << QStringList{u"cannot be read further"_s, u"Message/Header"_s};
        QTest::newRow("json") << u"Mina.json"_s << json << QStringList{u"Surname"_s, u"letters×4@letters×7.letters×3"_s, u"[letters×1 digits×12]"_s};
        QTest::newRow("broken json") << u"Mina.json"_s << json.left(60) << QStringList{u"cannot be read: byte"_s};
        QTest::newRow("xlsx") << u"Mina.xlsx"_s << xlsx(sheet) << QStringList{u"Excel workbook"_s, u"Surname"_s, u"letters×6-letters×4"_s};
        QTest::newRow("ods") << u"Mina.ods"_s << ods(table) << QStringList{u"OpenDocument table"_s, u"Surname"_s};
        QTest::newRow("zip") << u"Okafor.zip"_s << zipped({{u"Mina Okafor.csv"_s, csv}, {u"Zebedee.xml"_s, census}})
                             << QStringList{u"members: 2"_s, u"part 2 of 2, out of a zip"_s, u"ending csv"_s};
        QTest::newRow("cut zip") << u"Okafor.zip"_s << zipped({{u"Mina.csv"_s, csv}}).left(80) << QStringList{u"input_unreadable"_s};
        QTest::newRow("pdf") << u"Mina.pdf"_s << QByteArray("%PDF-1.7 /Title (Mina Okafor-Hale)") << QStringList{u"PDF"_s, u"input_unreadable"_s};
        QTest::newRow("text") << u"Mina.txt"_s << QByteArray("Dear Mina Okafor-Hale,\nborn 2003-05-03 at Nowhere.\n") << QStringList{u"rows: 2"_s};
        QTest::newRow("noise") << u"Mina.bin"_s << QByteArray(3000, '\x01') << QStringList{u"no kind this program knows"_s};
    }
    void tellsHowAFileIsBuiltAndNothingInIt()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, says);
        const QTemporaryDir folder;
        const auto copy = supportCopy({written(folder, name, bytes)});
        QVERIFY2(copy, copy ? "" : qPrintable(copy.error().message));
        for (const QString& word : planted)
            QVERIFY2(!copy->contains(word, Qt::CaseInsensitive), qPrintable(word + u"\n"_s + *copy));
        for (const QString& word : says)
            QVERIFY2(copy->contains(word), qPrintable(word + u"\n"_s + *copy));
    }

    void lockedZipIsTold()
    {
        // What `zip -P` made of a table, see tst_locked.cpp; here without the password.
        const QByteArray locked = QByteArray::fromBase64(
            "UEsDBBQACQAIAEEudl0P3ANEYwAAAHYAAAAKAAAAc3ByaW5nLmNzdvfkqrwBg7SUY1g4NSh9jVCxSHwWgI4AsvIvCWzJNOzGHQHuSXLuylljuydOAv2A"
            "uc9FTbEP9t3VAsIrGU/Tx5+njD6US1wv4zeMelzpSSUK+21q0BpwBZA2DDAd/OpVmqzxPVBLBwgP3ANEYwAAAHYAAABQSwECHgMUAAkACABBLnZdD9wD"
            "RGMAAAB2AAAACgAAAAAAAAABAAAApIEAAAAAc3ByaW5nLmNzdlBLBQYAAAAAAQABADgAAACbAAAAAAA=");
        const QTemporaryDir folder;
        const auto copy = supportCopy({written(folder, u"a.zip"_s, locked)});
        QVERIFY(copy);
        QVERIFY2(copy->contains(u"locked (ZipCrypto)"_s), qPrintable(*copy));
    }

    void shapes()
    {
        QCOMPARE(shapeOf({}), u"blank"_s);
        QCOMPARE(shapeOf(u"  "_s), u"blank"_s);
        QCOMPARE(shapeOf(u"Okafor-Hale"_s), u"letters×6-letters×4"_s);
        QCOMPARE(shapeOf(u"Zoë Ó Cinnéide"_s), u"letters×3 blank letters×1 blank letters×8"_s);
        QCOMPARE(shapeOf(u"A000000010001"_s), u"letters×1 digits×12"_s);
        QCOMPARE(shapeOf(QString(500, u'1')), u"digits×500"_s);
        QVERIFY(!shapeOf(u"1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8"_s).contains(u'/'));
    }

    void namesThatMayStand()
    {
        QVERIFY(isKnownName(u"UPN"_s));
        QVERIFY(isKnownName(u"EthnicGroupMinor_SPR10"_s));
        QVERIFY(isKnownName(u"PupilOnRoll"_s));
        for (const QString& word : planted)
            QVERIFY2(!isKnownName(word), qPrintable(word));
        QVERIFY(!isKnownName(u"UPN A000000010001"_s));
        QVERIFY(!isKnownName(u"DOB_03052003"_s));
    }

    void codesOnlyOfTheirOwnField()
    {
        Shapes gender(u"Gender"_s);
        gender.add(u"F"_s);
        gender.add(u"Q7"_s);
        QVERIFY(gender.lines().contains(u"1 times code “F”"_s));
        QVERIFY(!gender.lines().join(u'|').contains(u"Q7"_s));
        Shapes surname(u"Surname"_s);
        surname.add(u"Ng"_s);
        surname.add(u"F"_s);
        QVERIFY(!surname.lines().join(u'|').contains(u"Ng"_s));
        QVERIFY(!surname.lines().join(u'|').contains(u"“F”"_s));
    }

    // Every sample: nothing longer than a code comes out of the cells of a text table.
    void samplesStayAtHome()
    {
        const QDir samples(QStringLiteral(TESTS_SAMPLES));
        if (!samples.exists())
            QSKIP("the samples are not on this computer");
        const QString path = samples.filePath(u"school_census/dssg/census_original_jan17.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        const auto copy = supportCopy({path});
        QVERIFY(copy);
        const QStringList rows = text.split(u'\n', Qt::SkipEmptyParts).mid(1);
        const QString head = text.section(u'\n', 0, 0);
        static const QRegularExpression word(u"\\w{5,}"_s);
        for (const QString& row : rows)
            for (auto it = word.globalMatch(row); it.hasNext();) {
                const QString value = it.next().captured();
                if (!head.contains(value, Qt::CaseInsensitive))
                    QVERIFY2(!copy->contains(value), qPrintable(value));
            }
    }
};

QTEST_GUILESS_MAIN(Support)
#include "tst_support.moc"
