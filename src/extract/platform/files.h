// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <compare>
#include <optional>

namespace extract {

// Which file a path leads to, whatever it is called; found without opening it.
struct FileIdentity {
    quint64 device = 0;
    quint64 inode = 0;
    auto operator<=>(const FileIdentity&) const = default;
};
[[nodiscard]] std::optional<FileIdentity> identityOf(const QString& path);

// Another process holds one of SQLite's locks on the file. Opens and closes it, so never call it for a file that
// this process has open itself.
[[nodiscard]] bool lockedElsewhere(const QString& path);

// An empty file for this user alone; fails if there is one. A journal that something else left beside it goes: it would
// be rolled back into what is written now.
[[nodiscard]] base::Result<void> createEmpty(const QString& path);
// A database that was being made and will not be finished: the file and its journal.
void removeUnfinished(const QString& path);
// File contents on the disk; then renamed over `target`, and the folder's entry on the disk too.
[[nodiscard]] base::Result<void> putInPlace(const QString& from, const QString& target);

// Renamed, never over a file that is there; the folder's entry is on the disk afterwards.
[[nodiscard]] base::Result<void> moveFile(const QString& from, const QString& to);
// The first `size` bytes overwritten, on the disk, then removed.
[[nodiscard]] bool shredStartAndRemove(const QString& path, qint64 size);

[[nodiscard]] qint64 physicalMemory(); // bytes; 0: not known

} // namespace extract
