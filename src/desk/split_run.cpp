// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/split_run.h"

#include "base/digest.h"
#include "extract/platform/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("desk::Split", text);
}

// Argon2id takes 256 MiB for each file that is being made; the rest of the computer wants to go on working.
constexpr qint64 memoryForOne = qint64{1} << 30;

int workersFor(qint64 files)
{
    const qint64 cores = std::max(1U, std::thread::hardware_concurrency());
    const qint64 byMemory = std::max<qint64>(1, extract::physicalMemory() / memoryForOne);
    return static_cast<int>(std::clamp<qint64>(files, 1, std::min(cores, byMemory)));
}

// Letters, digits and single hyphens of a name: every file system and every script can carry it.
QString plainName(const record::Person& person)
{
    QString plain = record::comparableName(person.name).replace(u' ', u'-').left(60);
    if (person.born.isValid())
        plain += u'-' + person.born.toString(Qt::ISODate);
    return plain.isEmpty() ? plain : QString(plain + u'-');
}

std::vector<extract::ListedFile> namedFiles(const std::vector<readers::SeenPupil>& pupils, bool names)
{
    std::vector<extract::ListedFile> files;
    const int digits = std::max<int>(4, static_cast<int>(QString::number(pupils.size()).size()));
    for (std::size_t i = 0; i < pupils.size(); ++i) {
        const QString number = QString::number(i + 1).rightJustified(digits, u'0');
        const QString name = (names ? plainName(pupils[i].person) : QString()) + number + u".pupilrecord"_s;
        files.push_back({name, pupils[i].person, false});
    }
    return files;
}

QByteArray digestOf(const readers::ReadReport& read)
{
    QByteArray all;
    for (const readers::ReadDocument& document : read.documents)
        all += document.document.sha256;
    return base::sha256(all);
}

// The list, and what one key derivation took on this computer.
struct OpenList {
    extract::PassphraseList list;
    qint64 milliseconds;
};

base::Result<OpenList> openList(const QString& path, const extract::Secret& passphrase, int profile)
{
    QElapsedTimer timer;
    timer.start();
    auto list = QFileInfo::exists(path) ? extract::PassphraseList::open(path, passphrase, false)
                                        : extract::PassphraseList::create(path, passphrase, profile);
    if (!list)
        return tl::unexpected(list.error());
    return OpenList{std::move(*list), timer.elapsed()};
}

// Whose file is which: as listed by the run before, or new.
base::Result<std::vector<extract::ListedFile>> filesFor(extract::PassphraseList& list, const readers::ReadReport& read,
                                                        const SplitOptions& options)
{
    const QByteArray digest = digestOf(read);
    const auto before = list.sources();
    if (!before)
        return tl::unexpected(before.error());
    if (*before != digest && !before->isEmpty())
        return base::fail(base::ErrorKind::Usage, tr("This folder was begun with other files, or with the same in another order."),
                          tr("Give the same files as the first time, or choose an empty folder."));
    std::vector<extract::ListedFile> files = namedFiles(read.pupils, options.names);
    if (before->isEmpty()) {
        for (const extract::ListedFile& file : files)
            if (QFileInfo::exists(QDir(options.folder).filePath(file.file)))
                return base::fail(base::ErrorKind::WouldOverwrite, tr("There are record files in this folder already, and the list "
                                                                      "of passphrases does not know them."),
                                  tr("Choose an empty folder."));
        BASE_TRY(list.begin(digest, files));
        return files;
    }
    auto listed = list.files();
    if (!listed)
        return listed;
    // Names are numbered with leading zeros behind everything else: put in the pupils' order again.
    std::sort(listed->begin(), listed->end(), [](const extract::ListedFile& a, const extract::ListedFile& b) {
        return a.file.section(u'-', -1) < b.file.section(u'-', -1);
    });
    const bool same = std::equal(listed->begin(), listed->end(), files.begin(), files.end(),
                                 [](const extract::ListedFile& a, const extract::ListedFile& b) { return a.person == b.person; });
    if (!same)
        return base::fail(base::ErrorKind::Usage, tr("The pupils in these files are not read the same way as when this folder was begun."),
                          tr("Choose an empty folder."));
    // A run that ended between the last step of a file and its mark: the file is whole.
    for (extract::ListedFile& file : *listed)
        file.made = QFileInfo::exists(QDir(options.folder).filePath(file.file));
    return listed;
}

// Makes the files that are not made yet, several at a time.
class Making {
public:
    Making(const SetAside& aside, const std::vector<extract::ListedFile>& files, extract::PassphraseList& list,
           const SplitOptions& options, const base::Clock& clock, std::stop_token stop, base::Progress progress)
        : m_aside(aside), m_files(files), m_list(list), m_options(options), m_clock(clock), m_stop(std::move(stop)), m_progress(std::move(progress))
    {
        for (std::size_t i = 0; i < m_files.size(); ++i)
            if (!m_files[i].made)
                m_todo.push_back(i);
    }
    [[nodiscard]] qint64 todo() const { return static_cast<qint64>(m_todo.size()); }

