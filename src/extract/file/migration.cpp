// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/migration.h"

#include "extract/database/failure.h"
#include "extract/file/aside.h"
#include "extract/file/backups.h"
#include "extract/private.h"
#include "extract/schema/schema.h"
#include "extract/stores/log_store.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

QByteArrayList columnsOf(const Connection& connection, const QByteArray& table)
{
    QByteArrayList columns;
    const QByteArray sql = "PRAGMA table_info(\"" + table + "\")";
    Statement rows = connection.prepare(sql.constData());
    while (rows.next())
        columns << rows.bytes(1);
    return columns;
}

} // namespace

base::Result<CopyPlan> migrationPlan(const Connection& older)
{
    auto newest = Connection::open({}, Connection::Mode::Memory);
    if (!newest)
        return tl::unexpected(newest.error());
    BASE_TRY(newest->run(schemaText(newestVersion())));
    const std::vector<QByteArray> here = tableNames(older);
    CopyPlan plan;
    for (const QByteArray& table : tableNames(*newest)) {
        if (std::find(here.begin(), here.end(), table) == here.end())
            continue;
        const QByteArrayList old = columnsOf(older, table);
        QByteArrayList both;
        for (const QByteArray& column : columnsOf(*newest, table))
            if (old.contains(column))
                both << QByteArray('"' + column + '"');
        plan.push_back({table, QByteArray("SELECT " + both.join(',') + " FROM \"" + table + '"')});
    }
    return plan;
}

int Extract::formatVersion() const
{
    return static_cast<int>(d->connection.number("PRAGMA user_version").value_or(newestVersion()));
}

bool Extract::needsMigration() const
{
    return d->older;
}

base::Result<Migration> Extract::migrate()
{
    Migration migration{formatVersion(), newestVersion(), {}};
    if (!d->older)
        return migration;
    if (d->connection.isReadOnly())
        return tl::unexpected(readOnly());
    const QString kept = asideName(d->path, d->clock.now());
    BASE_TRY(copyOut(d->connection, kept, d->key));
    const auto written = [&]() -> base::Result<void> {
        const auto plan = migrationPlan(d->connection);
        if (!plan)
            return tl::unexpected(plan.error());
        const QString fresh = d->path + u".new"_s;
        QFile::remove(fresh);
        BASE_TRY(copySelected(d->connection, *plan, fresh, d->key));
        return d->replaceBy(fresh, d->key.clone());
    }();
    if (!written) {
        // The file itself is as it was, so a copy of it would only fill the disk.
        if (d->connection.isOpen())
            QFile::remove(kept);
        return tl::unexpected(written.error());
    }
    d->older = false;
    d->backedUp = true; // the old file itself is kept
    migration.keptAside = kept;
    BASE_TRY(note(u"migration"_s, u"%1 to %2"_s.arg(migration.from).arg(migration.to)));
    return migration;
}

} // namespace extract
