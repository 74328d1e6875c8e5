// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fresh_file.h"
#include "later_format.h"

#include "base/digest.h"
#include "base/exit_status.h"
#include "extract/file/aside.h"
#include "extract/file/backups.h"
#include "extract/file/migration.h"
#include "extract/file/recovery_words.h"
#include "extract/word_list.h"

#include <QDir>
#include <QSet>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using extract::Extract;

class TestRestoring : public sample::FreshFile {
    Q_OBJECT

    [[nodiscard]] QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }

private Q_SLOTS:
    // copies, backups, restore ----------------------------------------------------------------------------------

    void savedCopyIsByteForByte()
    {
        auto opened = open();
        SAMPLE_OK(opened);
        SAMPLE_OK(sample::import(*opened, u"a"_s, QByteArray(3'000'000, 'k'), {sample::entry(u"SC"_s, 2013, {sample::value(u"FSM"_s, u"1"_s)})}));
        const QString copy = in(u"stick.pupilrecord"_s);
        SAMPLE_OK(opened->saveCopy(copy));
        SAMPLE_FAILS(opened->saveCopy(copy), WouldOverwrite);
        SAMPLE_OK(opened->saveCopy(copy, true));
        SAMPLE_FAILS(opened->saveCopy(m_path, true), Usage);
        // Still locked for others.
        QCOMPARE(sample::runAgain({u"open"_s, m_path}), base::exitStatus(base::ErrorKind::InUse).status);
        opened = base::fail(base::ErrorKind::Stopped, {});
        QCOMPARE(sample::contents(copy), sample::contents(m_path));
        SAMPLE_OK(Extract::open(copy, sample::passphrase(), sample::clock()));
    }

    void backUpNow()
    {
        auto opened = open();
        SAMPLE_OK(opened);
        const auto made = opened->backUp();
        SAMPLE_OK(made);
        QVERIFY(made->size >= 4096);
        const auto beside = extract::backupsBeside(m_path);
        QCOMPARE(beside.size(), std::size_t{1});
        QCOMPARE(beside[0].path, made->path);
        QCOMPARE(beside[0].made, sample::clock().now());
        SAMPLE_OK(opened->setProperty(u"colour"_s, u"green"_s));
        QCOMPARE(extract::backupsOf(m_path).size(), std::size_t{1}); // it was this sitting's backup
    }

    void restores_data()
    {
        QTest::addColumn<QString>("state");
        for (const char* state : {"whole", "damaged", "missing", "header", "rubbish"})
            QTest::newRow(state) << QString::fromLatin1(state);
    }
    void restores()
    {
        QFETCH(QString, state);
        {
            auto opened = open();
            SAMPLE_OK(opened);
            SAMPLE_OK(opened->setProperty(u"colour"_s, u"green"_s));
            SAMPLE_OK(opened->backUp());
            SAMPLE_OK(opened->setProperty(u"colour"_s, u"blue"_s));
        }
        const QByteArray backup = sample::contents(extract::backupsOf(m_path).front());
        if (state == u"damaged")
            QVERIFY(sample::flip(m_path, 4096 * 3 + 7));
        else if (state == u"missing")
            QVERIFY(QFile::remove(m_path));
        else if (state == u"header")
            QVERIFY(sample::flip(m_path, 6));
        else if (state == u"rubbish")
            QVERIFY(sample::write(m_path, "not a record"));
        QVERIFY(sample::write(m_path + u"-journal"_s, "of the old file"));
        const QByteArray present = sample::contents(m_path);
        const auto restored = extract::restore(m_path, {}, sample::passphrase(), base::Clock(QDate(2026, 3, 9)));
        SAMPLE_OK(restored);
        QCOMPARE(sample::contents(m_path), backup);
        QVERIFY(!QFile::exists(m_path + u"-journal"_s)); // it would be rolled back into the restored file
        QVERIFY(!restored->keptAside.isEmpty());
        QCOMPARE(sample::contents(restored->keptAside), present);
        QCOMPARE(sample::contents(restored->keptAside + u"-journal"_s), QByteArray("of the old file"));
        const auto opened = open();
        SAMPLE_OK(opened);
        QCOMPARE(opened->property(u"colour"_s).value_or(QString()), u"green"_s);
        QCOMPARE(extract::backupsOf(m_path).size(), std::size_t{1}); // the one it came from is still there
    }

    void restoresTheNewestThatIsSound()
    {
        for (int day = 1; day <= 3; ++day) {
            auto opened = open(u"walnut ferry tulip"_s, QDate(2026, 3, day));
            SAMPLE_OK(opened);
            SAMPLE_OK(opened->setProperty(u"day"_s, QString::number(day)));
        }
        const auto backups = extract::backupsOf(m_path);
        QVERIFY(backups.size() >= 3);
        QVERIFY(sample::flip(backups[0], 4096 * 2 + 9));
        const auto restored = extract::restore(m_path, {}, sample::passphrase(), sample::clock());
        SAMPLE_OK(restored);
        QCOMPARE(restored->from.path, backups[1]);
        // A named one is taken or refused, not exchanged for another.
        SAMPLE_FAILS(extract::restore(m_path, backups[0], sample::passphrase(), sample::clock()), Damaged);
        SAMPLE_FAILS(extract::restore(m_path, {}, sample::passphrase(u"wrong"_s), sample::clock()), WrongPassphrase);
        SAMPLE_FAILS(extract::restore(in(u"none.pupilrecord"_s), {}, sample::passphrase(), sample::clock()), ChoiceNeeded);
        SAMPLE_FAILS(extract::restore(m_path, m_path, sample::passphrase(), sample::clock()), Usage);
        const QByteArray before = sample::contents(m_path);
        const auto opened = open();
        SAMPLE_OK(opened);
        SAMPLE_FAILS(extract::restore(m_path, {}, sample::passphrase(), sample::clock()), InUse);
        QCOMPARE(sample::contents(m_path), before);
    }

    // A change of passphrase gives backups the new one instead of losing them.
    void backupsFollowThePassphrase()
    {
        {
            auto opened = open();
            SAMPLE_OK(opened);
            SAMPLE_OK(opened->setProperty(u"colour"_s, u"green"_s));
            QCOMPARE(extract::backupsOf(m_path).size(), std::size_t{1});
            SAMPLE_OK(opened->changePassphrase(sample::passphrase(u"new words"_s)));
            QCOMPARE(extract::backupsOf(m_path).size(), std::size_t{1});
            QCOMPARE(opened->property(u"unfinished"_s).value_or(u"?"_s), QString());
        }
        const auto backup = Extract::open(extract::backupsOf(m_path)[0], sample::passphrase(u"new words"_s),
                                          sample::clock(), extract::Access::ReadOnly);
        SAMPLE_OK(backup);
        QVERIFY(backup->verify()->problems.empty());
    }

    void newFileLeavesTheOldOnesBackups()
    {
        {
            auto opened = open();
            SAMPLE_OK(opened);
            SAMPLE_OK(opened->setProperty(u"colour"_s, u"green"_s));
        }
        const QByteArray backup = sample::contents(extract::backupsOf(m_path).front());
        auto options = sample::quick();
        options.overwrite = true;
        auto made = Extract::create(m_path, sample::passphrase(u"new words"_s), sample::person(), sample::clock(), options);
        SAMPLE_OK(made);
        QCOMPARE(made->earlierBackups().size(), std::size_t{1});
        QVERIFY(extract::backupsOf(m_path).empty());
        SAMPLE_OK(made->changePassphrase(sample::passphrase(u"newer words"_s)));
        QCOMPARE(sample::contents(made->earlierBackups().front()), backup);
        QCOMPARE(extract::earlierBeside(m_path), made->earlierBackups());
        QVERIFY(extract::keptBeside(m_path).empty());
    }

    void clockThatWentBack()
    {
        {
            auto opened = open(u"walnut ferry tulip"_s, QDate(2026, 3, 9));
            SAMPLE_OK(opened);
            SAMPLE_OK(opened->setProperty(u"day"_s, u"ninth"_s));
        }
        auto opened = open(u"walnut ferry tulip"_s, QDate(2019, 1, 1));
        SAMPLE_OK(opened);
        SAMPLE_OK(opened->setProperty(u"day"_s, u"long ago"_s));
        const auto backups = extract::backupsBeside(m_path);
        QCOMPARE(backups.size(), std::size_t{2});
        const auto newest = Extract::open(backups[0].path, sample::passphrase(), sample::clock(), extract::Access::ReadOnly);
        SAMPLE_OK(newest);
        QCOMPARE(newest->property(u"day"_s).value_or(QString()), u"ninth"_s);
    }

    // dispose ---------------------------------------------------------------------------------------------------

    void disposes()
    {
        {
            auto opened = open();
            SAMPLE_OK(opened);
            SAMPLE_OK(opened->setProperty(u"colour"_s, u"green"_s));
            SAMPLE_FAILS(extract::dispose(m_path), InUse);
        }
        SAMPLE_OK(extract::restore(m_path, {}, sample::passphrase(), sample::clock())); // leaves one kept aside
        QVERIFY(sample::write(m_path + u".new"_s, QByteArray(5000, 'x')));
        QVERIFY(sample::write(in(u"mina2.pupilrecord"_s), m_fresh));
        QVERIFY(sample::write(in(u"mina.pdf"_s), "a letter"));
        // What can still be read through a hard link is not the record any more.
        QCOMPARE(::link(QFile::encodeName(m_path).constData(), QFile::encodeName(in(u"link"_s)).constData()), 0);
        QCOMPARE(extract::filesToDispose(m_path).size(), std::size_t{4});
        const auto done = extract::dispose(m_path);
        SAMPLE_OK(done);
        QCOMPARE(done->removed, 4);
        QVERIFY(done->left.isEmpty());
        QVERIFY(done->beyond.size() >= 4);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files, QDir::Name),
                 QStringList({u"link"_s, u"mina.pdf"_s, u"mina2.pupilrecord"_s}));
        QVERIFY(sample::contents(in(u"link"_s)).left(16) != m_fresh.left(16));
        SAMPLE_FAILS(Extract::open(in(u"link"_s), sample::passphrase(), sample::clock()), NotAnExtract);
        SAMPLE_FAILS(extract::dispose(m_path), DiskOrPermission);
        // Not ours: left alone.
        SAMPLE_FAILS(extract::dispose(in(u"mina.pdf"_s)), NotAnExtract);
        QVERIFY(QFile::exists(in(u"mina.pdf"_s)));
    }

    // recovery --------------------------------------------------------------------------------------------------

    // A printed sheet is read by this list for ever. When this fails, put the old list back.
    void recoveryListIsPinned()
    {
        const QByteArrayList words = extract::bundledWords(u"recovery.txt"_s);
        QCOMPARE(words.size(), 2048);
        QCOMPARE(QSet<QByteArray>(words.begin(), words.end()).size(), 2048);
        QVERIFY(std::is_sorted(words.begin(), words.end()));
        QCOMPARE(base::sha256(words.join('\n')).toHex(),
                 QByteArray("7427ae561085e69eccd737780e8eec561f93680e94104a4725a5445047f615ec"));
    }

    void keyAndWords()
    {
        extract::Secret key = extract::Secret::ofSize(32);
        for (int i = 0; i < 32; ++i)
            key.writable()[i] = static_cast<char>(i * 37 + 11);
        const extract::Secret words = extract::wordsOfKey(key);
        const QString text = QString::fromLatin1(words.data(), static_cast<qsizetype>(words.size()));
        QCOMPARE(text.split(u' ').size(), 24);
        const auto back = extract::keyOfWords(words);
        SAMPLE_OK(back);
        QVERIFY(*back == key);
        // As people type them.
        QStringList list = text.split(u' ');
        QString numbered;
        for (qsizetype i = 0; i < list.size(); ++i)
            numbered += QString::number(i + 1) + u". "_s + list[i].toUpper() + u"\r\n"_s;
        const auto typed = extract::keyOfWords(sample::passphrase(numbered));
        SAMPLE_OK(typed);
        QVERIFY(*typed == key);
        // Slips: a word that is none, one too few, one too many, two changed about, another word.
        auto slip = list;
        slip[6] += u'q';
        const auto misspelt = extract::checkRecoveryWords(sample::passphrase(slip.join(u' ')));
        SAMPLE_FAILS(misspelt, Usage);
        QVERIFY(misspelt.error().where.contains(u'7'));
        SAMPLE_FAILS(extract::checkRecoveryWords(sample::passphrase(list.mid(1).join(u' '))), Usage);
        SAMPLE_FAILS(extract::checkRecoveryWords(sample::passphrase(text + u" "_s + list[0])), Usage);
        SAMPLE_FAILS(extract::checkRecoveryWords({}), Usage);
        int told = 0;
        for (int i = 0; i < 23; ++i) {
            slip = list;
            slip.swapItemsAt(i, i + 1);
            told += extract::checkRecoveryWords(sample::passphrase(slip.join(u' '))) ? 0 : 1;
        }
        QVERIFY(told >= 21); // one in 256 passes here and is told by the file
    }

    void recovers()
    {
        QString words;
        QString mark;
        {
            auto opened = open();
            SAMPLE_OK(opened);
            SAMPLE_OK(opened->setProperty(u"colour"_s, u"green"_s));
            const extract::RecoveryWords secret = opened->recoveryWords();
            words = QString::fromLatin1(secret.words.data(), static_cast<qsizetype>(secret.words.size()));
            mark = secret.mark;
        }
        QCOMPARE(extract::fileMark(m_path).value_or(QString()), mark);
        {
            auto recovered = Extract::recover(m_path, sample::passphrase(words), sample::passphrase(u"new words"_s),
                                              sample::clock());
            SAMPLE_OK(recovered);
            QCOMPARE(recovered->property(u"colour"_s).value_or(QString()), u"green"_s);
        }
        SAMPLE_FAILS(open(), WrongPassphrase);
        SAMPLE_OK(open(u"new words"_s));
        QVERIFY(extract::fileMark(m_path).value_or(QString()) != mark);
        // Void now.
        const auto again = Extract::recover(m_path, sample::passphrase(words), sample::passphrase(u"x"_s), sample::clock());
        SAMPLE_FAILS(again, WrongPassphrase);
        QVERIFY(again.error().next.contains(extract::fileMark(m_path).value_or(u"?"_s)));
        SAMPLE_OK(open(u"new words"_s));
    }

    // migration -------------------------------------------------------------------------------------------------

    void formatAges()
    {
        using extract::FormatAge;
        QCOMPARE(extract::formatAge(1, 1, true), FormatAge::Current);
        QCOMPARE(extract::formatAge(2, 1, false), FormatAge::Newer);
        QCOMPARE(extract::formatAge(1, 2, true), FormatAge::Older);
        QCOMPARE(extract::formatAge(0, 1, false), FormatAge::Unknown);
    }

    void versionOneHasNothingToDo()
    {
        const QByteArray before = sample::contents(m_path);
        {
            auto opened = open();
            SAMPLE_OK(opened);
            QCOMPARE(opened->formatVersion(), 1);
            QVERIFY(!opened->needsMigration());
            const auto done = opened->migrate();
            SAMPLE_OK(done);
            QCOMPARE(done->from, done->to);
            QVERIFY(done->keptAside.isEmpty());
        }
        QCOMPARE(sample::contents(m_path), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"mina.pupilrecord"_s});
    }

    // The whole way, with a second format that only this test knows.
    void olderFileIsReadUntilItIsBroughtUpToDate()
    {
        record::Record whole;
        {
            auto opened = open();
            SAMPLE_OK(opened);
            SAMPLE_OK(sample::import(*opened, u"a"_s, "bytes",
                                     {sample::entry(u"SC"_s, 2013, {sample::value(u"FSM"_s, u"1"_s)})}));
            SAMPLE_OK(opened->setProperty(u"colour"_s, u"green"_s));
            whole = *opened->record();
        }
        const QByteArray old = sample::contents(m_path);
        const QStringList before = names();
        extract::Migration done;
        {
            const fixture::LaterFormat later;
            {
                auto opened = open();
                SAMPLE_OK(opened);
                QVERIFY(opened->needsMigration());
                QCOMPARE(opened->formatVersion(), 1);
                QCOMPARE(opened->access(), extract::Access::ReadOnly);
                QCOMPARE(opened->record()->entries, whole.entries); // it can be read
                SAMPLE_FAILS(opened->setProperty(u"colour"_s, u"red"_s), ReadOnly);
                SAMPLE_FAILS(opened->import(), ReadOnly);
                SAMPLE_FAILS(opened->changePassphrase(sample::passphrase(u"new words"_s)), ReadOnly);
            }
            // Nobody asked: nothing was written, not even a backup.
            QCOMPARE(sample::contents(m_path), old);
            QCOMPARE(names(), before);

            auto opened = open();
            SAMPLE_OK(opened);
            const auto asked = opened->migrate();
            SAMPLE_OK(asked);
            done = *asked;
            QCOMPARE(done.from, 1);
            QCOMPARE(done.to, 2);
            QCOMPARE(sample::contents(done.keptAside), old);
            QVERIFY(!opened->needsMigration());
            QCOMPARE(opened->formatVersion(), 2);
            QCOMPARE(opened->access(), extract::Access::ReadWrite);
            QCOMPARE(opened->record()->entries, whole.entries);
            QCOMPARE(opened->log()->back().what, u"migration"_s);
            SAMPLE_OK(opened->setProperty(u"colour"_s, u"red"_s));
            const auto sound = opened->verify();
            SAMPLE_OK(sound);
            QVERIFY(sound->problems.empty());
            QCOMPARE(sample::runAgain({u"open"_s, m_path}), base::exitStatus(base::ErrorKind::InUse).status);
        }
        // The program that only knows the first format says so, and reads the one that was kept.
        SAMPLE_FAILS(open(), NewerFormat);
        const auto kept = Extract::open(done.keptAside, sample::passphrase(), sample::clock());
        SAMPLE_OK(kept);
        QCOMPARE(kept->property(u"colour"_s).value_or(QString()), u"green"_s);
    }

    void migrationThatCannotBeWrittenLeavesTheFile()
    {
        const fixture::LaterFormat later;
        auto opened = open();
        SAMPLE_OK(opened);
        const QByteArray old = sample::contents(m_path);
        QVERIFY(QDir(m_folder->path()).mkpath(u"mina.pupilrecord.new/in the way"_s)); // cannot be replaced by a file
        QVERIFY(!opened->migrate());
        QVERIFY(opened->needsMigration());
        QCOMPARE(sample::contents(m_path), old);
        QCOMPARE(names(), QStringList{u"mina.pupilrecord"_s});
        QVERIFY(QDir(m_path + u".new"_s).removeRecursively());
        SAMPLE_OK(opened->migrate());
        QVERIFY(!opened->needsMigration());
    }

    // A file that lacks a table and a column of the newest format: what it has comes over.
    void olderTablesComeOver()
    {
        const auto older = extract::Connection::open({}, extract::Connection::Mode::Memory);
        SAMPLE_OK(older);
        SAMPLE_OK(older->run("CREATE TABLE properties(name TEXT NOT NULL PRIMARY KEY, value NOT NULL) WITHOUT ROWID;"
                             "INSERT INTO properties VALUES('colour', 'green');"
                             "CREATE TABLE log(id INTEGER PRIMARY KEY, happened_at TEXT NOT NULL, what TEXT NOT NULL, "
                             "detail NOT NULL, gone TEXT);"
                             "INSERT INTO log VALUES(7, 't', 'export', 'csv', 'no longer kept')"));
        const auto plan = extract::migrationPlan(*older);
        SAMPLE_OK(plan);
        QCOMPARE(plan->size(), std::size_t{2});
        auto key = extract::newKey(sample::passphrase(), 2);
        SAMPLE_OK(key);
        const QString target = in(u"newest.pupilrecord"_s);
        SAMPLE_OK(extract::copySelected(*older, *plan, target, *key));
        const auto opened = Extract::open(target, sample::passphrase(), sample::clock());
        SAMPLE_OK(opened);
        QCOMPARE(opened->property(u"colour"_s).value_or(QString()), u"green"_s);
        QCOMPARE(opened->log()->at(0).detail, u"csv"_s);
    }
};

SAMPLE_MAIN(TestRestoring)
#include "tst_restoring.moc"
