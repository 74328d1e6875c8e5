// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keeping, sharing and taking away as scripts do it: the built program, its exit statuses and its JSON.
#include "commands.h"
#include "../extract/later_format.h"

#include "cli/invocation.h"
#include "extract/secret.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using commands::Ran;
using commands::program;
using commands::run;

namespace {

const QByteArray census = "UPN_SPR10,Surname_SPR10,Forename_SPR10,DOB_SPR10,AcademicYear_SPR10,EthnicGroupMinor_SPR10\r\n"
                          "A000000010001,Okafor-Hale,Mina Rose,03/05/2003,2009/2010,WBRI\r\n";
const auto file = u"mina.pupilrecord"_s;

} // namespace

class Keeping : public QObject {
    Q_OBJECT

    std::optional<commands::Folder> m_dir; // one for each test

    QString in(const QString& name) const { return m_dir->in(name); }
    void write(const QString& name, const QByteArray& bytes) const { m_dir->write(name, bytes); }
    QByteArray read(const QString& name) const { return m_dir->read(name); }
    QStringList with(const QString& command, const QStringList& more = {}, const QString& name = file,
                     const QString& pass = u"pass"_s) const
    {
        return m_dir->with(command, name, more, pass);
    }

    QStringList names() const { return QDir(m_dir->path()).entryList({u"*.pupilrecord"_s}, QDir::Files, QDir::Name); }

private Q_SLOTS:
    void init()
    {
        m_dir.emplace();
        write(u"census.csv"_s, census);
        const Ran made = m_dir->makeRecord(file);
        QVERIFY2(made.status == 0, made.err);
        QCOMPARE(run(with(u"import"_s, {in(u"census.csv"_s)})).status, 0);
    }

    void helpOfEach()
    {
        const Ran help = run({u"--help"_s});
        for (const char* command : {"withdraw", "handover", "backup", "restore", "recover", "rescue", "migrate", "dispose"}) {
            QVERIFY2(help.out.contains(QByteArray(QByteArray("  ") + command)), command);
            const Ran one = run({QString::fromLatin1(command), u"--help"_s});
            QCOMPARE(one.status, 0);
            QVERIFY(one.out.contains("--passphrase-file"));
        }
    }

    void withdraws()
    {
        QCOMPARE(run(with(u"withdraw"_s)).status, 2);
        QCOMPARE(run(with(u"withdraw"_s, {u"--document"_s, u"9"_s})).status, 2);
        const Ran done = run(with(u"withdraw"_s, {u"--document"_s, u"1"_s, u"--why"_s, u"by mistake"_s, u"--json"_s}));
        QVERIFY2(done.status == 0, done.err);
        QCOMPARE(done.json().value(u"documents").toInt(), 1);
        QCOMPARE(done.json().value(u"entries_removed").toInt(), 1);
        QCOMPARE(run(with(u"documents"_s)).status, 1);
        QCOMPARE(run(with(u"verify"_s)).status, 0);
        QCOMPARE(run(with(u"import"_s, {in(u"census.csv"_s)})).status, 0); // it may come back
    }

    void handsOver()
    {
        const QStringList arguments = with(u"handover"_s, {u"--out"_s, in(u"copy.pupilrecord"_s), u"--new-passphrase-file"_s,
                                                           in(u"other"_s), u"--with"_s, u"log,decisions"_s, u"--json"_s});
        const Ran done = run(arguments);
        QVERIFY2(done.status == 0, done.err);
        QCOMPARE(done.json().value(u"with").toArray().size(), 2);
        QCOMPARE(run(arguments).status, 2);
        QCOMPARE(run(arguments + QStringList{u"--force"_s}).status, 0);
        QCOMPARE(run(with(u"documents"_s, {}, u"copy.pupilrecord"_s)).status, 3);
        // Ids survive.
        const QByteArray here = run(with(u"values"_s, {u"--json"_s})).out;
        QVERIFY(!here.isEmpty());
        QCOMPARE(run(with(u"values"_s, {u"--json"_s}, u"copy.pupilrecord"_s, u"other"_s)).out, here);
        QCOMPARE(run(with(u"handover"_s, {u"--out"_s, in(u"c2.pupilrecord"_s), u"--new-passphrase-file"_s, in(u"pass"_s)}))
                     .status,
                 2); // its own passphrase
        QCOMPARE(run(with(u"handover"_s, {u"--out"_s, in(u"c2.pupilrecord"_s), u"--new-passphrase-file"_s, in(u"other"_s),
                                          u"--with"_s, u"everything"_s}))
                     .status,
                 2);
        QVERIFY(!QFile::exists(in(u"c2.pupilrecord"_s)));
    }

