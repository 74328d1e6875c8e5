// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/database/failure.h"
#include "extract/file/aside.h"
#include "extract/file/unfinished.h"
#include "extract/file/withdrawal_plan.h"
#include "extract/platform/files.h"
#include "extract/private.h"
#include "extract/stores/log_store.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

base::Result<void> requireDocuments(const Connection& connection, const std::vector<record::DocumentId>& documents)
{
    for (const record::DocumentId id : documents) {
        Statement find = connection.prepare("SELECT 1 FROM documents WHERE id = ?1");
        const bool found = find.bind(1, id.n).next();
        BASE_TRY(find.outcome());
        if (!found)
            return base::fail(base::ErrorKind::Usage, Words::tr("This document is not in the record file."));
    }
    if (documents.empty())
        return base::fail(base::ErrorKind::Usage, Words::tr("No document was named."));
    return {};
}

// Written into the new file before it takes the old one's place, so that both happen or neither.
base::Result<void> sign(const QString& fresh, const Key& key, const std::vector<record::DocumentId>& documents,
                        const QString& why, const QDateTime& now)
{
    auto connection = openKeyed(fresh, key, false);
    if (!connection)
        return tl::unexpected(connection.error());
    auto transaction = Transaction::begin(*connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    BASE_TRY(writeLog(*connection, now, u"withdrawal"_s, why));
    BASE_TRY(markWithdrawal(*connection, documents));
    return transaction->commit();
}

} // namespace

base::Result<Withdrawal> Extract::withdraw(const std::vector<record::DocumentId>& documents, const QString& why)
{
    BASE_TRY(requireDocuments(d->connection, documents));
    BASE_TRY(d->beforeWrite());
    const auto plan = withdrawalPlan(d->connection, documents);
    if (!plan)
        return tl::unexpected(plan.error());
    Withdrawal report;
    BASE_TRY(countWithdrawal(d->connection, report));
    const QString fresh = d->path + u".new"_s;
    QFile::remove(fresh);
    BASE_TRY(copySelected(d->connection, *plan, fresh, d->key));
    if (auto signedOff = sign(fresh, d->key, documents, why, d->clock.now()); !signedOff) {
        removeUnfinished(fresh);
        return tl::unexpected(signedOff.error());
    }
    BASE_TRY(d->replaceBy(fresh, d->key.clone()));
    withdrawFromBackups(d->path, documents, d->key, report);
    for (const QString& kept : keptBeside(d->path))
        report.keptAside << QFileInfo(kept).fileName();
    static_cast<void>(clearMark(d->connection)); // it has happened; a mark that stays is cleared next time
    return report;
}

} // namespace extract
