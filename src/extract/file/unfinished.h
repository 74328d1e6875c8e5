// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"
#include "extract/file/key.h"
#include "extract/safe_keeping.h"
#include "record/ids.h"

namespace extract {

// A rewritten file takes its name in one step, but its backups follow one by one. So that a crash in between leaves
// no backup behind that still holds a withdrawn document, or that a forgotten passphrase still opens, the new file
// says in itself what is unfinished until it is done.

// In `fresh`, which is closed and has `key`.
[[nodiscard]] base::Result<void> markWithdrawal(const Connection& fresh,
                                                const std::vector<record::DocumentId>& documents);
[[nodiscard]] base::Result<void> markPassphraseChange(const Connection& fresh);
[[nodiscard]] base::Result<void> clearMark(Connection& connection);

// Does what the mark of an earlier sitting asks for; nothing without a mark.
[[nodiscard]] base::Result<void> finishRewriting(Connection& connection, const QString& path, const Key& key);

// Each backup gets the new key, under its own name. One that the old key does not open, or that cannot be written
// again, is removed: a forgotten passphrase would still open it.
void rekeyBackups(const QString& path, const Key& oldKey, const Key& newKey);
// Each backup that holds one of the documents is written again without them, or removed.
void withdrawFromBackups(const QString& path, const std::vector<record::DocumentId>& documents, const Key& key,
                         Withdrawal& report);

} // namespace extract
