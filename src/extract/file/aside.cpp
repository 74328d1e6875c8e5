// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/aside.h"

#include "extract/database/failure.h"
#include "extract/extract.h"
#include "extract/file/backups.h"
#include "extract/platform/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

const QString suffix = u".pupilrecord"_s;

QString freeName(const QString& path, const QString& kind, const QDateTime& when)
{
    const QString start = stemOf(path) + u'.' + kind + u'-' + backupStamp(when);
    QString name = start + suffix;
    for (int number = 2; QFileInfo::exists(name) || QFileInfo::exists(name + u"-journal"_s); ++number)
        name = start + u'-' + QString::number(number) + suffix;
    return name;
}

base::Result<QString> moveTo(const QString& path, const QString& name)
{
    const QString journal = path + u"-journal"_s;
    // The journal first: a database without its journal is a changed one, a journal without a database is nothing.
    const bool hot = QFileInfo::exists(journal);
    if (hot)
        BASE_TRY(moveFile(journal, name + u"-journal"_s));
    if (!QFileInfo::exists(path))
        return name;
    if (auto moved = moveFile(path, name); !moved) {
        if (hot)
            static_cast<void>(moveFile(name + u"-journal"_s, journal));
        return tl::unexpected(moved.error());
    }
    return name;
}

// Files of the folder whose names begin like the record file's and go on as the pattern says.
std::vector<QString> beside(const QString& path, const QString& pattern)
{
    const QDir folder(QFileInfo(path).absolutePath());
    const QRegularExpression form(
        QRegularExpression::anchoredPattern(QRegularExpression::escape(QFileInfo(stemOf(path)).fileName()) + pattern));
    std::vector<QString> found;
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden, QDir::Name);
    for (const QString& name : names)
        if (form.match(name).hasMatch())
            found.push_back(folder.filePath(name));
    return found;
}

} // namespace

QString asideName(const QString& path, const QDateTime& now)
{
    return freeName(path, u"kept"_s, now);
}

base::Result<QString> keepAside(const QString& path, const QDateTime& now)
{
    return moveTo(path, asideName(path, now));
}

base::Result<std::vector<QString>> putBackupsAside(const QString& path, const Header& own)
{
    std::vector<QString> moved;
    for (const QString& backup : backupsOf(path)) {
        if (const auto header = readHeader(backup); header && *header == own)
            continue;
        auto name = moveTo(backup, freeName(path, u"earlier"_s, backupTime(backup)));
        if (!name)
            return tl::unexpected(name.error());
        moved.push_back(std::move(*name));
    }
    return moved;
}

std::vector<QString> keptBeside(const QString& path)
{
    return beside(path, u"\\.kept-\\d{8}T\\d{6}Z(-\\d+)?\\.pupilrecord(-journal)?"_s);
}

std::vector<QString> earlierBeside(const QString& path)
{
    return beside(path, u"\\.earlier-\\d{8}T\\d{6}Z(-\\d+)?\\.pupilrecord(-journal)?"_s);
}

std::vector<QString> leftoversBeside(const QString& path)
{
    auto found = beside(path, u"(\\.backup-\\d{8}T\\d{6}Z)?\\.pupilrecord\\.new(-journal)?"_s);
    // A file that is not called *.pupilrecord has its leftovers under its own name.
    const QString fresh = path + u".new"_s;
    if (!path.endsWith(suffix) && QFileInfo::exists(fresh))
        found.push_back(fresh);
    return found;
}

} // namespace extract
