// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program dies, or the disk is full, at any moment of what it does with a record file: afterwards there is the
// state before or the state after, whole, and backups that open. PUPIL_RECORD_FAULTS says how many moments are tried,
// PUPIL_RECORD_FAULTS_SEED which: random ones, the same for the same seed, which is printed.
#include "fault_points.h"
#include "sample.h"

#include "base/exit_status.h"
#include "extract/file/backups.h"
#include "extract/file/opening.h"
#include "extract/file/page_seals.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTest>

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;
using extract::Extract;

namespace {

constexpr int usualSeed = 20261122;
constexpr int died = -1;

// Filled by the child, read by the parent after its end.
struct Shared {
    long calls = 0;
    int drafts = 0;
};

std::vector<record::Entry> entries(int first, int count, const QString& raw)
{
    std::vector<record::Entry> all;
    for (int i = 0; i < count; ++i) {
        std::vector<record::Value> values;
        for (int k = 0; k < 20; ++k)
            values.push_back(sample::value(u"Item_%1"_s.arg(k), raw + QString::number(i * k), i, k));
        all.push_back(sample::entry(u"SC"_s, first + i, values));
    }
    return all;
}

base::Result<void> work(const QString& what, Extract& file, Shared& shared)
{
    if (what == u"import"_s) {
        const auto done = sample::import(file, u"second.csv"_s, QByteArray(50'000, '2'), entries(1900, 60, u"two "_s));
        return done ? base::Result<void>{} : tl::unexpected(done.error());
    }
    if (what == u"withdraw"_s) {
        const auto done = file.withdraw({{1}}, u"a slip"_s);
        return done ? base::Result<void>{} : tl::unexpected(done.error());
    }
    if (what == u"passphrase"_s)
        return file.changePassphrase(sample::passphrase(u"other words"_s));
    if (what == u"backup"_s) {
        const auto done = file.backUp();
        return done ? base::Result<void>{} : tl::unexpected(done.error());
    }
    requests::Request request = file.requests()->front(); // "draft"
    for (int i = 1; i <= 8; ++i) {
        request.draft = u"draft %1 "_s.arg(i).repeated(200);
        const auto saved = file.saveRequest(request);
        if (!saved)
            return tl::unexpected(saved.error());
        shared.drafts = i;
    }
    return {};
}

} // namespace

class TestFaults : public QObject {
    Q_OBJECT

    std::optional<QTemporaryDir> m_folder;
    QString m_path;
    QByteArray m_before;
    QByteArray m_backup;
    extract::Key m_key;
    Shared* m_shared = nullptr;

    [[nodiscard]] QString backupPath() const { return extract::backupName(m_path, sample::clock().now().addDays(-3)); }

    void layOut()
    {
        for (const QString& name : QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden))
            QFile::remove(m_folder->filePath(name));
        QVERIFY(sample::write(m_path, m_before));
        QVERIFY(sample::write(backupPath(), m_backup));
    }

    // The work in a process of its own; the exit status, or `died`.
    int run(const QString& what, faults::Plan plan)
    {
        *m_shared = {};
        const pid_t child = ::fork();
        if (child == 0) {
            auto opened = Extract::open(m_path, sample::passphrase(), sample::clock());
            if (!opened)
                ::_exit(100);
            faults::plan(plan);
            const auto done = work(what, *opened, *m_shared);
            m_shared->calls = faults::counted();
            // A disk that is full stays so while the file is closed.
            opened = base::fail(base::ErrorKind::Stopped, {});
            ::_exit(done ? base::exitDone : base::exitStatus(done.error().kind).status);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : died;
    }

    // Opened as the program does (a journal is rolled back), looked at page by page.
    void isSound(const QString& path, const extract::Key& key, const QByteArray& where)
    {
        const auto opened = extract::openKeyed(path, key, false);
        QVERIFY2(opened, where.constData());
        const auto broken = extract::brokenPages(*opened, key, {}, {});
        QVERIFY2(broken && broken->empty(), where.constData());
        extract::Statement check = opened->prepare("PRAGMA integrity_check");
        QVERIFY2(check.next() && check.text(0) == u"ok"_s, where.constData());
        extract::Statement dangling = opened->prepare("PRAGMA foreign_key_check");
        QVERIFY2(!dangling.next(), where.constData());
    }

    void before_or_after(const QString& what, const QByteArray& where)
    {
        const auto header = extract::readHeader(m_path);
        QVERIFY2(header, where.constData());
        extract::Key key = m_key.clone();
        if (*header != m_key.header) {
            QCOMPARE(what, u"passphrase"_s);
            auto other = extract::keyFor(sample::passphrase(u"other words"_s), *header);
            QVERIFY2(other, where.constData());
            key = std::move(*other);
        }
        isSound(m_path, key, where);
        {
            const auto opened = extract::openKeyed(m_path, key, true);
            QVERIFY2(opened, where.constData());
            const qint64 documents = opened->number("SELECT count(*) FROM documents").value_or(-1);
            const qint64 found = opened->number("SELECT count(*) FROM entries").value_or(-1);
            const bool after = what == u"import"_s ? documents == 2 && found == 100
                                                   : what == u"withdraw"_s && documents == 0 && found == 0;
            QVERIFY2((documents == 1 && found == 40) || after, where.constData());
            if (what == u"draft"_s) {
                extract::Statement draft = opened->prepare("SELECT draft FROM requests");
                QVERIFY(draft.next());
                // What was said to be saved is there; the next one may be.
                const QString text = draft.text(0);
                const int number = text.section(u' ', 1, 1).toInt();
                QVERIFY2(number == m_shared->drafts || number == m_shared->drafts + 1, where.constData());
                QCOMPARE(text, number == 0 ? QString() : u"draft %1 "_s.arg(number).repeated(200));
            }
        }
        if (what == u"withdraw"_s || what == u"passphrase"_s) {
            // The next sitting finishes what the crash interrupted.
            const auto again = Extract::open(
                m_path, sample::passphrase(*header == m_key.header ? u"walnut ferry tulip"_s : u"other words"_s),
                sample::clock());
            QVERIFY2(again, where.constData());
            const bool gone = again->record()->documents.empty();
            for (const QString& backup : extract::backupsOf(m_path)) {
                const auto opened = extract::openKeyed(backup, key, true);
                QVERIFY2(opened, where.constData());
                if (gone)
                    QVERIFY2(opened->number("SELECT count(*) FROM documents").value_or(-1) == 0, where.constData());
            }
            QVERIFY2(*header != m_key.header || gone || !extract::backupsOf(m_path).empty(), where.constData());
            return;
        }
        QVERIFY2(QFileInfo::exists(backupPath()) || extract::backupsOf(m_path).size() > 1, where.constData());
        for (const QString& backup : extract::backupsOf(m_path))
            isSound(backup, m_key, where);
    }

    // Each kind of work has moments of its own.
    [[nodiscard]] static QRandomGenerator moment(const QString& what)
    {
        const int asked = qEnvironmentVariableIntValue("PUPIL_RECORD_FAULTS_SEED");
        quint32 parts[] = {static_cast<quint32>(asked > 0 ? asked : usualSeed), what.front().unicode()};
        return QRandomGenerator(parts);
    }

    [[nodiscard]] static int moments()
    {
        const int asked = qEnvironmentVariableIntValue("PUPIL_RECORD_FAULTS");
        return asked > 0 ? asked : 30;
    }

    static void addKinds()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : {"import", "withdraw", "passphrase", "backup", "draft"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(extract::protectProcess());
        const int asked = qEnvironmentVariableIntValue("PUPIL_RECORD_FAULTS_SEED");
        qInfo("%d moments, seed %d", moments(), asked > 0 ? asked : usualSeed);
        m_shared = static_cast<Shared*>(
            ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
        QVERIFY(m_shared != MAP_FAILED);
        m_folder.emplace();
        m_path = m_folder->filePath(u"mina.pupilrecord"_s);
        {
            auto made = Extract::create(m_path, sample::passphrase(), sample::person(), sample::clock(), sample::quick());
            SAMPLE_OK(made);
            SAMPLE_OK(sample::import(*made, u"first.csv"_s, QByteArray(50'000, '1'), entries(1800, 40, u"one "_s)));
            requests::Request request;
            request.concern = *made->saveConcern({});
            SAMPLE_OK(made->saveRequest(request));
        }
        m_before = sample::contents(m_path);
        m_backup = m_before;
        auto key = extract::keyFor(sample::passphrase(), *extract::readHeader(m_path));
        SAMPLE_OK(key);
        m_key = std::move(*key);
    }

    void killed_data() { addKinds(); }
    void killed()
    {
        QFETCH(QString, what);
        layOut();
        QCOMPARE(run(what, {faults::Kind::None, 0}), base::exitDone);
        const long calls = m_shared->calls;
        QVERIFY2(calls >= 3, QByteArray::number(static_cast<qlonglong>(calls)).constData());
        before_or_after(what, "undisturbed");
        QRandomGenerator random = moment(what);
        for (int i = 0; i < std::max(1, moments() / 5); ++i) {
            const long at = random.bounded(static_cast<int>(calls)) + 1;
            const QByteArray where = what.toLatin1() + ", killed at call " + QByteArray::number(static_cast<qlonglong>(at)) +
                                     " of " + QByteArray::number(static_cast<qlonglong>(calls));
            layOut();
            QVERIFY2(run(what, {faults::Kind::Kill, at}) == died, where.constData());
            before_or_after(what, where);
        }
    }

    void fullDisk_data() { addKinds(); }
    void fullDisk()
    {
        QFETCH(QString, what);
        layOut();
        QCOMPARE(run(what, {faults::Kind::None, 0}), base::exitDone);
        const long calls = m_shared->calls;
        QRandomGenerator random = moment(what);
        for (int i = 0; i < std::max(1, moments() / 10); ++i) {
            const long at = random.bounded(static_cast<int>(calls)) + 1;
            const QByteArray where = what.toLatin1() + ", disk full from call " +
                                     QByteArray::number(static_cast<qlonglong>(at));
            layOut();
            const int status = run(what, {faults::Kind::FullDisk, at});
            QVERIFY2(status == base::exitDone || status == base::exitStatus(base::ErrorKind::DiskOrPermission).status,
                     QByteArray(where + ": " + QByteArray::number(status)).constData());
            if (what == u"passphrase"_s && extract::backupsOf(m_path).empty())
                continue; // those that could not be written again had to go
            before_or_after(what, where);
        }
    }

    // What a change of passphrase that was broken off left beside the file is not rolled back into the next one.
    void journalOfAnUnfinishedRewriting()
    {
        layOut();
        auto opened = Extract::open(m_path, sample::passphrase(), sample::clock());
        SAMPLE_OK(opened);
        SAMPLE_OK(opened->backUp()); // what comes before the first write of a sitting is done
        const QString journal = m_path + u".new-journal"_s;
        QVERIFY(sample::write(journal, QByteArray::fromHex("d9d505f920a163d7") + QByteArray(8192, '\1')));
        SAMPLE_OK(opened->changePassphrase(sample::passphrase(u"other words"_s)));
        QVERIFY(!QFileInfo::exists(journal));
        const auto sound = opened->verify();
        QVERIFY(sound && sound->problems.empty());
    }

    // The system's own limit on file sizes, as a disk quota would be.
    void fileSizeLimit()
    {
        layOut();
        const pid_t child = ::fork();
        if (child == 0) {
            ::signal(SIGXFSZ, SIG_IGN);
            auto opened = Extract::open(m_path, sample::passphrase(), sample::clock());
            const rlimit limit{static_cast<rlim_t>(m_before.size() + 8192), static_cast<rlim_t>(m_before.size() + 8192)};
            if (!opened || ::setrlimit(RLIMIT_FSIZE, &limit) != 0)
                ::_exit(100);
            const auto done = work(u"import"_s, *opened, *m_shared);
            ::_exit(done ? base::exitDone : base::exitStatus(done.error().kind).status);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), base::exitStatus(base::ErrorKind::DiskOrPermission).status);
        before_or_after(u"import"_s, "file size limit");
    }

    void notEnoughMemoryForTheKey()
    {
        layOut();
        const pid_t child = ::fork();
        if (child == 0) {
            const QByteArray pages = sample::contents(u"/proc/self/statm"_s).split(' ').first();
            const auto now = static_cast<rlim_t>(pages.toULongLong()) * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
            const rlimit limit{now + (rlim_t{24} << 20), now + (rlim_t{24} << 20)};
            if (::setrlimit(RLIMIT_AS, &limit) != 0)
                ::_exit(100);
            const auto opened = Extract::open(m_path, sample::passphrase(), sample::clock());
            ::_exit(opened ? base::exitDone : base::exitStatus(opened.error().kind).status);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
#ifdef __SANITIZE_ADDRESS__
        QSKIP("AddressSanitizer keeps memory of its own");
#endif
        QCOMPARE(WEXITSTATUS(status), base::exitStatus(base::ErrorKind::NotEnoughMemory).status);
        QCOMPARE(sample::contents(m_path), m_before);
    }

    void removedOrReplacedWhileOpen_data()
    {
        QTest::addColumn<bool>("replaced");
        QTest::newRow("removed") << false;
        QTest::newRow("replaced") << true;
    }
    void removedOrReplacedWhileOpen()
    {
        QFETCH(bool, replaced);
        layOut();
        auto opened = Extract::open(m_path, sample::passphrase(), sample::clock());
        SAMPLE_OK(opened);
        QVERIFY(QFile::remove(m_path));
        if (replaced)
            QVERIFY(sample::write(m_path, "something else"));
        SAMPLE_FAILS(opened->setProperty(u"colour"_s, u"green"_s), DiskOrPermission);
        SAMPLE_FAILS(opened->import(), DiskOrPermission);
        SAMPLE_FAILS(opened->withdraw({{1}}, {}), DiskOrPermission);
        SAMPLE_FAILS(opened->changePassphrase(sample::passphrase(u"x"_s)), DiskOrPermission);
        QCOMPARE(sample::contents(m_path), replaced ? QByteArray("something else") : QByteArray());
        // Nothing is lost while it is open.
        const QString copy = m_folder->filePath(u"copy.pupilrecord"_s);
        SAMPLE_OK(opened->saveCopy(copy));
        QCOMPARE(sample::contents(copy), m_before);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
