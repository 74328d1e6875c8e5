// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "record/record.h"

namespace desk {

enum class ExportOverwrite { No, Yes };

// Writes the record as plain files into `folder` (made if absent); `format` is "csv" or "json". The files are not
// encrypted: the caller has said so. Each is written whole or not at all. Returns how many were written.
// Errors: Usage (format), WouldOverwrite, DiskOrPermission.
[[nodiscard]] base::Result<int> exportRecord(const record::Record& record, const QString& folder,
                                             const QString& format, ExportOverwrite overwrite);

// Writes bytes to a path: whole or not at all, readable by this user alone.
[[nodiscard]] base::Result<void> writeWhole(const QString& path, const QByteArray& bytes, ExportOverwrite overwrite);

} // namespace desk
