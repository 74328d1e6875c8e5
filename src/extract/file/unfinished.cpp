// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/unfinished.h"

#include "extract/extract.h"
#include "extract/file/opening.h"
#include "extract/file/rewrite.h"
#include "extract/file/withdrawal_plan.h"
#include "extract/platform/files.h"
#include "extract/stores/own_store.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

const QString property = u"unfinished"_s;
const QString passphraseWord = u"passphrase"_s;
const QString withdrawalWord = u"withdrawal"_s;

// `write` makes the new file out of the opened backup; it takes the backup's place, or both go.
template <typename Write>
bool replaceBackup(const QString& backup, const Key& oldKey, Write write)
{
    const QString fresh = backup + u".new"_s;
    QFile::remove(fresh);
    bool done = false;
    // For writing: a file that is attached to a read-only one cannot be written either.
    if (auto old = openKeyed(backup, oldKey, false)) {
        done = write(*old, fresh).has_value();
        old->close();
        done = done && putInPlace(fresh, backup).has_value();
    }
    if (!done) {
        QFile::remove(fresh);
        QFile::remove(backup);
    }
    return done;
}

bool holdsOneOf(const QString& backup, const std::vector<record::DocumentId>& documents, const Key& key)
{
    const auto opened = openKeyed(backup, key, true);
    if (!opened)
        return true; // not known: it must go
    for (const record::DocumentId id : documents) {
        Statement find = opened->prepare("SELECT 1 FROM documents WHERE id = ?1");
        if (find.bind(1, id.n).next() || !find.outcome())
            return true;
    }
    return false;
}

base::Result<void> write(const Connection& connection, const QString& value)
{
    return writeProperty(connection, property, value);
}

} // namespace

base::Result<void> markWithdrawal(const Connection& fresh, const std::vector<record::DocumentId>& documents)
{
    QString value = withdrawalWord;
    for (const record::DocumentId id : documents)
        value += u' ' + QString::number(id.n);
    return write(fresh, value);
}

base::Result<void> markPassphraseChange(const Connection& fresh)
{
    return write(fresh, passphraseWord);
}

base::Result<void> clearMark(Connection& connection)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    BASE_TRY(write(connection, {}));
    return transaction->commit();
}

base::Result<void> finishRewriting(Connection& connection, const QString& path, const Key& key)
{
    const auto mark = readProperty(connection, property);
    if (!mark)
        return tl::unexpected(mark.error());
    if (mark->isEmpty())
        return {};
    const QStringList words = mark->split(u' ');
    if (words.first() == withdrawalWord) {
        std::vector<record::DocumentId> documents;
        for (const QString& number : words.sliced(1))
            documents.push_back({number.toLongLong()});
        Withdrawal report;
        withdrawFromBackups(path, documents, key, report);
    } else if (words.first() == passphraseWord) {
        for (const QString& backup : backupsOf(path))
            if (!openKeyed(backup, key, true))
                QFile::remove(backup);
    }
    return clearMark(connection);
}

void rekeyBackups(const QString& path, const Key& oldKey, const Key& newKey)
{
    for (const QString& backup : backupsOf(path))
        replaceBackup(backup, oldKey, [&](const Connection& old, const QString& fresh) {
            return rewriteTo(old, fresh, newKey);
        });
}

void withdrawFromBackups(const QString& path, const std::vector<record::DocumentId>& documents, const Key& key,
                         Withdrawal& report)
{
    for (const QString& backup : backupsOf(path)) {
        if (!holdsOneOf(backup, documents, key))
            continue;
        const bool done = replaceBackup(backup, key, [&](Connection& old, const QString& fresh) -> base::Result<void> {
            const auto plan = withdrawalPlan(old, documents);
            if (!plan)
                return tl::unexpected(plan.error());
            return copySelected(old, *plan, fresh, key);
        });
        ++(done ? report.backupsReplaced : report.backupsRemoved);
    }
}

} // namespace extract
