// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A disk that is really full, and one that is really read-only: a small memory disk that this program mounts for itself
// alone, in a namespace of its own. Where the system does not permit that, the tests say so and are skipped.
#include "desk/import_run.h"
#include "desk/split_run.h"
#include "extract/extract.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using extract::Extract;

namespace {

bool mayMount = false; // set before anything else runs

bool put(const char* path, const QByteArray& text)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

// Only a process of one thread may do this: before Qt starts any.
bool enterOwnMounts()
{
    const QByteArray user = QByteArray::number(::getuid());
    const QByteArray group = QByteArray::number(::getgid());
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0)
        static_cast<void>(put("/proc/self/setgroups", "deny") && put("/proc/self/uid_map", "0 " + user + " 1") &&
                          put("/proc/self/gid_map", "0 " + group + " 1"));
    else if (::unshare(CLONE_NEWNS) != 0)
        return false;
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

// A disk of so many bytes, gone with this object.
class MemoryDisk {
public:
    explicit MemoryDisk(qint64 bytes)
    {
        m_mounted = m_folder.isValid() && ::mount("none", path().constData(), "tmpfs", 0, size(bytes).constData()) == 0;
    }
    ~MemoryDisk()
    {
        if (m_mounted)
            ::umount2(path().constData(), MNT_DETACH);
    }
    MemoryDisk(const MemoryDisk&) = delete;
    MemoryDisk& operator=(const MemoryDisk&) = delete;

