// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The same on the command line: every command, its words and its JSON, and every file it writes. At-risk mode off must
// find what was planted; on must not.
//
// Left out, and why: `identify`, `dictionary` and `demo` open no record and say what they are asked; `pupils` and
// `support-copy` of sources, `split` and `passphrases` open no record file either, so no mode is known, and numbers are
// what they are asked for; what somebody types anew as the answer of a field that locates nobody is theirs to say; `backup --list` and `dispose` without the passphrase tell the names of files beside the one
// that the caller named, as any look into the folder does; `shelf` holds public lists. What is handed over is the whole
// record, encrypted, and opens with the mode on.
#include "commands.h"
#include "planted.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using commands::Ran;

class TestAtRiskCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(extract::protectProcess()); }

    void off()
    {
        sit(u"off"_s, false);
        QStringList missing;
        for (const planted::Word& word : planted::words())
            if (!m_words.contains(QString::fromLatin1(word.what)))
                missing << QString::fromLatin1(word.what);
        QVERIFY2(missing.isEmpty(), qPrintable(u"never said, so the search proves nothing: "_s + missing.join(u", "_s)));
        for (const QString& way : {u"values"_s, u"timeline"_s, u"entries"_s, u"documents"_s, u"export"_s, u"letter"_s, u"attach"_s,
                                   u"import"_s, u"backup"_s, u"summary"_s})
            QVERIFY2(!m_leaks.filter(way).isEmpty(), qPrintable(u"nothing planted was found here: "_s + way));
    }

    void on()
    {
        sit(u"on"_s, true);
        QVERIFY2(m_leaks.isEmpty(), qPrintable(u"\n"_s + m_leaks.mid(0, 60).join(u'\n')));
    }

    // The window's own pictures are made for documentation; a person may make them of any record.
    void pictures()
    {
        const QString viewer = qEnvironmentVariable("PUPIL_RECORD_BIN") + u"/pupil-record-viewer"_s;
        const planted::Record record = planted::plant(folder(u"pictures"_s), true);
        const QString into = m_folder.filePath(u"pictures/shots"_s);
        QProcess program;
        program.start(viewer, {u"--pictures"_s, into, u"--passphrase-file"_s, pass(), record.path});
        QVERIFY(program.waitForFinished(280'000));
        QCOMPARE(program.exitCode(), 0);
        int seen = 0;
        for (const QFileInfo& file : QDir(into).entryInfoList({u"*.png"_s})) {
            QImageReader reader(file.filePath());
            for (const QString& key : reader.textKeys())
                QCOMPARE(planted::in(key + u' ' + reader.text(key)), QStringList());
            QCOMPARE(planted::inFile(file.filePath()), QStringList());
            QCOMPARE(planted::in(file.fileName()), QStringList());
            ++seen;
        }
        QVERIFY(seen > 10);
        QCOMPARE(planted::in(QString::fromUtf8(program.readAllStandardOutput() + program.readAllStandardError())), QStringList());
    }

private:
    QString folder(const QString& name)
    {
        QDir(m_folder.path()).mkpath(name);
        return m_folder.filePath(name);
    }

    QString pass()
    {
        const QString path = m_folder.filePath(u"pass"_s);
        QFile file(path);
        if (!file.exists() && (!file.open(QIODevice::WriteOnly) || file.write(planted::passphrase().toUtf8()) < 0))
            qFatal("no passphrase file");
        return path;
    }

    QString otherPass()
    {
        const QString path = m_folder.filePath(u"other"_s);
        QFile file(path);
        if (!file.exists() && (!file.open(QIODevice::WriteOnly) || file.write("another six words that open nothing") < 0))
            qFatal("no passphrase file");
        return path;
    }

    void note(const QString& where, const QString& text)
    {
        for (const QString& word : planted::in(text)) {
            if (!m_words.contains(word))
                m_words << word;
            for (const QString& line : text.split(u'\n'))
                if (planted::in(line).contains(word)) {
                    m_leaks << where + u": "_s + word + u" in “"_s + line.left(200) + u'”';
                    break;
                }
        }
    }

    // Fails where the command did not do what this test means it to do: silence proves nothing.
    Ran run(const QStringList& arguments, const QList<int>& expected = {0})
    {
        const Ran ran = commands::run(arguments);
        note(arguments.mid(0, 1).join(u' ') + (arguments.contains(u"--json"_s) ? u" --json"_s : QString()),
             QString::fromUtf8(ran.out + '\n' + ran.err));
        if (!expected.contains(ran.status))
            m_failed << arguments.join(u' ') + u" → "_s + QString::number(ran.status) + u' ' + QString::fromUtf8(ran.err);
        return ran;
    }

    void files(const QString& where, const QString& below)
    {
        QDirIterator all(below, QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            for (const QString& what : planted::inFile(path))
                for (const planted::Word& word : planted::words())
                    if (what == QLatin1StringView(word.what))
                        note(where + u" file "_s + path.section(u'/', -1), word.text);
        }
    }

    QString valueNamed(const QByteArray& json, const QString& alias)
    {
        for (const QJsonValue& value : QJsonDocument::fromJson(json).object().value(u"values").toArray())
            if (value[u"alias"].toString() == alias)
                return QString::number(value[u"id"].toInteger());
        return {};
    }

    void sit(const QString& name, bool atRisk)
    {
        m_leaks.clear();
        m_words.clear();
        m_failed.clear();
        const planted::Record record = planted::plant(folder(name), atRisk);
        const QString out = m_folder.filePath(name + u"/saved"_s);
        const QStringList key{u"--passphrase-file"_s, pass()};
        const auto with = [&](const QString& command, const QStringList& more = {}) {
            return QStringList{command, record.path} + key + more;
        };
        const auto both = [&](const QStringList& arguments, const QList<int>& expected = {0}) {
            run(arguments, expected);
            run(arguments + QStringList{u"--json"_s}, expected);
        };
        for (const QString& command : {u"documents"_s, u"entries"_s, u"values"_s, u"summary"_s, u"timeline"_s, u"attainment"_s,
                                       u"releases"_s, u"verify"_s, u"support-copy"_s})
            both(with(command), {0, 1});
        run(with(u"values"_s, {u"--jsonl"_s}));
        for (const QString& format : {u"csv"_s, u"json"_s})
            both(with(u"export"_s, {u"--format"_s, format, u"--out"_s, out, u"--force"_s}));
        files(u"export"_s, out);

        const QByteArray values = run(with(u"values"_s, {u"--json"_s})).out;
        for (const QString& alias : {u"LAEstab_SPR10"_s, u"EthnicGroupMinor_SPR11"_s}) {
            const QString value = valueNamed(values, alias);
            QVERIFY2(!value.isEmpty(), qPrintable(alias));
            // What a field that locates should say is an address too; it is left out of the letter.
            const QString proposed = alias.startsWith(u"LA"_s) ? u"7 Thistledown Mews"_s : u"White and Asian"_s;
            for (const QString& format : {u"html"_s, u"odt"_s, u"pdf"_s, u"txt"_s})
                run(with(u"letter"_s, {u"--value"_s, value, u"--proposed"_s, proposed, u"--evidence"_s, record.source,
                                       u"--to"_s, u"school"_s, u"--as"_s, u"self"_s, u"--format"_s, format, u"--force"_s,
                                       u"--out"_s, out + u"/letter-"_s + alias.left(4) + u'.' + format}));
        }
        const QString ethnic = valueNamed(values, u"EthnicGroupMinor_SPR11"_s);
        run(with(u"letter"_s, {u"--value"_s, ethnic, u"--proposed"_s, u"White and Asian"_s, u"--to"_s, u"dfe"_s, u"--as"_s, u"self"_s,
                               u"--format"_s, u"txt"_s, u"--out"_s, out + u"/last.txt"_s, u"--json"_s}));
        files(u"letter"_s, out);

        both(QStringList{u"attach"_s, record.path, record.paper} + key);
        both(QStringList{u"attach"_s, record.path, record.broken} + key, {7});
        const QStringList typed{u"--collection"_s, u"SC"_s, u"--year"_s, u"2012/13"_s, u"--item"_s, u"Our road"_s,
                                u"--raw"_s, u"41 Quillmere Hollow"_s, u"--place"_s, u"Tamblewood shelf"_s};
        both(with(u"write-in"_s, typed));
        const QString written = QString::number(
            QJsonDocument::fromJson(run(with(u"write-in"_s, typed + QStringList{u"--json"_s})).out).object()[u"value"].toInteger());
        both(with(u"write-in"_s, {u"--change"_s, written, u"--place"_s, u"Tamblewood shelf, left"_s}));
        both(with(u"write-in"_s, {u"--remove"_s, written}), {0, 2});
        both(QStringList{u"import"_s, record.path, record.source} + key);
        both(QStringList{u"import"_s, record.path, record.broken} + key, {7});
        both(QStringList{u"import"_s, record.path, record.source, u"--name"_s, u"Somebody Else"_s, u"--born"_s, u"2001-01-01"_s} + key, {9});
        both(QStringList{u"import"_s, record.path, record.path} + key + QStringList{u"--source-passphrase-file"_s, pass()}, {2});

        both(with(u"backup"_s));
        both(with(u"backup"_s, {u"--force"_s, u"--out"_s, m_folder.filePath(name + u"/Wexcombe Lodge/copy.pupilrecord"_s)}));
        const QString copy = m_folder.filePath(name + u"/Wexcombe Lodge/given.pupilrecord"_s);
        both(with(u"handover"_s, {u"--out"_s, copy, u"--force"_s, u"--new-passphrase-file"_s, otherPass(), u"--with"_s,
                                  u"typed-in,decisions,put-right,evidence,log"_s}));
        for (const QString& command : {u"documents"_s, u"values"_s, u"timeline"_s})
            both({command, copy, u"--passphrase-file"_s, otherPass()});
        for (const QString& format : {u"html"_s, u"txt"_s})
            both(with(u"recover"_s, {u"--sheet"_s, out + u"/sheet."_s + format, u"--format"_s, format, u"--force"_s}));
        files(u"recover"_s, out);
        both(with(u"restore"_s));
        const QString rescued = m_folder.filePath(name + u"/Wexcombe Lodge/rescued.pupilrecord"_s);
        both(with(u"rescue"_s, {u"--out"_s, rescued, u"--force"_s}), {0, 1});
        both(QStringList{u"values"_s, rescued} + key);
        both(with(u"migrate"_s));
        run(with(u"passphrase"_s, {u"--new-passphrase-file"_s, otherPass()}));
        run({u"passphrase"_s, record.path, u"--passphrase-file"_s, otherPass(), u"--new-passphrase-file"_s, pass(), u"--json"_s});
        run(with(u"withdraw"_s, {u"--document"_s, u"1"_s, u"--why"_s, u"not mine"_s}));
        run(with(u"withdraw"_s, {u"--document"_s, u"2"_s, u"--why"_s, u"not mine"_s, u"--json"_s}));
        both(with(u"dispose"_s), {9});
        run(with(u"dispose"_s, {u"--force"_s, u"--json"_s}));
        QVERIFY2(m_failed.isEmpty(), qPrintable(u"\n"_s + m_failed.join(u'\n')));
    }

    QTemporaryDir m_folder;
    QStringList m_leaks;
    QStringList m_words;
    QStringList m_failed;
};

QTEST_MAIN(TestAtRiskCommands)
#include "tst_at_risk_commands.moc"
