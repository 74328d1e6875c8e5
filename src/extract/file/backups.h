// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"
#include "extract/file/key.h"

namespace extract {

// An encrypted copy beside the extract, made before the first write of a sitting and looked at before it counts.
// The bytes come through SQLite's own descriptor. Older copies are thinned afterwards.
[[nodiscard]] base::Result<void> makeBackup(const Connection& connection, const QString& path, const Key& key,
                                            const QDateTime& now);

[[nodiscard]] QString backupName(const QString& path, const QDateTime& made);
[[nodiscard]] QDateTime backupTime(const QString& backup); // from its name; not valid if it is no backup

// Which copies to keep: the newest, the newest older than a day and the newest older than a month; and the oldest
// that is not yet so old, because one day it will be. At most five. `made` newest first; indices into it.
[[nodiscard]] std::vector<std::size_t> backupsToKeep(const std::vector<QDateTime>& made, const QDateTime& now);

} // namespace extract
