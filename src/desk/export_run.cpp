// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/export_run.h"

#include "reports/record_export.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace desk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("desk::Export", text);
}

base::Result<void> writeFailed()
{
    return base::fail(base::ErrorKind::DiskOrPermission, tr("The file could not be written."),
                      tr("Check that the folder is there, that you may write to it and that the disk is not full."));
}

} // namespace

base::Result<void> writeWhole(const QString& path, const QByteArray& bytes, ExportOverwrite overwrite)
{
    if (overwrite == ExportOverwrite::No && QFileInfo::exists(path)) {
        return base::fail(base::ErrorKind::WouldOverwrite, tr("There is a file of this name already."),
                          tr("Choose another name, or say that it may be overwritten."));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return writeFailed();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return writeFailed();
    return {};
}

base::Result<int> exportRecord(const record::Record& record, const QString& folder, const QString& format,
                               ExportOverwrite overwrite)
{
    if (format != u"csv" && format != u"json") {
        return base::fail(base::ErrorKind::Usage, tr("The format of an export is csv or json."),
                          tr("Use --format csv or --format json."));
    }
    const auto files = format == u"csv" ? reports::exportCsv(record) : reports::exportJson(record);
    const QDir target(folder);
    if (overwrite == ExportOverwrite::No) {
        for (const auto& file : files) {
            if (target.exists(file.name)) {
                return base::fail(base::ErrorKind::WouldOverwrite, tr("There is a file of this name already."),
                                  tr("Choose an empty folder, or say that files may be overwritten."), file.name);
            }
        }
    }
    if (!QDir().mkpath(folder))
        return tl::unexpected(writeFailed().error());
    for (const auto& file : files)
        BASE_TRY(writeWhole(target.filePath(file.name), file.bytes, overwrite));
    return static_cast<int>(files.size());
}

} // namespace desk
