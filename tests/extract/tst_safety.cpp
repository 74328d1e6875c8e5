// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fresh_file.h"

#include "extract/file/backups.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using extract::Extract;

class TestSafety : public sample::FreshFile {
    Q_OBJECT

    [[nodiscard]] static std::vector<record::Entry> oneEntry(const QString& raw = u"1"_s)
    {
        return {sample::entry(u"sc"_s, 2013, {sample::value(u"FSM"_s, raw)})};
    }

private Q_SLOTS:
    void backupBeforeTheFirstWrite()
    {
        {
            auto opened = open();
            SAMPLE_OK(opened);
            SAMPLE_OK(sample::import(*opened, u"a.csv"_s, "a", oneEntry()));
            SAMPLE_OK(opened->setProperty(u"colour"_s, u"green"_s));
        }
        auto backups = extract::backupsOf(m_path);
        QCOMPARE(backups.size(), std::size_t{1});
        QCOMPARE(sample::contents(backups[0]), m_fresh); // as it was before, byte for byte
        {
            auto opened = open(u"walnut ferry tulip"_s, QDate(2026, 3, 5));
            SAMPLE_OK(opened);
            SAMPLE_OK(opened->setProperty(u"colour"_s, u"blue"_s));
        }
        backups = extract::backupsOf(m_path);
        QCOMPARE(backups.size(), std::size_t{2});
        QVERIFY(extract::backupTime(backups[0]) > extract::backupTime(backups[1]));
        const auto opened = Extract::open(backups[0], sample::passphrase(), sample::clock());
        SAMPLE_OK(opened);
        QCOMPARE(opened->record()->entries.size(), std::size_t{1});
        QCOMPARE(opened->property(u"colour"_s).value_or(QString()), u"green"_s);
    }

    void backupNames()
    {
        const QDateTime made(QDate(2026, 3, 3), QTime(9, 5, 1), QTimeZone::utc());
        const QString name = extract::backupName(u"/a/mina.pupilrecord"_s, made);
        QCOMPARE(name, u"/a/mina.backup-20260303T090501Z.pupilrecord"_s);
        QCOMPARE(extract::backupTime(name), made);
        QVERIFY(!extract::backupTime(u"/a/mina.pupilrecord"_s).isValid());
        // Another extract's backups and look-alikes are left alone.
        for (const QString& other : {u"mina2.backup-20260101T000000Z.pupilrecord"_s, u"mina.backup-x.pupilrecord"_s,
                                     u"mina.backup-20260101T000000Z.pupilrecord.new"_s})
            QVERIFY(sample::write(m_folder->filePath(other), "x"));
        QVERIFY(extract::backupsOf(m_path).empty());
    }

    // A year of daily sittings, then a week of many a day.
    void thinning()
    {
        const QDateTime start(QDate(2026, 1, 1), QTime(12, 0), QTimeZone::utc());
        std::vector<QDateTime> held;
        for (int sitting = 0; sitting < 500; ++sitting) {
            const QDateTime now = sitting < 365 ? start.addDays(sitting) : start.addDays(365).addSecs((sitting - 365) * 1200);
            held.insert(held.begin(), now);
            std::vector<QDateTime> kept;
            for (const std::size_t index : extract::backupsToKeep(held, now))
                kept.push_back(held[index]);
            held = kept;
            QVERIFY(held.size() <= 5);
            QCOMPARE(held.front(), now);
            const auto has = [&](int from, int to) {
                return std::any_of(held.begin(), held.end(), [&](const QDateTime& made) {
                    const qint64 days = made.secsTo(now) / 86400;
                    return days >= from && days <= to;
                });
            };
            if (sitting > 2)
                QVERIFY(has(1, 3));
            if (sitting > 32)
                QVERIFY(has(31, 64));
        }
        QVERIFY(extract::backupsToKeep({}, start).empty());
    }

    void noBackupNoWrite()
    {
        auto opened = open();
        SAMPLE_OK(opened);
        // Something in the way of the copy's name.
        QVERIFY(QDir().mkpath(extract::backupName(m_path, sample::clock().now()) + u".new/full"_s));
        SAMPLE_FAILS(opened->setProperty(u"colour"_s, u"green"_s), DiskOrPermission);
        QCOMPARE(opened->property(u"colour"_s).value_or(u"?"_s), QString());
        QVERIFY(extract::backupsOf(m_path).empty());
    }

