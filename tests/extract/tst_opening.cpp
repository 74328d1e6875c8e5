// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fresh_file.h"

#include "base/digest.h"
#include "base/exit_status.h"
#include "extract/file/opening.h"
#include "extract/platform/files.h"
#include "extract/schema/schema.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using extract::Access;
using extract::Extract;

namespace {

// Root may read and write everything: the permission tests take an unprivileged user's place meanwhile.
class Unprivileged {
public:
    Unprivileged()
    {
        if (::geteuid() == 0)
            m_switched = ::seteuid(65534) == 0;
    }
    ~Unprivileged()
    {
        if (m_switched && ::seteuid(0) != 0)
            std::abort();
    }
    Q_DISABLE_COPY_MOVE(Unprivileged)

private:
    bool m_switched = false;
};

} // namespace

class TestOpening : public sample::FreshFile {
    Q_OBJECT

    [[nodiscard]] base::Result<Extract> open(Access access = Access::ReadWrite) const
    {
        return Extract::open(m_path, sample::passphrase(), sample::clock(), access);
    }

    // A file of our key and header with any content.
    [[nodiscard]] base::Result<extract::Key> keyedFile(const char* sql)
    {
        auto key = extract::newKey(sample::passphrase(), 2);
        if (!key)
            return key;
        QFile::remove(m_path);
        BASE_TRY(extract::createEmpty(m_path));
        auto connection = extract::createKeyed(m_path, *key);
        if (!connection)
            return tl::unexpected(connection.error());
        BASE_TRY(connection->run(sql));
        return key;
    }

private Q_SLOTS:
    void opensAgain()
    {
        auto opened = open();
        SAMPLE_OK(opened);
        QCOMPARE(opened->access(), Access::ReadWrite);
        QCOMPARE(opened->path(), m_path);
        const auto record = opened->record();
        SAMPLE_OK(record);
        QCOMPARE(record->person, sample::person());
        QVERIFY(record->entries.empty());
        QVERIFY(extract::backupsOf(m_path).empty()); // nothing was written: no backup
    }