    [[nodiscard]] bool mounted() const { return m_mounted; }
    [[nodiscard]] bool resize(qint64 bytes) const { return ::mount("none", path().constData(), nullptr, MS_REMOUNT, size(bytes).constData()) == 0; }
    [[nodiscard]] bool readOnly() const { return ::mount("none", path().constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0; }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

private:
    [[nodiscard]] QByteArray path() const { return QFile::encodeName(m_folder.path()); }
    static QByteArray size(qint64 bytes) { return QByteArray("size=" + QByteArray::number(bytes)); }

    QTemporaryDir m_folder;
    bool m_mounted = false;
};

const base::Clock someDay(QDate(2026, 11, 22));
const record::Person mina{u"Mina Rose Okafor-Hale"_s, QDate(2003, 5, 3), u"A000000010001"_s, {}};

extract::Secret secret(const QString& text = u"apple river candle moss tractor pebble"_s)
{
    return extract::Secret::fromText(text);
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A census table about `pupils` people, of `terms` rows each; Mina is the first.
readers::Source census(int pupils, int terms)
{
    QByteArray text = "UPN,Surname,Forename,DOB,AcademicYear,Term,EthnicGroupMinor,FSMeligible,SENprovision,FirstLanguage\n";
    for (int term = 0; term < terms; ++term) {
        const QByteArray year = QByteArray::number(1950 + term) + "/" + QByteArray::number(1951 + term);
        for (int n = 0; n < pupils; ++n) {
            const QByteArray number = QByteArray::number(10001 + n);
            text += n == 0 ? QByteArray("A000000010001,Okafor-Hale,Mina Rose,03/05/2003,")
                           : QByteArray("B0000000" + number + ",Other" + number + ",Pupil,04/06/2003,");
            text += year + ",Spring,WBRI,0,N,ENG\n";
        }
    }
    return {{readers::bufferPart(u"census.csv"_s, text)}};
}

struct Tried {
    base::Result<void> result;
    QString lastDraft; // that was said to be saved
};

base::Result<void> done(const auto& result)
{
    return result ? base::Result<void>{} : tl::unexpected(result.error());
}

Tried work(const QString& what, Extract& file)
{
    if (what == u"import"_s)
        return {done(desk::importSource(file, census(1, 60), {}, {}, {})), {}};
    if (what == u"passphrase"_s)
        return {file.changePassphrase(secret(u"other words for this"_s)), {}};
    if (what == u"withdraw"_s)
        return {done(file.withdraw({file.record()->documents.front().id}, u"a slip"_s)), {}};
    if (what == u"backup"_s)
        return {done(file.backUp()), {}};
    Tried tried;
    requests::Request request = file.requests()->front(); // "draft"
    for (int i = 1; i <= 4; ++i) {
        request.draft = u"draft %1 "_s.arg(i).repeated(20'000);
        tried.result = done(file.saveRequest(request));
        if (!tried.result)
            break;
        tried.lastDraft = request.draft;
    }
    return tried;
}

void addKinds()
{
    QTest::addColumn<QString>("what");
    for (const char* what : {"import", "passphrase", "withdraw", "backup", "draft"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

#define NEEDS_MOUNTS()                                                                                                 \
    if (!mayMount)                                                                                                     \
    QSKIP("this system lets a program mount nothing, not even for itself")

} // namespace

class SmallDiskTest : public QObject {
    Q_OBJECT

    QByteArray m_before;

    [[nodiscard]] QString layOut(const MemoryDisk& disk) const
    {
        const QString path = disk.file(u"mina.pupilrecord"_s);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(m_before) == m_before.size() ? path : QString();
    }

    static extract::CreateOptions quick()
    {
        extract::CreateOptions options;
        options.kdfProfile = 2; // a quarter of the memory: tests wait for it
        return options;
    }

    static desk::SplitOptions into(const QString& folder)
    {
        desk::SplitOptions options;
        options.folder = folder;
        options.kdfProfile = 2;
        return options;
    }

private Q_SLOTS:
    void initTestCase()
    {
        NEEDS_MOUNTS();
        QVERIFY(extract::protectProcess());
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mina.pupilrecord"_s);
        {
            auto made = Extract::create(path, secret(), mina, someDay, quick());
            QVERIFY(made);
            QVERIFY(desk::importSource(*made, census(1, 20), {}, {}, {}));
            requests::Request request;
            request.concern = *made->saveConcern({});
            QVERIFY(made->saveRequest(request));
        }
        m_before = contents(path);
        QVERIFY(m_before.size() > 100'000);
    }

    // With ever more room beside the file: refused with one clear error and nothing changed, until there is enough.
    void full_data() { addKinds(); }
    void full()
    {
        NEEDS_MOUNTS();
        QFETCH(QString, what);
        const qint64 page = ::sysconf(_SC_PAGESIZE);
        const qint64 whole = (m_before.size() + page - 1) / page * page;
        int refused = 0;
        bool enough = false;
        for (const qint64 room : {qint64{0}, 2 * page, whole / 2, whole, 2 * whole, 12 * whole}) {
            const QByteArray where = QByteArray::number(room) + " bytes of room";
            const MemoryDisk disk(whole + room / page * page);
            QVERIFY(disk.mounted());
            const QString path = layOut(disk);
            QVERIFY(!path.isEmpty());
            Tried tried;
            {
                auto opened = Extract::open(path, secret(), someDay);
                QVERIFY2(opened, where.constData());
                tried = work(what, *opened);
            }
            enough = tried.result.has_value();
            // Of a journal that could not be begun an empty file may stay until the next sitting; nothing else may.
            for (const QString& name : disk.files())
                QVERIFY2(name.endsWith(u".pupilrecord"_s) || (name == u"mina.pupilrecord-journal"_s && QFile(disk.file(name)).size() == 0),
                         qPrintable(name + u", "_s + QString::fromLatin1(where)));
            if (enough)
                continue;
            ++refused;
            const base::Error& error = tried.result.error();
            QVERIFY2(error.kind == base::ErrorKind::DiskOrPermission, QByteArray(where + ": " + error.message.toUtf8()).constData());
            QVERIFY(!error.message.isEmpty());
            QVERIFY(!error.next.isEmpty());
            // Byte for byte, unless pages were rolled back: those are sealed anew.
            if (tried.lastDraft.isEmpty())
                QCOMPARE(QFile(path).size(), qint64{m_before.size()});
            if (room < whole)
                QVERIFY2(contents(path) == m_before, where.constData());
            const auto again = Extract::open(path, secret(), someDay);
            QVERIFY2(again, where.constData());
            const auto sound = again->verify();
            QVERIFY2(sound && sound->problems.empty() && sound->documents == 1 && sound->entries == 20, where.constData());
            QCOMPARE(again->requests()->front().draft, tried.lastDraft);
        }
        QVERIFY(refused > 0);
        QVERIFY(enough);
    }

    // The sitting goes on after the refusal: what it shows is still true, and with room the same work succeeds.
    void fullAndThenRoom_data() { addKinds(); }
    void fullAndThenRoom()
    {
        NEEDS_MOUNTS();
        QFETCH(QString, what);
        const qint64 page = ::sysconf(_SC_PAGESIZE);
        const qint64 whole = (m_before.size() + page - 1) / page * page;
        for (const qint64 room : {qint64{0}, whole}) {
            const QByteArray where = QByteArray::number(room) + " bytes of room";
            const MemoryDisk disk(whole + room / page * page);
            QVERIFY(disk.mounted());
            const QString path = layOut(disk);
            const bool other = what == u"passphrase"_s;
            {
                auto opened = Extract::open(path, secret(), someDay);
                QVERIFY2(opened, where.constData());
                const Tried first = work(what, *opened);
                if (first.result)
                    continue;
                const auto sound = opened->verify();
                QVERIFY2(sound && sound->problems.empty(), where.constData());
                QCOMPARE(opened->record()->entries.size(), std::size_t{20});
                QCOMPARE(opened->requests()->front().draft, first.lastDraft);
                QVERIFY(disk.resize(64 << 20));
                const Tried second = work(what, *opened);
                QVERIFY2(second.result, second.result ? "" : qPrintable(second.result.error().message));
            }
            const auto again = Extract::open(path, other ? secret(u"other words for this"_s) : secret(), someDay);
            QVERIFY2(again, where.constData());
            const auto sound = again->verify();
            QVERIFY2(sound && sound->problems.empty(), where.constData());
            QCOMPARE(sound->documents, what == u"import"_s ? 2 : what == u"withdraw"_s ? 0 : 1);
        }
    }

    // A school's split that runs out of room keeps what is finished, and goes on once there is room.
    void splitting()
    {
        NEEDS_MOUNTS();
        constexpr int pupils = 5;
        const auto split = [](const MemoryDisk& disk) {
            return desk::split(census(pupils, 20), secret(u"the list of the school has this"_s), into(disk.folder()), someDay, {}, {}, {});
        };
        qint64 one = 0;
        for (const qint64 bytes : {qint64{40'960}, qint64{2} * m_before.size(), qint64{4} * m_before.size()}) {
            const QByteArray where = QByteArray::number(bytes) + " bytes";
            const MemoryDisk disk(bytes);
            QVERIFY(disk.mounted());
            const auto first = split(disk);
            QVERIFY2(!first, where.constData());
            QVERIFY2(first.error().kind == base::ErrorKind::DiskOrPermission, qPrintable(first.error().message));
            QVERIFY(!first.error().next.isEmpty());
            const QStringList finished = disk.files().filter(u".pupilrecord"_s);
            for (const QString& name : disk.files())
                QVERIFY2(finished.contains(name) || name == u"passphrases.pupillist"_s, qPrintable(name));
            QCOMPARE(disk.files().isEmpty(), finished.isEmpty());
            QVERIFY(disk.resize(64 << 20));
            const auto second = split(disk);
            QVERIFY2(second, second ? "" : qPrintable(second.error().message));
            QCOMPARE(second->already, finished.size());
            QCOMPARE(second->already + second->made, qint64{pupils});
            one = std::max<qint64>(one, finished.size());
        }
        QVERIFY(one > 0); // at least once some were finished before the disk was full
    }

    void readOnly_data() { addKinds(); }
    void readOnly()
    {
        NEEDS_MOUNTS();
        QFETCH(QString, what);
        const MemoryDisk disk(16 << 20);
        QVERIFY(disk.mounted());
        const QString path = layOut(disk);
        QVERIFY(disk.readOnly());
        auto opened = Extract::open(path, secret(), someDay);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        QVERIFY(opened->access() == extract::Access::ReadOnly);
        QCOMPARE(opened->record()->entries.size(), std::size_t{20}); // reading is what such a disk is for
        const Tried tried = work(what, *opened);
        QVERIFY(!tried.result);
        QVERIFY2(tried.result.error().kind == base::ErrorKind::ReadOnly || tried.result.error().kind == base::ErrorKind::DiskOrPermission,
                 qPrintable(tried.result.error().message));
        QVERIFY(!tried.result.error().message.isEmpty());
        QCOMPARE(contents(path), m_before);
        QCOMPARE(disk.files(), QStringList{u"mina.pupilrecord"_s});
    }

    void nothingNewOnAReadOnlyDisk()
    {
        NEEDS_MOUNTS();
        const MemoryDisk disk(16 << 20);
        QVERIFY(disk.mounted() && disk.readOnly());
        const auto made = Extract::create(disk.file(u"new.pupilrecord"_s), secret(), mina, someDay, quick());
        QVERIFY(!made);
        QCOMPARE(made.error().kind, base::ErrorKind::DiskOrPermission);
        const auto split = desk::split(census(2, 1), secret(), into(disk.folder()), someDay, {}, {}, {});
        QVERIFY(!split);
        QCOMPARE(split.error().kind, base::ErrorKind::DiskOrPermission);
        QVERIFY(disk.files().isEmpty());
    }
};

int main(int argc, char** argv)
{
    mayMount = enterOwnMounts();
    QCoreApplication application(argc, argv);
    SmallDiskTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_small_disk.moc"
