// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sources that are locked, another record file as a source, whole-school files and support copies, as scripts use them.
#include "commands.h"
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

const QByteArray census = "UPN_SPR10,Surname_SPR10,Forename_SPR10,DOB_SPR10,AcademicYear_SPR10,EthnicGroupMinor_SPR10\r\n"
                          "A000000010001,Okafor-Hale,Mina Rose,03/05/2003,2009/2010,WBRI\r\n"
                          "B000000010002,Someone,Else,04/06/2003,2009/2010,BCRB\r\n";

// spring.csv about Mina, locked by Info-ZIP with "river candle".
const QByteArray lockedZip = QByteArray::fromBase64(
    "UEsDBBQACQAIAEEudl0P3ANEYwAAAHYAAAAKAAAAc3ByaW5nLmNzdvfkqrwBg7SUY1g4NSh9jVCxSHwWgI4AsvIvCWzJNOzGHQHuSXLuylljuydOAv2A"
    "uc9FTbEP9t3VAsIrGU/Tx5+njD6US1wv4zeMelzpSSUK+21q0BpwBZA2DDAd/OpVmqzxPVBLBwgP3ANEYwAAAHYAAABQSwECHgMUAAkACABBLnZdD9wD"
    "RGMAAAB2AAAACgAAAAAAAAABAAAApIEAAAAAc3ByaW5nLmNzdlBLBQYAAAAAAQABADgAAACbAAAAAAA=");

} // namespace

class CommandLineSources : public QObject, private commands::Folder {
    Q_OBJECT

    void makeRecord(const QString& file) const
    {
        const Ran made = Folder::makeRecord(file);
        QVERIFY2(made.status == 0, made.err);
    }

private Q_SLOTS:
    void initTestCase()
    {
        write(u"zippass"_s, "river candle\n");
        write(u"census.csv"_s, census);
        write(u"locked.zip"_s, lockedZip);
    }

    void lockedZip_()
    {
        makeRecord(u"zip.pupilrecord"_s);
        const auto import = [this](const QStringList& more) {
            return run(with(u"import"_s, u"zip.pupilrecord"_s, QStringList{in(u"locked.zip"_s), u"--json"_s} + more));
        };
        const Ran none = import({}); // nobody to ask
        QCOMPARE(none.status, 2);
        const Ran wrong = import({u"--source-password-file"_s, in(u"other"_s)});
        QCOMPARE(wrong.status, 3);
        QCOMPARE(wrong.json().value(u"error").toObject().value(u"kind").toString(), u"wrong_passphrase"_s);
        const Ran right = import({u"--source-password-file"_s, in(u"zippass"_s)});
        QVERIFY2(right.status == 0, right.err);
        QCOMPARE(right.json().value(u"documents").toArray().at(0).toObject().value(u"entries").toInt(), 1);
        const Ran pupils = run({u"pupils"_s, in(u"locked.zip"_s), u"--source-password-file"_s, in(u"zippass"_s)});
        QCOMPARE(pupils.status, 0);
        QVERIFY(pupils.out.contains("Okafor-Hale"));
    }

    void anotherRecordFile()
    {
        makeRecord(u"one.pupilrecord"_s);
        makeRecord(u"two.pupilrecord"_s);
        QCOMPARE(run(with(u"import"_s, u"two.pupilrecord"_s, {in(u"census.csv"_s)})).status, 0);
        const auto import = [this](const QString& from, const QString& pass) {
            return run(with(u"import"_s, u"one.pupilrecord"_s, {in(from), u"--source-passphrase-file"_s, in(pass), u"--json"_s}));
        };
        QCOMPARE(import(u"two.pupilrecord"_s, u"other"_s).status, 3);
        QCOMPARE(import(u"one.pupilrecord"_s, u"pass"_s).status, 2);
        const Ran first = import(u"two.pupilrecord"_s, u"pass"_s);
        QVERIFY2(first.status == 0, first.err);
        const QJsonObject document = first.json().value(u"documents").toArray().at(0).toObject();
        QCOMPARE(document.value(u"name").toString(), u"census.csv"_s);
        QCOMPARE(document.value(u"entries").toInt(), 1);
        const Ran again = import(u"two.pupilrecord"_s, u"pass"_s);
        QCOMPARE(again.json().value(u"documents").toArray().at(0).toObject().value(u"already_held").toBool(), true);
        QCOMPARE(run(with(u"verify"_s, u"one.pupilrecord"_s)).status, 0);
    }

