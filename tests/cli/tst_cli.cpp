// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line as scripts use it: the built program, its exit statuses and its JSON.
#include "commands.h"
#include "base/exit_status.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using commands::Ran;
using commands::run;

namespace {

const auto childName = u"Mina Rose Okafor-Hale"_s;
const auto childBorn = u"2003-05-03"_s;

// Two spring counts of an invented child and one of another child in the same file.
const QByteArray census = "UPN_SPR10,Surname_SPR10,Forename_SPR10,DOB_SPR10,AcademicYear_SPR10,EthnicGroupMinor_SPR10,"
                          "FSMeligible_SPR10,MadeUpColumn\r\n"
                          "A000000010001,Okafor-Hale,Mina Rose,03/05/2003,2009/2010,WBRI,1,007\r\n"
                          "B000000010002,Someone,Else,04/06/2003,2009/2010,BCRB,0,008\r\n";

} // namespace

class CommandLine : public QObject, private commands::Folder {
    Q_OBJECT

    void makeRecord(const QString& file) const
    {
        const Ran made = Folder::makeRecord(file, {u"--upn"_s, u"A000000010001"_s});
        QVERIFY2(made.status == 0, made.err);
    }

private Q_SLOTS:
    void initTestCase()
    {
        write(u"census.csv"_s, census);
        qputenv("XDG_DATA_HOME", in(u"data"_s).toUtf8()); // lists are kept in the user's data folder
    }

    void helpAndVersion()
    {
        const Ran version = run({u"--version"_s});
        QCOMPARE(version.status, 0);
        QVERIFY(version.out.startsWith("pupil-record "));
        const Ran help = run({u"--help"_s});
        QCOMPARE(help.status, 0);
        for (const char* command : {"new", "pupils", "import", "documents", "entries", "values", "summary", "timeline",
                                    "attainment", "dictionary", "identify", "letter", "verify", "passphrase", "export",
                                    "demo", "releases", "coverage"}) {
            QVERIFY2(help.out.contains(QByteArray(QByteArray("  ") + command)), command);
            const Ran one = run({QString::fromLatin1(command), u"--help"_s});
            QCOMPARE(one.status, 0);
            QVERIFY(one.out.contains(command));
        }
    }

    // An invented school, so that a record names it once the list is there.
    void listsOnThisComputer()
    {
        QCOMPARE(run({u"shelf"_s, u"list"_s}).status, 1);
        write(u"withschool.csv"_s, "UPN_SPR10,Surname_SPR10,Forename_SPR10,DOB_SPR10,AcademicYear_SPR10,URN_SPR10,EthnicGroupMinor_SPR10\n"
                                   "A000000010001,Okafor-Hale,Mina Rose,03/05/2003,2009/2010,900001,WBRI\n");
        makeRecord(u"school.pupilrecord"_s);
        QCOMPARE(run(with(u"import"_s, u"school.pupilrecord"_s, {in(u"withschool.csv"_s)})).status, 0);
        QVERIFY(!run(with(u"timeline"_s, u"school.pupilrecord"_s)).out.contains("Lane High"));
        write(u"schools.csv"_s, "urn,name,town,open_date,close_date\n900001,Lane High,Town,01-09-1975,\"\"\n");
        const Ran added = run({u"shelf"_s, u"add"_s, in(u"schools.csv"_s), u"--json"_s});
        QVERIFY2(added.status == 0, added.err);
        QCOMPARE(added.json()[u"kind"_s].toString(), u"schools"_s);
        QCOMPARE(added.json()[u"rows"_s].toInt(), 1);
        QCOMPARE(run({u"shelf"_s, u"list"_s, u"--json"_s}).json()[u"lists"_s].toArray().size(), 1);
        QVERIFY(run(with(u"timeline"_s, u"school.pupilrecord"_s)).out.contains("Lane High"));
        QCOMPARE(run({u"shelf"_s, u"add"_s, in(u"census.csv"_s)}).status, 7);
        QCOMPARE(run({u"shelf"_s, u"burn"_s}).status, 2);
    }