    void passphraseChange()
    {
        record::Record before;
        const QByteArray headBefore = sample::contents(m_path).left(16);
        {
            auto opened = open();
            SAMPLE_OK(opened);
            SAMPLE_OK(sample::import(*opened, u"a.csv"_s, "a", oneEntry()));
            SAMPLE_OK(sample::import(*opened, u"b.csv"_s, QByteArray(2'000'000, 'k'), oneEntry(u"0"_s)));
            before = *opened->record();
            SAMPLE_OK(opened->changePassphrase(sample::passphrase(u"new words"_s)));
            QVERIFY(opened->record()->entries == before.entries);
            // Further writing in the same sitting goes to the new file.
            SAMPLE_OK(opened->setProperty(u"colour"_s, u"green"_s));
        }
        const QByteArray head = sample::contents(m_path).left(16);
        QCOMPARE(head.left(4), headBefore.left(4));
        QVERIFY(head.mid(4, 8) != headBefore.mid(4, 8));
        SAMPLE_FAILS(open(), WrongPassphrase);
        {
            auto opened = open(u"new words"_s);
            SAMPLE_OK(opened);
            const auto record = opened->record();
            SAMPLE_OK(record);
            QVERIFY(record->entries == before.entries);
            QVERIFY(record->documents == before.documents);
            QCOMPARE(record->person, before.person);
            QCOMPARE(opened->property(u"colour"_s).value_or(QString()), u"green"_s);
            QCOMPARE(opened->keptBytes(before.documents[1].id).value_or(QByteArray()), QByteArray(2'000'000, 'k'));
            QCOMPARE(opened->log()->back().what, u"passphrase"_s);
            QVERIFY(opened->verify()->problems.empty());
            // Ids go on where they were.
            SAMPLE_OK(sample::import(*opened, u"c.csv"_s, "c", {sample::entry(u"sc"_s, 2019, {sample::value(u"FSM"_s, u"1"_s)})}));
            QCOMPARE(opened->record()->entries.back().id.n, before.entries.back().id.n + 1);
        }
        for (const QString& backup : extract::backupsOf(m_path)) {
            SAMPLE_FAILS(Extract::open(backup, sample::passphrase(), sample::clock()), WrongPassphrase);
            SAMPLE_OK(Extract::open(backup, sample::passphrase(u"new words"_s), sample::clock()));
        }
        QCOMPARE(extract::backupsOf(m_path).size(), std::size_t{1});
        QVERIFY(QDir(m_folder->path()).entryList({u"*.new"_s}).isEmpty());
    }

    // A name that stands in the record, in every encoding that could carry it, in every file beside the extract.
    void nothingIsReadable()
    {
        const QString planted = u"Quillfeather Marrowby"_s;
        const QByteArray utf8 = planted.toUtf8();
        const QByteArray utf16(reinterpret_cast<const char*>(planted.utf16()), planted.size() * 2);
        const auto clean = [&] {
            const QFileInfoList files = QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden);
            for (const QFileInfo& file : files) {
                const QByteArray bytes = sample::contents(file.filePath());
                if (bytes.contains(utf8) || bytes.contains(utf16) || bytes.contains("CREATE TABLE"))
                    return false;
            }
            return !files.isEmpty();
        };
        auto opened = open();
        SAMPLE_OK(opened);
        SAMPLE_OK(sample::import(*opened, planted, utf8 + utf16, oneEntry(planted)));
        SAMPLE_OK(opened->note(u"letter"_s, planted));
        {
            // A large import, looked at while its journal is open.
            auto run = opened->import();
            SAMPLE_OK(run);
            const auto begun = (*run)->begin(sample::document(planted, utf8 + "2"));
            SAMPLE_OK(begun);
            for (int i = 0; i < 200; ++i) {
                record::Entry entry = sample::entry(planted, 1000 + i, {});
                for (int k = 0; k < 100; ++k)
                    entry.values.push_back(sample::value(planted, planted.repeated(20) + QString::number(i * k)));
                SAMPLE_OK((*run)->add(begun->id, entry));
            }
            SAMPLE_OK((*run)->finishDocument(begun->id, sample::document(planted, utf8 + "2")));
            QVERIFY(QFileInfo::exists(m_path + u"-journal"_s));
            QVERIFY(clean());
            SAMPLE_OK((*run)->commit());
        }
        QVERIFY(clean());
        SAMPLE_OK(opened->changePassphrase(sample::passphrase(u"new words"_s)));
        QVERIFY(clean());
        opened = base::fail(base::ErrorKind::Stopped, {});
        QVERIFY(clean());
        const auto again = open(u"new words"_s);
        SAMPLE_OK(again);
        QCOMPARE(again->record()->entries.size(), std::size_t{201});
        // The search itself can find something.
        QVERIFY(sample::write(m_folder->filePath(u"plain.txt"_s), "x" + utf16));
        QVERIFY(!clean());
    }

    void verifyCounts()
    {
        auto opened = open();
        SAMPLE_OK(opened);
        SAMPLE_OK(sample::import(*opened, u"a.csv"_s, "a", oneEntry()));
        const auto report = opened->verify();
        SAMPLE_OK(report);
        QVERIFY(report->problems.empty());
        QCOMPARE(report->documents, 1);
        QCOMPARE(report->entries, 1);
        QCOMPARE(report->values, 1);
        std::stop_source stop;
        stop.request_stop();
        SAMPLE_FAILS(opened->verify(stop.get_token()), Stopped);
    }

    // Digests that do not fit what they stand for: verify tells each apart although every page is sealed.
    void verifyFindsWrongDigests()
    {
        auto opened = open();
        SAMPLE_OK(opened);
        auto run = opened->import();
        SAMPLE_OK(run);
        extract::NewDocument document = sample::document(u"a.csv"_s, "delivered");
        const auto begun = (*run)->begin(document);
        SAMPLE_OK(begun);
        document.document.sha256 = QByteArray(32, 'z');
        SAMPLE_OK((*run)->finishDocument(begun->id, document));
        SAMPLE_OK((*run)->commit());
        const auto report = opened->verify();
        SAMPLE_OK(report);
        QCOMPARE(report->problems.size(), std::size_t{1});
        QVERIFY(!report->problems[0].where.isEmpty());
    }
};

SAMPLE_MAIN(TestSafety)
#include "tst_safety.moc"
