// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "register/shelf.h"

#include "register/gias.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <deque>
#include <mutex>

using namespace Qt::StringLiterals;

namespace registry {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(registry::Shelf)
};

constexpr auto schoolsName = "schools.csv"_L1;
constexpr auto linksName = "school-links.csv"_L1;
constexpr qint64 mostBytes = qint64(64) << 20;

QByteArray contents(const QString& folder, QLatin1StringView name)
{
    QFile file(QDir(folder).filePath(name));
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes)
        return {};
    return file.readAll();
}

base::Result<void> save(const QString& folder, QLatin1StringView name, const QByteArray& bytes)
{
    const auto failed = [] {
        return base::fail(base::ErrorKind::DiskOrPermission, Tr::tr("The list could not be written to this computer."),
                          Tr::tr("Check that there is room on the disk and that you may write in your data folder."));
    };
    if (!QDir().mkpath(folder))
        return failed();
    QSaveFile file(QDir(folder).filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failed();
    return {};
}

// What was read stays: a School out of it may still be in somebody's hands, and a list is replaced a handful of times in
// the life of a program.
class InUse {
public:
    const SchoolDirectory& directory()
    {
        const std::lock_guard guard(m_mutex);
        const QString folder = shelfFolder();
        if (m_stale || folder != m_folder) {
            m_read.push_back(schoolsOnShelf(folder));
            m_folder = folder;
            m_stale = false;
        }
        return m_read.back();
    }
    void renew()
    {
        const std::lock_guard guard(m_mutex);
        m_stale = true;
    }

private:
    std::mutex m_mutex;
    std::deque<SchoolDirectory> m_read; // a deque: those before stay where they are
    QString m_folder;
    bool m_stale = true;
};

InUse& shelfInUse()
{
    static InUse shelf;
    return shelf;
}

ShelfItem itemOf(const std::vector<School>& schools)
{
    ShelfItem item{u"schools"_s, qint64(schools.size()), {}};
    for (const School& school : schools)
        item.newest = std::max({item.newest, school.opened, school.closed});
    return item;
}

ShelfItem itemOf(const std::vector<SchoolLink>& links)
{
    ShelfItem item{u"school-links"_s, qint64(links.size()), {}};
    for (const SchoolLink& link : links)
        item.newest = std::max(item.newest, link.day);
    return item;
}

} // namespace

// Not the folder of the running program's own name: the window and the command line are two programs.
QString shelfFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/pupil-record/shelf"_s;
}

base::Result<ShelfAdded> addToShelf(const QString& path, const QString& folder, const std::stop_token& stop,
                                    const base::Progress& progress)
{
    const auto source = readers::openSource({path});
    if (!source)
        return tl::unexpected(source.error());
    if (source->parts.size() != 1)
        return base::fail(base::ErrorKind::InputUnreadable, Tr::tr("The zip holds several files."), Tr::tr("Unpack it, and add one file at a time."));
    auto file = readGias(source->parts.front(), stop, progress);
    if (!file)
        return tl::unexpected(file.error());
    ShelfAdded added;
    added.warnings = file->warnings;
    if (!file->schools.empty()) {
        added.item = itemOf(file->schools);
        BASE_TRY(save(folder, schoolsName, SchoolDirectory::written(file->schools)));
    } else {
        added.item = itemOf(file->links);
        BASE_TRY(save(folder, linksName, SchoolDirectory::written(file->links)));
    }
    if (folder == shelfFolder()) {
        shelfInUse().renew();
        readShelf();
    }
    return added;
}

std::vector<ShelfItem> shelfItems(const QString& folder)
{
    const SchoolDirectory directory = schoolsOnShelf(folder);
    std::vector<ShelfItem> items;
    if (!directory.isEmpty())
        items.push_back(itemOf(directory.schools()));
    if (!directory.links().empty())
        items.push_back(itemOf(directory.links()));
    return items;
}

SchoolDirectory schoolsOnShelf(const QString& folder)
{
    QByteArray schools = contents(folder, schoolsName);
    const QByteArray links = contents(folder, linksName);
    if (schools.isEmpty() && links.isEmpty())
        return {};
    if (schools.isEmpty())
        schools = SchoolDirectory::written(std::vector<School>{});
    auto directory = SchoolDirectory::read(schools, links);
    return directory ? std::move(*directory) : SchoolDirectory();
}

const School* knownSchool(QStringView number, QDate day)
{
    if (const School* invented = bundledSchools().find(number, day))
        return invented;
    if (plainSchoolNumber(number).isEmpty())
        return nullptr;
    return shelfInUse().directory().find(number, day);
}

void readShelf()
{
    shelfInUse().directory();
}

} // namespace registry