    void usageErrors_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown command") << QStringList{u"conjure"_s};
        QTest::newRow("unknown option") << QStringList{u"dictionary"_s, u"ethnic"_s, u"--loud"_s};
        QTest::newRow("no file") << QStringList{u"values"_s};
        QTest::newRow("bad today") << QStringList{u"dictionary"_s, u"ethnic"_s, u"--today"_s, u"tomorrow"_s};
        QTest::newRow("no terminal to ask") << QStringList{u"new"_s, u"/nonexistent/x"_s, u"--name"_s, u"A B"_s,
                                                           u"--born"_s, u"2003-05-03"_s};
        QTest::newRow("born in the future") << QStringList{u"coverage"_s, u"--born"_s, u"2027-05-03"_s, u"--today"_s, u"2026-11-22"_s};
        QTest::newRow("born too long ago") << QStringList{u"coverage"_s, u"--born"_s, u"1899-12-31"_s};
        QTest::newRow("born on no day") << QStringList{u"coverage"_s, u"--born"_s, u"2009-02-29"_s};
        QTest::newRow("a person born in the future") << QStringList{u"new"_s, u"/nonexistent/x"_s, u"--name"_s, u"A B"_s, u"--born"_s,
                                                                    u"2127-05-03"_s};
        QTest::newRow("no birth date") << QStringList{u"new"_s, u"/nonexistent/x"_s, u"--name"_s, u"A B"_s};
    }
    void usageErrors()
    {
        QFETCH(QStringList, arguments);
        const Ran ran = run(arguments);
        QCOMPARE(ran.status, 2);
        if (arguments.isEmpty())
            return;
        QVERIFY(!ran.err.isEmpty());
        const Ran json = run(arguments + QStringList{u"--json"_s});
        QCOMPARE(json.status, 2);
        const QJsonObject error = json.json().value(u"error").toObject();
        QCOMPARE(error.keys(), QStringList({u"code"_s, u"kind"_s, u"message"_s, u"next"_s, u"where"_s}));
        QCOMPARE(error.value(u"code").toInt(), 2);
        QCOMPARE(error.value(u"kind").toString(), u"usage"_s);
        QCOMPARE(json.json().value(u"schema").toInt(), 1);
    }

    void makesReadsAndCorrects()
    {
        makeRecord(u"mina.pupilrecord"_s);

        const Ran pupils = run({u"pupils"_s, in(u"census.csv"_s), u"--json"_s});
        QCOMPARE(pupils.status, 0);
        QCOMPARE(pupils.json().value(u"pupils").toArray().size(), 2);
        QCOMPARE(pupils.json().value(u"pupils").toArray().at(0).toObject().keys(),
                 QStringList({u"born"_s, u"count"_s, u"name"_s, u"uln"_s, u"upn"_s}));

        const Ran imported = run(with(u"import"_s, u"mina.pupilrecord"_s, {in(u"census.csv"_s), u"--json"_s}));
        QVERIFY2(imported.status == 0, imported.err);
        const QJsonObject document = imported.json().value(u"documents").toArray().at(0).toObject();
        QCOMPARE(document.value(u"entries").toInt(), 1);
        QCOMPARE(document.value(u"already_held").toBool(), false);
        QVERIFY(document.value(u"sha256").toString().size() == 64);
        QVERIFY(!document.value(u"warnings").toArray().isEmpty()); // other children in the file

        const Ran again = run(with(u"import"_s, u"mina.pupilrecord"_s, {in(u"census.csv"_s), u"--json"_s}));
        QCOMPARE(again.status, 0);
        QCOMPARE(again.json().value(u"documents").toArray().at(0).toObject().value(u"already_held").toBool(), true);

        const Ran values = run(with(u"values"_s, u"mina.pupilrecord"_s, {u"--json"_s}));
        QCOMPARE(values.status, 0);
        QVERIFY(!values.out.contains("BCRB"));
        QJsonObject ethnic;
        bool unknownKept = false;
        for (const QJsonValue& value : values.json().value(u"values").toArray()) {
            const QJsonObject object = value.toObject();
            QCOMPARE(object.keys(),
                     QStringList({u"academic_year"_s, u"alias"_s, u"collection"_s, u"date"_s, u"document"_s, u"id"_s,
                                  u"identification_risk"_s, u"item"_s, u"locates"_s, u"locator"_s, u"meaning"_s,
                                  u"meaning_source"_s, u"raw"_s, u"sensitivity"_s, u"sha256"_s, u"term"_s, u"tier"_s, u"written_in"_s}));
            if (object.value(u"alias").toString() == u"EthnicGroupMinor_SPR10")
                ethnic = object;
            if (object.value(u"alias").toString() == u"MadeUpColumn") {
                unknownKept = true;
                QCOMPARE(object.value(u"raw").toString(), u"007"_s);
                QVERIFY(object.value(u"item").isNull());
            }
        }
        QVERIFY(unknownKept);
        QCOMPARE(ethnic.value(u"raw").toString(), u"WBRI"_s);
        QCOMPARE(ethnic.value(u"academic_year").toString(), u"2009/10"_s);
        QCOMPARE(ethnic.value(u"collection").toString(), u"SC"_s);
        QVERIFY(ethnic.value(u"meaning").toString().contains(u"British"));

        const QString id = QString::number(ethnic.value(u"id").toInteger());
        for (const auto& format : {u"html"_s, u"odt"_s, u"pdf"_s, u"txt"_s}) {
            const QString letter = in(u"letter."_s + format);
            const Ran wrote = run(with(u"letter"_s, u"mina.pupilrecord"_s,
                                       {u"--value"_s, id, u"--proposed"_s, u"White and Asian"_s, u"--to"_s, u"dfe"_s,
                                        u"--as"_s, u"self"_s, u"--format"_s, format, u"--out"_s, letter}));
            QVERIFY2(wrote.status == 0, wrote.err);
            QVERIFY(QFile(letter).size() > 500);
        }
        QFile text(in(u"letter.txt"_s));
        QVERIFY(text.open(QIODevice::ReadOnly));
        const QByteArray words = text.readAll();
        QVERIFY(words.contains("White and Asian"));
        QVERIFY(words.contains("Article 16"));

        // Existing targets are not overwritten without --force.
        QCOMPARE(run(with(u"letter"_s, u"mina.pupilrecord"_s,
                          {u"--value"_s, id, u"--proposed"_s, u"x"_s, u"--to"_s, u"dfe"_s, u"--as"_s, u"self"_s,
                           u"--format"_s, u"txt"_s, u"--out"_s, in(u"letter.txt"_s)}))
                     .status,
                 2);

        // What can be seen to fail is refused first, each with its own status.
        const QStringList letter{u"--value"_s, id, u"--proposed"_s, u"x"_s, u"--to"_s, u"dfe"_s, u"--as"_s, u"self"_s,
                                 u"--format"_s, u"txt"_s};
        QCOMPARE(run(with(u"letter"_s, u"mina.pupilrecord"_s, letter + QStringList{u"--out"_s, in(u"no/such/l.txt"_s)}))
                     .status,
                 8);
        QCOMPARE(run(with(u"letter"_s, u"mina.pupilrecord"_s,
                          letter + QStringList{u"--out"_s, in(u"new.txt"_s), u"--evidence"_s, in(u"missing.pdf"_s)}))
                     .status,
                 7);

        const Ran verified = run(with(u"verify"_s, u"mina.pupilrecord"_s, {u"--json"_s}));
        QCOMPARE(verified.status, 0);
        QCOMPARE(verified.json().value(u"ok").toBool(), true);

        // Ids survive reopening.
        const Ran reopened = run(with(u"values"_s, u"mina.pupilrecord"_s, {u"--json"_s}));
        QCOMPARE(reopened.out, values.out);
    }

    void parentIsAskedFirst()
    {
        makeRecord(u"parent.pupilrecord"_s);
        QCOMPARE(run(with(u"import"_s, u"parent.pupilrecord"_s, {in(u"census.csv"_s)})).status, 0);
        const QStringList letter{u"--value"_s,  u"6"_s,      u"--proposed"_s, u"White and Asian"_s,
                                 u"--to"_s,     u"school"_s, u"--as"_s,       u"parent"_s,
                                 u"--writer"_s, u"Ada Hale"_s, u"--format"_s, u"txt"_s,
                                 u"--out"_s,    in(u"parent.txt"_s)};
        QCOMPARE(run(with(u"letter"_s, u"parent.pupilrecord"_s, letter)).status, 2);
        QVERIFY(!QFile::exists(in(u"parent.txt"_s)));
        const Ran asked = run(with(u"letter"_s, u"parent.pupilrecord"_s,
                                   letter + QStringList{u"--child-age"_s, u"13"_s, u"--child-agrees"_s}));
        QVERIFY2(asked.status == 0, asked.err);
    }

    void saysWhatIsWrong()
    {
        makeRecord(u"wrong.pupilrecord"_s);
        Ran ran = run({u"values"_s, in(u"wrong.pupilrecord"_s), u"--passphrase-file"_s, in(u"other"_s), u"--json"_s});
        QCOMPARE(ran.status, 3);
        QCOMPARE(ran.json().value(u"error").toObject().value(u"kind").toString(), u"wrong_passphrase"_s);

        ran = run({u"values"_s, in(u"census.csv"_s), u"--passphrase-file"_s, in(u"pass"_s), u"--json"_s});
        QCOMPARE(ran.status, 4);

        write(u"noise.bin"_s, QByteArray(5000, '\x8f'));
        ran = run(with(u"import"_s, u"wrong.pupilrecord"_s, {in(u"noise.bin"_s), u"--json"_s}));
        QCOMPARE(ran.status, 7);

        ran = run(with(u"import"_s, u"wrong.pupilrecord"_s,
                       {in(u"census.csv"_s), u"--name"_s, u"Else Someone"_s, u"--born"_s, u"2003-06-04"_s}));
        QCOMPARE(ran.status, 9);

        // A person the source does not hold.
        write(u"stranger.csv"_s, "UPN_SPR10,Surname_SPR10,Forename_SPR10,DOB_SPR10\nC000000010003,Nobody,Known,01/01/2001\n"
                                 "D000000010004,Nobody,Else,02/01/2001\n");
        ran = run(with(u"import"_s, u"wrong.pupilrecord"_s, {in(u"stranger.csv"_s)}));
        QCOMPARE(ran.status, 9);

        QCOMPARE(run(with(u"new"_s, u"wrong.pupilrecord"_s, {u"--name"_s, childName, u"--born"_s, childBorn})).status, 2);
        QCOMPARE(run(with(u"new"_s, u"no/such/folder.pupilrecord"_s,
                          {u"--name"_s, childName, u"--born"_s, childBorn}))
                     .status,
                 8);
        // A second file would be passed over in silence.
        QCOMPARE(run(with(u"documents"_s, u"wrong.pupilrecord"_s, {in(u"census.csv"_s)})).status, 2);

        // Nothing of the failures left a trace.
        QCOMPARE(run(with(u"documents"_s, u"wrong.pupilrecord"_s)).status, 1);
    }

    void changesThePassphrase()
    {
        makeRecord(u"pass.pupilrecord"_s);
        QCOMPARE(run(with(u"passphrase"_s, u"pass.pupilrecord"_s, {u"--new-passphrase-file"_s, in(u"other"_s)})).status, 0);
        QCOMPARE(run(with(u"documents"_s, u"pass.pupilrecord"_s)).status, 3);
        QCOMPARE(run({u"documents"_s, in(u"pass.pupilrecord"_s), u"--passphrase-file"_s, in(u"other"_s)}).status, 1);
    }

    void exportsPlainFiles()
    {
        makeRecord(u"export.pupilrecord"_s);
        QCOMPARE(run(with(u"import"_s, u"export.pupilrecord"_s, {in(u"census.csv"_s)})).status, 0);
        for (const auto& format : {u"csv"_s, u"json"_s}) {
            const QString folder = in(u"out-"_s + format);
            const QStringList arguments =
                with(u"export"_s, u"export.pupilrecord"_s, {u"--format"_s, format, u"--out"_s, folder});
            const Ran first = run(arguments);
            QVERIFY2(first.status == 0, first.err);
            QVERIFY(!QDir(folder).entryList(QDir::Files).isEmpty());
            QCOMPARE(run(arguments).status, 2);
            QCOMPARE(run(arguments + QStringList{u"--force"_s}).status, 0);
        }
    }

    void personFromStandardInput()
    {
        const Ran made = run(with(u"new"_s, u"stdin.pupilrecord"_s, {u"--person"_s, u"-"_s}),
                             "{\"name\":\"Ann Lee\",\"born\":\"2001-09-01\"}");
        QVERIFY2(made.status == 0, made.err);
        QCOMPARE(run(with(u"new"_s, u"bad.pupilrecord"_s, {u"--person"_s, u"-"_s}), "[]").status, 2);
    }

    void dictionaryAndNumbers()
    {
        const Ran found = run({u"dictionary"_s, u"ethnic"_s, u"--json"_s});
        QCOMPARE(found.status, 0);
        const QJsonArray items = found.json().value(u"items").toArray();
        QVERIFY(items.size() > 10);
        QCOMPARE(items.at(0).toObject().keys(),
                 QStringList({u"alias"_s, u"collection"_s, u"first_year"_s, u"identification_risk"_s, u"item"_s,
                              u"last_year"_s, u"meaning"_s, u"sensitivity"_s, u"tier"_s}));
        QCOMPARE(run({u"dictionary"_s, u"zzzxqv"_s}).status, 1);

        const Ran numbers = run({u"identify"_s, u"-"_s, u"--json"_s}, "P207000016049\nQ207000016049\n");
        QCOMPARE(numbers.status, 1);
        const QJsonArray read = numbers.json().value(u"numbers").toArray();
        QCOMPARE(read.size(), 2);
        QCOMPARE(read.at(0).toObject().keys(), QStringList({u"kind"_s, u"number"_s, u"valid"_s, u"why"_s}));
        QCOMPARE(read.at(0).toObject().value(u"valid").toBool(), true);
        QCOMPARE(read.at(1).toObject().value(u"valid").toBool(), false);
    }

    void coverageByBirthDate()
    {
        const Ran ran = run({u"coverage"_s, u"--born"_s, u"2009-05-03"_s, u"--today"_s, u"2026-11-22"_s, u"--json"_s});
        QVERIFY2(ran.status == 0, ran.err);
        QStringList told;
        for (const QJsonValue& value : ran.json().value(u"cells").toArray()) {
            const QJsonObject cell = value.toObject();
            QCOMPARE(cell.keys(), QStringList({u"academic_year"_s, u"certainty"_s, u"collection"_s, u"rule"_s,
                                               u"source"_s, u"state"_s}));
            told << QStringList{cell.value(u"collection").toString(), cell.value(u"academic_year").toString(),
                                cell.value(u"state").toString(), cell.value(u"certainty").toString()}
                        .join(u' ');
        }
        QVERIFY(told.contains(u"KS1 2015/16 expected_absent table"_s));
        QVERIFY(told.contains(u"KS2 2019/20 cancelled table"_s));
        QVERIFY(told.contains(u"KS4 2024/25 expected_absent background"_s));
        const Ran text = run({u"coverage"_s, u"--born"_s, u"2009-05-03"_s, u"--today"_s, u"2026-11-22"_s});
        QVERIFY(text.out.contains("Not held nationally (2020)"));
        QCOMPARE(run({u"coverage"_s}).status, 2);
        QCOMPARE(run({u"coverage"_s, u"--born"_s, u"yesterday"_s}).status, 2);
        QCOMPARE(run({u"coverage"_s, in(u"x.pupilrecord"_s), u"--born"_s, u"2009-05-03"_s}).status, 2);
    }

    void demonstration()
    {
        const Ran made = run({u"demo"_s, in(u"demo"_s), u"--json"_s});
        QVERIFY2(made.status == 0, made.err);
        write(u"demopass"_s, made.json().value(u"passphrase").toString().toUtf8());
        const QString file = made.json().value(u"file").toString();
        for (const auto& command : {u"summary"_s, u"timeline"_s, u"attainment"_s, u"releases"_s, u"entries"_s, u"coverage"_s}) {
            const Ran ran = run({command, file, u"--passphrase-file"_s, in(u"demopass"_s), u"--json"_s,
                                 u"--today"_s, u"2026-11-22"_s});
            QVERIFY2(ran.status == 0, qPrintable(command + u": "_s + QString::fromUtf8(ran.err)));
            QCOMPARE(ran.json().value(u"schema").toInt(), 1);
            // The year of which nothing is here is told beside what is, as in the window.
            for (const QJsonValue& lane : ran.json().value(u"lanes").toArray())
                if (lane[u"key"] == u"SC.EthnicGroup"_s)
                    QCOMPARE(lane[u"missing"].toArray(), (QJsonArray{QJsonObject{{u"from"_s, u"2011-09-01"_s}, {u"to"_s, u"2012-08-31"_s}}}));
        }
        QVERIFY(run({u"timeline"_s, file, u"--passphrase-file"_s, in(u"demopass"_s)}).out.contains("2011-09-01 … 2012-08-31  (nothing is here)"));
        QCOMPARE(run({u"demo"_s, in(u"demo"_s)}).status, 2);
        QCOMPARE(run({u"demo"_s, in(u"demo"_s), u"--force"_s}).status, 0);
    }
};

QTEST_GUILESS_MAIN(CommandLine)
#include "tst_cli.moc"