    void backsUpAndRestores()
    {
        const Ran listed = run({u"backup"_s, in(file), u"--list"_s, u"--json"_s});
        QCOMPARE(listed.status, 0);
        QCOMPARE(listed.json().value(u"backups").toArray().size(), 1);
        const Ran made = run(with(u"backup"_s, {u"--json"_s}));
        QVERIFY2(made.status == 0, made.err);
        QVERIFY(QFile::exists(made.json().value(u"backup").toObject().value(u"file").toString()));
        const QStringList copy = with(u"backup"_s, {u"--out"_s, in(u"stick.pupilrecord"_s)});
        QCOMPARE(run(copy).status, 0);
        QCOMPARE(run(copy).status, 2);
        QCOMPARE(run(copy + QStringList{u"--force"_s}).status, 0);
        QCOMPARE(read(u"stick.pupilrecord"_s), read(file));

        // The file is gone; then damaged.
        const QByteArray values = run(with(u"values"_s, {u"--json"_s})).out;
        QVERIFY(QFile::remove(in(file)));
        QCOMPARE(run(with(u"values"_s)).status, 8);
        const Ran back = run(with(u"restore"_s, {u"--json"_s}));
        QVERIFY2(back.status == 0, back.err);
        QVERIFY(back.json().value(u"kept_aside").isNull());
        QCOMPARE(run(with(u"values"_s, {u"--json"_s})).out, values);
        write(file, QByteArray(9000, 'x'));
        const Ran again = run(with(u"restore"_s, {u"--backup"_s, in(u"stick.pupilrecord"_s), u"--json"_s}));
        QVERIFY2(again.status == 0, again.err);
        QVERIFY(QFile::exists(again.json().value(u"kept_aside").toString()));
        QCOMPARE(run(with(u"values"_s, {u"--json"_s})).out, values);
        QCOMPARE(run(with(u"restore"_s, {}, file, u"other"_s)).status, 3);
        QCOMPARE(run(with(u"restore"_s, {}, u"nobody.pupilrecord"_s)).status, 9);
    }

    void recoversWithTheSheet()
    {
        for (const auto& format : {u"html"_s, u"txt"_s, u"pdf"_s}) {
            const Ran sheet = run(with(u"recover"_s, {u"--sheet"_s, in(u"sheet."_s + format), u"--format"_s, format}));
            QVERIFY2(sheet.status == 0, sheet.err);
            QVERIFY(sheet.err.contains("secret"));
        }
        QVERIFY(read(u"sheet.pdf"_s).startsWith("%PDF"));
        QCOMPARE(run(with(u"recover"_s, {u"--sheet"_s, in(u"sheet.txt"_s), u"--format"_s, u"txt"_s})).status, 2);
        // The words as they stand on the sheet, numbers and all.
        QByteArray words;
        for (const QByteArray& line : read(u"sheet.txt"_s).split('\n'))
            if (!line.trimmed().isEmpty() && line.trimmed().at(0) >= '0' && line.trimmed().at(0) <= '9')
                words += line + '\n';
        QCOMPARE(words.count('\n'), 24);
        write(u"words"_s, words);
        write(u"slip"_s, QByteArray(words).replace("1.", "1. extra"));
        const auto recover = [this](const QString& list) {
            return run({u"recover"_s, in(file), u"--words-file"_s, in(list), u"--new-passphrase-file"_s, in(u"other"_s),
                        u"--json"_s});
        };
        QCOMPARE(recover(u"slip"_s).status, 2);
        const Ran done = recover(u"words"_s);
        QVERIFY2(done.status == 0, done.err);
        QCOMPARE(run(with(u"documents"_s)).status, 3);
        QCOMPARE(run(with(u"documents"_s, {}, file, u"other"_s)).status, 0);
        QCOMPARE(recover(u"words"_s).status, 3); // void
    }

    void rescues()
    {
        const QStringList arguments = with(u"rescue"_s, {u"--out"_s, in(u"saved.pupilrecord"_s), u"--json"_s});
        const Ran sound = run(arguments);
        QVERIFY2(sound.status == 0, sound.err);
        QCOMPARE(sound.json().value(u"entries").toInt(), 1);
        QCOMPARE(sound.json().value(u"broken_pages").toInt(), 0);
        QCOMPARE(run(arguments).status, 2);
        QByteArray bytes = read(file);
        for (qsizetype at = 5000; at < bytes.size(); at += 4096)
            bytes[at] = static_cast<char>(bytes[at] ^ 1);
        write(file, bytes);
        const Ran broken = run(arguments + QStringList{u"--force"_s});
        QVERIFY2(broken.status == 1 || broken.status == 5, broken.err);
    }