    base::Result<qint64> run(int workers)
    {
        std::vector<std::thread> threads;
        threads.reserve(static_cast<std::size_t>(workers));
        for (int i = 0; i < workers; ++i)
            threads.emplace_back([this] { work(); });
        for (std::thread& thread : threads)
            thread.join();
        if (m_error)
            return tl::unexpected(*m_error);
        if (m_done < todo())
            return base::fail(base::ErrorKind::Stopped, tr("Stopped. %1 of %2 record files are made.").arg(m_files.size() - m_todo.size() + std::size_t(m_done)).arg(m_files.size()),
                              tr("Run the same again to go on: what is made stays."));
        return m_done;
    }

private:
    void work()
    {
        try {
            for (;;) {
                const std::size_t turn = m_next++;
                if (turn >= m_todo.size() || m_failed || m_stop.stop_requested())
                    return;
                if (auto made = one(m_todo[turn]); !made)
                    fail(std::move(made.error()));
            }
        } catch (const std::bad_alloc&) {
            fail({base::ErrorKind::NotEnoughMemory, tr("There is not enough memory for this."),
                  tr("Close other programs and run the same again: what is made stays."), {}});
        }
    }

    base::Result<void> one(std::size_t pupil)
    {
        const QString& file = m_files[pupil].file;
        auto passphrase = [&] {
            const std::lock_guard guard(m_mutex);
            return m_list.passphraseOf(file);
        }();
        if (!passphrase)
            return tl::unexpected(passphrase.error());
        BASE_TRY(makeOne(m_aside, pupil, QDir(m_options.folder).filePath(file), *passphrase, m_clock, m_options.kdfProfile));
        const std::lock_guard guard(m_mutex);
        ++m_done;
        base::report(m_progress, {tr("Making record files"), static_cast<qint64>(m_files.size()) - todo() + m_done,
                                  static_cast<qint64>(m_files.size())});
        return m_list.noteMade(file);
    }

    void fail(base::Error error)
    {
        const std::lock_guard guard(m_mutex);
        if (!m_error)
            m_error = std::move(error);
        m_failed = true;
    }

    const SetAside& m_aside;
    const std::vector<extract::ListedFile>& m_files;
    extract::PassphraseList& m_list; // under the mutex
    const SplitOptions& m_options;
    base::Clock m_clock;
    std::stop_token m_stop;
    base::Progress m_progress; // under the mutex
    std::vector<std::size_t> m_todo;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<bool> m_failed = false;
    std::mutex m_mutex;
    qint64 m_done = 0;                  // under the mutex
    std::optional<base::Error> m_error; // under the mutex
};

base::Result<SplitReport> splitWith(OpenList& opened, const readers::Source& source, const SplitOptions& options,
                                    const base::Clock& clock, const std::function<void(const SplitPlan&)>& told,
                                    const std::stop_token& stop, const base::Progress& progress)
{
    SplitReport report;
    auto aside = setAside(source, options.folder, options.otherPeopleToo, stop, progress);
    if (!aside)
        return tl::unexpected(aside.error());
    if (aside->read.pupils.empty())
        return base::fail(base::ErrorKind::ChoiceNeeded, tr("There is no pupil in these files."), tr("Check that they are the right ones."));
    const auto files = filesFor(opened.list, aside->read, options);
    if (!files)
        return tl::unexpected(files.error());

    Making making(*aside, *files, opened.list, options, clock, stop, progress);
    const int workers = workersFor(making.todo());
    report.pupils = static_cast<qint64>(files->size());
    report.already = report.pupils - making.todo();
    report.unnamed = std::count_if(files->begin(), files->end(), [](const extract::ListedFile& file) { return file.person.name.isEmpty(); });
    if (told)
        told({report.pupils, report.already, workers, (making.todo() * opened.milliseconds / workers + 999) / 1000, opened.milliseconds});
    const auto made = making.run(workers);
    if (!made)
        return tl::unexpected(made.error());
    report.made = *made;
    report.documents = std::move(aside->read.documents);
    return report;
}

bool nothingMade(const extract::PassphraseList& list, const QString& folder)
{
    const auto files = list.files();
    return files && std::none_of(files->begin(), files->end(), [&](const extract::ListedFile& file) {
        return file.made || QFileInfo::exists(QDir(folder).filePath(file.file));
    });
}

} // namespace

base::Result<SplitReport> split(const readers::Source& source, const extract::Secret& listPassphrase,
                                const SplitOptions& options, const base::Clock& clock,
                                const std::function<void(const SplitPlan&)>& told, const std::stop_token& stop,
                                const base::Progress& progress)
{
    if (!QDir().mkpath(options.folder))
        return base::fail(base::ErrorKind::DiskOrPermission, tr("The folder could not be made."),
                          tr("Choose a folder you may write to."));
    const QString path = options.list.isEmpty() ? QDir(options.folder).filePath(u"passphrases.pupillist"_s) : options.list;
    const bool fresh = !QFileInfo::exists(path);
    bool useless = false;
    auto report = [&]() -> base::Result<SplitReport> {
        // First: whoever mistypes the passphrase of the list learns it before the long reading.
        auto opened = openList(path, listPassphrase, options.kdfProfile);
        if (!opened)
            return tl::unexpected(opened.error());
        auto done = splitWith(*opened, source, options, clock, told, stop, progress);
        useless = !done && fresh && nothingMade(opened->list, options.folder);
        return done;
    }();
    // A list that opens nothing would only ask for its passphrase the next time.
    if (useless)
        QFile::remove(path);
    if (report)
        report->list = path;
    return report;
}

} // namespace desk
