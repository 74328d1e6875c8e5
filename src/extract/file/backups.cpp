// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/backups.h"

#include "base/digest.h"
#include "extract/database/failure.h"
#include "extract/database/sqlite.h"
#include "extract/extract.h"
#include "extract/file/opening.h"
#include "extract/platform/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

constexpr qsizetype copyChunk = 1 << 20;
constexpr qint64 day = qint64{24} * 60 * 60;
constexpr qint64 month = 31 * day;
const QString suffix = u".pupilrecord"_s;
const QString infix = u".backup-"_s;
const QString timeFormat = u"yyyyMMdd'T'HHmmss'Z'"_s;

base::Error backupFailed()
{
    return {base::ErrorKind::DiskOrPermission, Words::tr("No safety copy of the record file could be made."),
            Words::tr("Nothing was changed. The disk may be full, or you may not be allowed to save in this folder."),
            {}};
}

// Digest of what was written.
base::Result<QByteArray> copyFile(sqlite3_file* from, const QString& to)
{
    sqlite3_int64 size = 0;
    if (!from || !from->pMethods || from->pMethods->xFileSize(from, &size) != SQLITE_OK)
        return tl::unexpected(backupFailed());
    QFile file(to);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return tl::unexpected(backupFailed());
    base::Sha256 sum;
    QByteArray chunk(copyChunk, Qt::Uninitialized);
    for (sqlite3_int64 at = 0; at < size; at += copyChunk) {
        const auto most = static_cast<int>(std::min<sqlite3_int64>(copyChunk, size - at));
        if (from->pMethods->xRead(from, chunk.data(), most, at) != SQLITE_OK || file.write(chunk.constData(), most) != most)
            return tl::unexpected(backupFailed());
        sum.add(QByteArrayView(chunk.constData(), most));
    }
    if (!file.flush())
        return tl::unexpected(backupFailed());
    return sum.finish();
}

base::Result<void> compare(const QString& copy, const QByteArray& digest)
{
    QFile file(copy);
    base::Sha256 sum;
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(backupFailed());
    QByteArray chunk(copyChunk, Qt::Uninitialized);
    for (;;) {
        const qint64 read = file.read(chunk.data(), copyChunk);
        if (read < 0)
            return tl::unexpected(backupFailed());
        if (read == 0)
            break;
        sum.add(QByteArrayView(chunk.constData(), read));
    }
    if (sum.finish() != digest)
        return tl::unexpected(backupFailed());
    return {};
}

void thin(const QString& path, const QDateTime& now)
{
    const std::vector<QString> files = backupsOf(path);
    std::vector<QDateTime> made;
    made.reserve(files.size());
    for (const QString& file : files)
        made.push_back(backupTime(file));
    const std::vector<std::size_t> kept = backupsToKeep(made, now);
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (std::find(kept.begin(), kept.end(), i) == kept.end())
            QFile::remove(files[i]);
    }
}

} // namespace

QString stemOf(const QString& path)
{
    return path.endsWith(suffix) ? path.chopped(suffix.size()) : path;
}

QString backupStamp(const QDateTime& made)
{
    return made.toUTC().toString(timeFormat);
}

QString backupName(const QString& path, const QDateTime& made)
{
    const QString name = stemOf(path) + infix + backupStamp(made) + suffix;
    return name;
}

QDateTime backupTime(const QString& backup)
{
    const QString name = stemOf(backup);
    const qsizetype at = name.lastIndexOf(infix);
    if (at < 0)
        return {};
    const QDateTime made = QDateTime::fromString(name.sliced(at + infix.size()), timeFormat);
    return made.isValid() ? QDateTime(made.date(), made.time(), QTimeZone::utc()) : QDateTime();
}

std::vector<std::size_t> backupsToKeep(const std::vector<QDateTime>& made, const QDateTime& now)
{
    std::set<std::size_t> kept;
    if (!made.empty())
        kept.insert(0);
    for (const qint64 age : {day, month}) {
        const auto old = std::find_if(made.begin(), made.end(),
                                      [&](const QDateTime& time) { return time.secsTo(now) > age; });
        const auto index = static_cast<std::size_t>(old - made.begin());
        if (old != made.end())
            kept.insert(index);
        if (index > 0)
            kept.insert(index - 1); // the oldest of the younger ones
    }
    return {kept.begin(), kept.end()};
}

base::Result<void> copyChecked(const Connection& connection, const QString& fresh, const Key& key)
{
    QFile::remove(fresh);
    const auto written = [&]() -> base::Result<void> {
        BASE_TRY(createEmpty(fresh));
        const auto digest = copyFile(connection.file(), fresh);
        if (!digest)
            return tl::unexpected(digest.error());
        BASE_TRY(compare(fresh, *digest));
        // Another path and another file: opening it touches none of the extract's locks.
        const auto opened = openKeyed(fresh, key, true);
        if (!opened)
            return tl::unexpected(opened.error());
        return {};
    }();
    if (!written) {
        QFile::remove(fresh);
        return tl::unexpected(backupFailed());
    }
    return {};
}

base::Result<void> copyOut(const Connection& connection, const QString& target, const Key& key)
{
    const QString fresh = target + u".new"_s;
    BASE_TRY(copyChecked(connection, fresh, key));
    if (auto placed = putInPlace(fresh, target); !placed) {
        QFile::remove(fresh);
        return placed;
    }
    return {};
}

base::Result<QString> makeBackup(const Connection& connection, const QString& path, const Key& key,
                                 const QDateTime& now)
{
    // A clock that went back must not make the newest copy look like an old one, which thinning would take: what is
    // made now is always the newest.
    QDateTime made = now;
    if (const auto held = backupsOf(path); !held.empty())
        made = std::max(made, backupTime(held.front()).addSecs(backupTime(held.front()) > now ? 1 : 0));
    QString target = backupName(path, made);
    BASE_TRY(copyOut(connection, target, key));
    thin(path, made);
    return target;
}

std::vector<QString> backupsOf(const QString& path)
{
    const QFileInfo info(path);
    const QDir folder(info.absolutePath());
    const QString start = QFileInfo(stemOf(path)).fileName() + infix;
    std::vector<QString> found;
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden, QDir::Name | QDir::Reversed);
    for (const QString& name : names) {
        if (name.startsWith(start) && name.endsWith(suffix) &&
            name.size() == start.size() + u"yyyyMMddTHHmmssZ"_s.size() + suffix.size() && backupTime(name).isValid())
            found.push_back(folder.filePath(name));
    }
    return found;
}

} // namespace extract
