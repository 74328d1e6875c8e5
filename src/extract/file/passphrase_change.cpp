// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/database/failure.h"
#include "extract/file/rewrite.h"
#include "extract/platform/files.h"
#include "extract/private.h"
#include "extract/stores/log_store.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

// Each backup gets the new key as well, under its own name. One that the old key does not open any more cannot be
// kept: a forgotten passphrase would still open it.
void rewriteBackup(const QString& backup, const Key& oldKey, const Key& newKey)
{
    const QString fresh = backup + u".new"_s;
    QFile::remove(fresh);
    bool done = false;
    if (auto old = openKeyed(backup, oldKey, true)) {
        done = rewriteTo(*old, fresh, newKey).has_value();
        old->close();
        done = done && putInPlace(fresh, backup).has_value();
    }
    if (!done) {
        QFile::remove(fresh);
        QFile::remove(backup);
    }
}

} // namespace

base::Result<void> Extract::changePassphrase(const Secret& passphrase)
{
    BASE_TRY(d->beforeWrite());
    auto key = newKey(passphrase, d->key.header.profile());
    if (!key)
        return tl::unexpected(key.error());
    const QString fresh = d->path + u".new"_s;
    QFile::remove(fresh);
    BASE_TRY(rewriteTo(d->connection, fresh, *key));
    // Renamed while the old file is still locked, opened after that lock is gone: only a new file has the new name.
    if (auto placed = putInPlace(fresh, d->path); !placed) {
        QFile::remove(fresh);
        return placed;
    }
    d->connection.close();
    d->registered = {};
    const Key oldKey = std::move(d->key);
    d->key = std::move(*key);
    BASE_TRY(d->openAgain());
    for (const QString& backup : backupsOf(d->path))
        rewriteBackup(backup, oldKey, d->key);
    return note(u"passphrase"_s, {});
}

} // namespace extract