    void splitAndPassphrases()
    {
        const QStringList split{u"split"_s, in(u"census.csv"_s), u"--out"_s, in(u"school"_s), u"--passphrase-file"_s, in(u"pass"_s), u"--json"_s};
        const Ran made = run(split);
        QVERIFY2(made.status == 0, made.err);
        QCOMPARE(made.json().value(u"made").toInt(), 2);
        QVERIFY2(made.err.contains("2 pupils") && made.err.contains("cores"), made.err);
        QVERIFY(!made.err.contains("Okafor") && !made.out.contains("Okafor"));
        QCOMPARE(QDir(in(u"school"_s)).entryList(QDir::Files),
                 QStringList({u"0001.pupilrecord"_s, u"0002.pupilrecord"_s, u"passphrases.pupillist"_s}));
        QCOMPARE(run(split).json().value(u"already").toInt(), 2);

        const QString list = u"school/passphrases.pupillist"_s;
        QCOMPARE(run({u"passphrases"_s, in(list), u"--passphrase-file"_s, in(u"other"_s)}).status, 3);
        const Ran shown = run(with(u"passphrases"_s, list, {u"--json"_s}));
        QCOMPARE(shown.status, 0);
        const QJsonObject first = shown.json().value(u"files").toArray().at(0).toObject();
        QCOMPARE(first.keys(), QStringList({u"born"_s, u"file"_s, u"made"_s, u"name"_s, u"passphrase"_s, u"upn"_s}));
        QCOMPARE(first.value(u"upn").toString(), u"A000000010001"_s);
        write(u"words"_s, first.value(u"passphrase").toString().toUtf8());
        const Ran entries = run({u"entries"_s, in(u"school/0001.pupilrecord"_s), u"--passphrase-file"_s, in(u"words"_s)});
        QVERIFY2(entries.status == 0, entries.err);
        QCOMPARE(run({u"entries"_s, in(u"school/0002.pupilrecord"_s), u"--passphrase-file"_s, in(u"words"_s)}).status, 3);
        QCOMPARE(run(with(u"passphrases"_s, list, {u"--file"_s, u"0009.pupilrecord"_s})).status, 1);
        // A list is no record and a record no list.
        QCOMPARE(run(with(u"documents"_s, list)).status, 4);
        makeRecord(u"nolist.pupilrecord"_s);
        QCOMPARE(run(with(u"passphrases"_s, u"nolist.pupilrecord"_s)).status, 4);
        QCOMPARE(run({u"split"_s, in(u"census.csv"_s)}).status, 2);
    }

    void supportCopies()
    {
        const Ran source = run({u"support-copy"_s, in(u"census.csv"_s)});
        QCOMPARE(source.status, 0);
        QVERIFY(source.out.contains("UPN_SPR10"));
        write(u"noise.bin"_s, QByteArray(3000, '\x01'));
        QCOMPARE(run({u"support-copy"_s, in(u"noise.bin"_s)}).status, 0); // what cannot be imported
        makeRecord(u"copy.pupilrecord"_s);
        QCOMPARE(run(with(u"import"_s, u"copy.pupilrecord"_s, {in(u"census.csv"_s)})).status, 0);
        const Ran record = run(with(u"support-copy"_s, u"copy.pupilrecord"_s, {u"--out"_s, in(u"copy.txt"_s)}));
        QVERIFY2(record.status == 0, record.err);
        QCOMPARE(run(with(u"support-copy"_s, u"copy.pupilrecord"_s, {u"--out"_s, in(u"copy.txt"_s)})).status, 2);
        QFile text(in(u"copy.txt"_s));
        QVERIFY(text.open(QIODevice::ReadOnly));
        const QByteArray words = text.readAll();
        QVERIFY2(words.contains("npd-table") && words.contains("EthnicGroupMinor_SPR10"), words);
        for (const char* planted : {"Okafor", "Mina", "A000000010001", "03/05/2003", "WBRI", "census.csv", "2009"})
            QVERIFY2(!words.contains(planted) && !source.out.contains(planted), planted);
        QCOMPARE(run({u"support-copy"_s, in(u"missing.csv"_s)}).status, 7);
    }
};

QTEST_GUILESS_MAIN(CommandLineSources)
#include "tst_sources.moc"