    void migratesNothing()
    {
        const QByteArray before = read(file);
        const Ran done = run(with(u"migrate"_s, {u"--json"_s}));
        QVERIFY2(done.status == 0, done.err);
        QCOMPARE(done.json().value(u"from").toInt(), done.json().value(u"to").toInt());
        QCOMPARE(read(file), before);
    }

    // In this process, which alone knows a second format.
    void migratesWhenAsked()
    {
        const auto here = [&](const QString& command, const QStringList& more = {}) {
            return cli::run(QStringList{u"pupil-record"_s} + with(command, more));
        };
        QVERIFY(extract::protectProcess());
        const QByteArray before = read(file);
        const QStringList files = names();
        {
            const fixture::LaterFormat later;
            QCOMPARE(here(u"documents"_s), 0); // read, and nothing is asked
            QCOMPARE(here(u"import"_s, {in(u"census.csv"_s)}), 12);
            QCOMPARE(here(u"withdraw"_s, {u"--document"_s, u"1"_s}), 12);
            QCOMPARE(read(file), before);
            QCOMPARE(names(), files);
            QCOMPARE(here(u"migrate"_s), 0);
            QCOMPARE(names().size(), files.size() + 1); // the old file is kept
            const QByteArray after = read(file);
            QVERIFY(after != before);
            QCOMPARE(here(u"migrate"_s, {u"--json"_s}), 0); // nothing is left to do
            QCOMPARE(names().size(), files.size() + 1);
            QCOMPARE(here(u"withdraw"_s, {u"--document"_s, u"1"_s}), 0); // it can be written to again
        }
        const Ran older = run(with(u"documents"_s, {u"--json"_s}));
        QCOMPARE(older.status, 10);
        QVERIFY(older.err.contains("newer"));
    }

    void disposes()
    {
        const QStringList before = names();
        const Ran asked = run({u"dispose"_s, in(file), u"--json"_s});
        QCOMPARE(asked.status, 9);
        QCOMPARE(names(), before);
        QCOMPARE(run(with(u"dispose"_s, {u"--force"_s}, file, u"other"_s)).status, 3);
        QCOMPARE(names(), before);
        const Ran done = run({u"dispose"_s, in(file), u"--force"_s, u"--json"_s});
        QVERIFY2(done.status == 0, done.err);
        QCOMPARE(done.json().value(u"removed").toInt(), static_cast<int>(before.size()));
        QVERIFY(!done.json().value(u"beyond").toArray().isEmpty());
        QVERIFY(names().isEmpty());
        QCOMPARE(run({u"dispose"_s, in(file), u"--force"_s}).status, 8);
        QCOMPARE(run({u"dispose"_s, in(u"census.csv"_s), u"--force"_s}).status, 4);
        QVERIFY(QFile::exists(in(u"census.csv"_s)));
    }

    void newOverAnOldFileTellsOfItsBackups()
    {
        const Ran made = run({u"new"_s, in(file), u"--passphrase-file"_s, in(u"other"_s), u"--name"_s, u"Ann Lee"_s,
                              u"--born"_s, u"2001-09-01"_s, u"--force"_s, u"--json"_s});
        QVERIFY2(made.status == 0, made.err);
        QCOMPARE(made.json().value(u"earlier_backups").toInt(), 1);
        QVERIFY(made.err.contains("earlier"));
        QCOMPARE(names().filter(u".earlier-"_s).size(), 1);
        // It still opens with the old passphrase.
        QCOMPARE(run(with(u"documents"_s, {}, names().filter(u".earlier-"_s).first())).status, 1);
    }

    // An import that is told to end leaves the file as it was.
    void terminated()
    {
        QByteArray many = census;
        for (int row = 0; row < 400'000; ++row)
            many += "B0000000" + QByteArray::number(1'000'000 + row) + ",Other,Child,04/06/2003,2009/2010,BCRB\r\n";
        write(u"many.csv"_s, many);
        const QByteArray before = run(with(u"values"_s, {u"--json"_s})).out;
        QProcess process;
        process.start(program(), with(u"import"_s, {in(u"many.csv"_s)}));
        QVERIFY(process.waitForStarted());
        // Its journal or backup shows that it is at work; a program that is quicker than this has simply finished.
        const auto busy = [&] { return names().size() > 2 || QFile::exists(in(file + u"-journal"_s)); };
        while (!busy() && !process.waitForFinished(1)) {
        }
        if (process.state() == QProcess::Running)
            QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGTERM), 0);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY(process.exitCode() == 130 || process.exitCode() == 0);
        QCOMPARE(run(with(u"verify"_s)).status, 0);
        if (process.exitCode() == 130)
            QCOMPARE(run(with(u"values"_s, {u"--json"_s})).out, before);
    }
};

QTEST_GUILESS_MAIN(Keeping)
#include "tst_keeping.moc"