    void header()
    {
        const QByteArray bytes = sample::contents(m_path);
        QVERIFY(bytes.size() >= 4096);
        QCOMPARE(bytes.left(4).toHex(), QByteArray("b7505202"));
        QVERIFY(!bytes.contains("SQLite format"));
        const auto profile = extract::looksLikeExtract(m_path);
        SAMPLE_OK(profile);
        QCOMPARE(*profile, 2);
        // Random bytes differ from file to file.
        const QString other = m_folder->filePath(u"other.pupilrecord"_s);
        const auto made = Extract::create(other, sample::passphrase(), sample::person(), sample::clock(), sample::quick());
        SAMPLE_OK(made);
        QVERIFY(sample::contents(other).mid(4, 12) != bytes.mid(4, 12));
        struct stat info {};
        QCOMPARE(::stat(QFile::encodeName(other).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, 0600U);
    }

    void largeProfile()
    {
        const QString path = m_folder->filePath(u"large.pupilrecord"_s);
        extract::CreateOptions options;
        options.kdfProfile = 1;
        {
            const auto made = Extract::create(path, sample::passphrase(), sample::person(), sample::clock(), options);
            SAMPLE_OK(made);
        }
        QCOMPARE(extract::looksLikeExtract(path).value_or(0), 1);
        const auto again = Extract::open(path, sample::passphrase(), sample::clock());
        SAMPLE_OK(again);
    }

    void wrongPassphrase()
    {
        const auto opened = Extract::open(m_path, sample::passphrase(u"walnut ferry tulips"_s), sample::clock());
        SAMPLE_FAILS(opened, WrongPassphrase);
        QVERIFY(!opened.error().next.isEmpty());
    }

    void composedOrDecomposedPassphrase()
    {
        const QString path = m_folder->filePath(u"accents.pupilrecord"_s);
        {
            const auto made = Extract::create(path, sample::passphrase(u"caf\u00e9 na\u00efve"_s), sample::person(),
                                              sample::clock(), sample::quick());
            SAMPLE_OK(made);
        }
        const auto opened = Extract::open(path, sample::passphrase(u"cafe\u0301 nai\u0308ve"_s), sample::clock());
        SAMPLE_OK(opened);
    }

    // The header is needed to make the key, so its damage looks like a wrong passphrase; the words say so.
    void headerDamage_data()
    {
        QTest::addColumn<int>("offset");
        QTest::newRow("random byte") << 6;
        QTest::newRow("check byte") << 14;
    }
    void headerDamage()
    {
        QFETCH(int, offset);
        QVERIFY(sample::flip(m_path, offset));
        const auto opened = open();
        SAMPLE_FAILS(opened, WrongPassphrase);
        QVERIFY(opened.error().next.contains(u"backup"_s));
    }

    void unknownProfile()
    {
        QVERIFY(sample::flip(m_path, 3));
        SAMPLE_FAILS(open(), NewerFormat);
    }

    void pageOneDamage_data()
    {
        QTest::addColumn<int>("offset");
        QTest::newRow("start") << 16;
        QTest::newRow("middle") << 1000;
        QTest::newRow("seal") << 4040;
    }
    void pageOneDamage()
    {
        QFETCH(int, offset);
        QVERIFY(sample::flip(m_path, offset));
        SAMPLE_FAILS(open(), Damaged);
    }

    void laterPageDamage()
    {
        {
            auto opened = open();
            SAMPLE_OK(opened);
            SAMPLE_OK(sample::import(*opened, u"a.csv"_s, QByteArray(20000, 'k'),
                                     {sample::entry(u"sc"_s, 2013, {sample::value(u"FSMeligible"_s, u"1"_s)})}));
        }
        const auto size = sample::contents(m_path).size();
        int refused = 0;
        const qint64 pages = size / 4096;
        for (qint64 page = 1; page < pages; ++page) { // page 1 has index 0 and its own test
            QVERIFY(sample::flip(m_path, page * 4096 + 50));
            const auto opened = open();
            if (opened) {
                const auto report = opened->verify();
                SAMPLE_OK(report);
                QCOMPARE(report->problems.size(), std::size_t{1});
                QVERIFY(report->problems.front().where.contains(QString::number(page + 1)));
            } else {
                QCOMPARE(opened.error().kind, base::ErrorKind::Damaged);
                ++refused;
            }
            QVERIFY(sample::flip(m_path, page * 4096 + 50));
            if (page > 3)
                break;
        }
        QVERIFY(refused < pages);
        const auto healed = open();
        SAMPLE_OK(healed);
    }

    void cutShort()
    {
        QVERIFY(sample::write(m_path, sample::contents(m_path).left(4096 * 3 + 100)));
        const auto opened = open();
        if (opened) {
            const auto report = opened->verify();
            SAMPLE_OK(report);
            QVERIFY(!report->problems.empty());
        } else {
            QCOMPARE(opened.error().kind, base::ErrorKind::Damaged);
        }
    }

    void notAnExtract_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray magic = QByteArray::fromHex("b7505202");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("too short") << magic + QByteArray(4091, 'x');
        QTest::newRow("plain SQLite") << QByteArray("SQLite format 3\0", 16) + QByteArray(8176, '\0');
        QTest::newRow("text") << QByteArray(9000, 'a');
        QTest::newRow("zip") << QByteArray("PK\x03\x04") + QByteArray(9000, 'z');
    }
    void notAnExtract()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(sample::write(m_path, bytes));
        SAMPLE_FAILS(open(), NotAnExtract);
        SAMPLE_FAILS(extract::looksLikeExtract(m_path), NotAnExtract);
        QCOMPARE(sample::contents(m_path), bytes);
    }

    void randomContent()
    {
        const QByteArray head = sample::contents(m_path).left(16);
        QVERIFY(sample::write(m_path, head + QByteArray(8176, 'r')));
        SAMPLE_FAILS(open(), Damaged);
    }

    void notThere()
    {
        m_path = m_folder->filePath(u"gone.pupilrecord"_s);
        SAMPLE_FAILS(open(), DiskOrPermission);
        QVERIFY(!QFile::exists(m_path));
    }

    // SQLite opens an empty file with any key; ours must hold exactly our tables.
    void emptyDatabaseOfTheRightKey()
    {
        auto key = extract::newKey(sample::passphrase(), 2);
        SAMPLE_OK(key);
        QVERIFY(sample::write(m_path, QByteArray(reinterpret_cast<const char*>(key->header.bytes.data()), 16) +
                                          QByteArray(4080, '\0')));
        SAMPLE_FAILS(open(), Damaged);
        SAMPLE_OK(keyedFile("PRAGMA user_version = 0; PRAGMA application_id = 0; SELECT 1;"));
        SAMPLE_FAILS(open(), NotAnExtract);
    }

    void foreignSchema_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<bool>("ours");
        QTest::newRow("unchanged") << QByteArray("SELECT 1") << true;
        QTest::newRow("one more table") << QByteArray("CREATE TABLE more(x)") << false;
        QTest::newRow("one more trigger")
            << QByteArray("CREATE TRIGGER spy AFTER INSERT ON log BEGIN SELECT 1; END") << false;
        QTest::newRow("one more view") << QByteArray("CREATE VIEW look AS SELECT 1") << false;
        QTest::newRow("a trigger gone") << QByteArray("DROP TRIGGER entries_kept") << false;
        QTest::newRow("an index gone") << QByteArray("DROP INDEX entries_moment") << false;
        QTest::newRow("another program") << QByteArray("PRAGMA application_id = 1") << false;
        QTest::newRow("an older version that never was") << QByteArray("PRAGMA user_version = 0") << false;
    }
    void foreignSchema()
    {
        QFETCH(QByteArray, sql);
        QFETCH(bool, ours);
        SAMPLE_OK(keyedFile(sql.constData()));
        if (ours)
            SAMPLE_OK(open());
        else
            SAMPLE_FAILS(open(), NotAnExtract);
    }

    void newerFormat()
    {
        SAMPLE_OK(keyedFile("PRAGMA user_version = 2; CREATE TABLE later(x)"));
        SAMPLE_FAILS(open(), NewerFormat);
    }

    // A published schema is never edited. When this fails, write a new version instead of a new number here.
    void schemaIsPinned()
    {
        QCOMPARE(extract::applicationId, qint64{0x50526563});
        QCOMPARE(extract::newestVersion(), 1);
        const QByteArray text(extract::schemaText(1));
        QCOMPARE(base::sha256(text).toHex(), QByteArray("dc35ba4c8d85535853aa63f9ebd3f0833af5f56218858e2d809e5bb868016fa2"));
        QVERIFY(!extract::schemaText(2));
    }

    void secondProgramIsKeptOut()
    {
        auto opened = open();
        SAMPLE_OK(opened);
        QCOMPARE(sample::runAgain({u"open"_s, m_path}), base::exitStatus(base::ErrorKind::InUse).status);
        // The first write makes a backup, which must not drop the lock.
        SAMPLE_OK(opened->setProperty(u"colour"_s, u"green"_s));
        QCOMPARE(extract::backupsOf(m_path).size(), std::size_t{1});
        QCOMPARE(sample::runAgain({u"open"_s, m_path}), base::exitStatus(base::ErrorKind::InUse).status);
        // Nor may anything else that is asked about the file.
        QCOMPARE(extract::looksLikeExtract(m_path).value_or(0), 2);
        SAMPLE_OK(opened->verify());
        SAMPLE_FAILS(open(), InUse);
        SAMPLE_FAILS(Extract::create(m_path, sample::passphrase(), sample::person(), sample::clock(), [] {
                         auto options = sample::quick();
                         options.overwrite = true;
                         return options;
                     }()),
                     InUse);
        QCOMPARE(sample::runAgain({u"write"_s, m_path}), base::exitStatus(base::ErrorKind::InUse).status);
        SAMPLE_OK(opened->changePassphrase(sample::passphrase()));
        QCOMPARE(sample::runAgain({u"write"_s, m_path}), base::exitStatus(base::ErrorKind::InUse).status);
        opened = base::fail(base::ErrorKind::Stopped, {}); // closed
        QCOMPARE(sample::runAgain({u"write"_s, m_path}), base::exitDone);
        opened = open();
        SAMPLE_OK(opened);
        QCOMPARE(opened->property(u"by-child"_s).value_or(QString()), u"yes"_s);
    }

    void readOnlyByWish()
    {
        auto opened = open(Access::ReadOnly);
        SAMPLE_OK(opened);
        QCOMPARE(opened->access(), Access::ReadOnly);
        SAMPLE_OK(opened->record());
        SAMPLE_FAILS(opened->setProperty(u"colour"_s, u"green"_s), ReadOnly);
        SAMPLE_FAILS(opened->import(), ReadOnly);
        SAMPLE_FAILS(opened->changePassphrase(sample::passphrase()), ReadOnly);
        QVERIFY(extract::backupsOf(m_path).empty());
    }

    void readOnlyFile()
    {
        QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), 0444), 0);
        const Unprivileged nobody;
        auto opened = open();
        SAMPLE_OK(opened);
        QCOMPARE(opened->access(), Access::ReadOnly);
        SAMPLE_OK(opened->record());
        SAMPLE_FAILS(opened->note(u"export"_s, u"csv"_s), ReadOnly);
    }

    void unwritableFolder()
    {
        QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0555), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), 0666), 0);
        const Unprivileged nobody;
        auto opened = open();
        SAMPLE_OK(opened);
        SAMPLE_FAILS(opened->setProperty(u"colour"_s, u"green"_s), DiskOrPermission);
        SAMPLE_OK(opened->record());
        const auto made = Extract::create(m_folder->filePath(u"new.pupilrecord"_s), sample::passphrase(),
                                          sample::person(), sample::clock(), sample::quick());
        SAMPLE_FAILS(made, DiskOrPermission);
    }

    void notReadable()
    {
        QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), 0), 0);
        const Unprivileged nobody;
        SAMPLE_FAILS(open(), DiskOrPermission);
    }

    void createDoesNotOverwrite()
    {
        const QByteArray before = sample::contents(m_path);
        auto options = sample::quick();
        SAMPLE_FAILS(Extract::create(m_path, sample::passphrase(), sample::person(), sample::clock(), options),
                     WouldOverwrite);
        QCOMPARE(sample::contents(m_path), before);
        options.overwrite = true;
        SAMPLE_OK(Extract::create(m_path, sample::passphrase(u"other"_s), sample::person(), sample::clock(), options));
        SAMPLE_FAILS(open(), WrongPassphrase);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"mina.pupilrecord"_s});
    }
};

SAMPLE_MAIN(TestOpening)
#include "tst_opening.moc"
