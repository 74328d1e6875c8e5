// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"
#include "extract/file/key.h"

namespace extract {

// An encrypted copy beside the extract, made before the first write of a sitting and looked at before it counts.
// The bytes come through SQLite's own descriptor. Older copies are thinned afterwards. Answers with its path.
[[nodiscard]] base::Result<QString> makeBackup(const Connection& connection, const QString& path, const Key& key,
                                            const QDateTime& now);

// The same bytes in a new file `fresh`, compared and opened once; nothing is left of it when that fails.
[[nodiscard]] base::Result<void> copyChecked(const Connection& connection, const QString& fresh, const Key& key);
// The same under `target`, which is replaced.
[[nodiscard]] base::Result<void> copyOut(const Connection& connection, const QString& target, const Key& key);

[[nodiscard]] QString stemOf(const QString& path);               // without ".pupilrecord"
[[nodiscard]] QString backupStamp(const QDateTime& made);        // "20260303T090501Z"
[[nodiscard]] QString backupName(const QString& path, const QDateTime& made);
[[nodiscard]] QDateTime backupTime(const QString& backup); // from its name; not valid if it is no backup

// Which copies to keep: the newest, the newest older than a day and the newest older than a month; and the oldest
// that is not yet so old, because one day it will be. At most five. `made` newest first; indices into it.
[[nodiscard]] std::vector<std::size_t> backupsToKeep(const std::vector<QDateTime>& made, const QDateTime& now);

} // namespace extract
