// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/rewrite.h"
#include "extract/file/unfinished.h"
#include "extract/platform/files.h"
#include "extract/private.h"
#include "extract/stores/log_store.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

base::Result<void> sign(const QString& fresh, const Key& key, const QDateTime& now)
{
    auto connection = openKeyed(fresh, key, false);
    if (!connection)
        return tl::unexpected(connection.error());
    auto transaction = Transaction::begin(*connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    BASE_TRY(writeLog(*connection, now, u"passphrase"_s, {}));
    BASE_TRY(markPassphraseChange(*connection));
    return transaction->commit();
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
    if (auto signedOff = sign(fresh, *key, d->clock.now()); !signedOff) {
        removeUnfinished(fresh);
        return signedOff;
    }
    const Key oldKey = d->key.clone();
    BASE_TRY(d->replaceBy(fresh, std::move(*key)));
    rekeyBackups(d->path, oldKey, d->key);
    // The new passphrase counts from here on, whatever becomes of the mark: an error would say the opposite.
    static_cast<void>(clearMark(d->connection));
    return {};
}

} // namespace extract
