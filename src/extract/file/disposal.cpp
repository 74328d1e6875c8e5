// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/database/failure.h"
#include "extract/extract.h"
#include "extract/file/aside.h"
#include "extract/file/header.h"
#include "extract/file/open_files.h"
#include "extract/platform/files.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace extract {

std::vector<QString> filesToDispose(const QString& path)
{
    std::vector<QString> files;
    for (const QString& own : {path, QString(path + u"-journal"_s)})
        if (QFileInfo::exists(own))
            files.push_back(own);
    for (const auto& more : {backupsOf(path), keptBeside(path), leftoversBeside(path)})
        files.insert(files.end(), more.begin(), more.end());
    return files;
}

QStringList beyondDisposal()
{
    return {Words::tr("Copies you saved or handed over, on sticks, other computers or in mails, are still there."),
            Words::tr("If the folder is copied to a cloud or a backup service, that service may keep older versions."),
            Words::tr("The disk may keep parts of removed files until they are overwritten. They are encrypted."),
            Words::tr("The disk may also keep parts of the computer's memory (swap, and hibernation). Those are not "
                      "encrypted, unless the whole disk is."),
            Words::tr("Letters and exports you saved or printed are not encrypted and were not touched."),
            Words::tr("Removing the file asks nobody else to remove what they hold about you.")};
}

base::Result<Disposal> dispose(const QString& path)
{
    const std::vector<QString> files = filesToDispose(path);
    if (files.empty())
        return base::fail(base::ErrorKind::DiskOrPermission, Words::tr("There is no such file."),
                          Words::tr("Check where the record file is kept."));
    // A name typed wrong must not cost somebody their holiday pictures.
    if (QFileInfo::exists(path)) {
        if (OpenFile::profileOf(path) || lockedElsewhere(path))
            return tl::unexpected(inUse());
        if (const auto looks = looksLikeExtract(path); !looks && backupsOf(path).empty())
            return tl::unexpected(looks.error());
    }
    for (const QString& file : files)
        if (!QFileInfo(file).isFile() || !QFileInfo(QFileInfo(file).absolutePath()).isWritable())
            return tl::unexpected(cannotWrite());
    Disposal disposal;
    for (const QString& file : files) {
        if (shredStartAndRemove(file, pageSize))
            ++disposal.removed;
        else
            disposal.left << QFileInfo(file).fileName();
    }
    disposal.beyond = beyondDisposal();
    if (const auto earlier = earlierBeside(path); !earlier.empty())
        disposal.beyond.prepend(
            Words::tr("Backups of another record file that once had this name are still beside it: %1.")
                .arg(QFileInfo(earlier.front()).fileName()));
    return disposal;
}

} // namespace extract
