// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/selected_copy.h"

#include "extract/database/failure.h"
#include "extract/database/sqlite.h"
#include "extract/file/opening.h"
#include "extract/platform/files.h"
#include "extract/schema/schema.h"

namespace extract {

namespace {

using StatementPtr = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

base::Result<StatementPtr> prepared(const Connection& connection, const QByteArray& sql)
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(connection.handle(), sql.constData(), -1, &statement, nullptr);
    StatementPtr owned(statement, &sqlite3_finalize);
    if (code != SQLITE_OK)
        return tl::unexpected(failureOf(code));
    return owned;
}

QByteArray insertFor(const QByteArray& table, sqlite3_stmt* select)
{
    QByteArray names;
    QByteArray marks;
    for (int column = 0; column < sqlite3_column_count(select); ++column) {
        names += column == 0 ? "\"" : ",\"";
        names += sqlite3_column_name(select, column);
        names += '"';
        marks += column == 0 ? "?" : ",?";
    }
    return QByteArray("INSERT INTO \"" + table + "\"(" + names + ") VALUES(" + marks + ")");
}

base::Result<void> fill(const Connection& from, const CopyPlan& plan, const QString& target, const Key& key)
{
    auto to = createKeyed(target, key);
    if (!to)
        return tl::unexpected(to.error());
    // Checked once at the end instead of three times for each value. The setting changes outside a transaction only.
    BASE_TRY(to->run("PRAGMA foreign_keys = OFF"));
    auto transaction = Transaction::begin(*to);
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (const TableCopy& what : plan)
        BASE_TRY(copyRows(from, what, *to));
    return transaction->commit();
}

} // namespace

base::Result<void> copyRows(const Connection& from, const TableCopy& what, const Connection& to)
{
    const auto select = prepared(from, what.select);
    if (!select)
        return tl::unexpected(select.error());
    const auto insert = prepared(to, insertFor(what.table, select->get()));
    if (!insert)
        return tl::unexpected(insert.error());
    const int columns = sqlite3_column_count(select->get());
    for (;;) {
        const int code = sqlite3_step(select->get());
        if (code == SQLITE_DONE)
            return {};
        if (code != SQLITE_ROW)
            return tl::unexpected(failureOf(code));
        for (int column = 0; column < columns; ++column)
            sqlite3_bind_value(insert->get(), column + 1, sqlite3_column_value(select->get(), column));
        if (const int written = sqlite3_step(insert->get()); written != SQLITE_DONE)
            return tl::unexpected(failureOf(written));
        sqlite3_reset(insert->get());
    }
}

TableCopy wholeTable(const char* table)
{
    return {table, QByteArray(QByteArray("SELECT * FROM \"") + table + '"')};
}

CopyPlan wholePlan(const Connection& connection)
{
    CopyPlan plan;
    for (const QByteArray& table : tableNames(connection))
        plan.push_back(wholeTable(table.constData()));
    return plan;
}

base::Result<void> copySelected(const Connection& from, const CopyPlan& plan, const QString& target, const Key& key)
{
    BASE_TRY(createEmpty(target)); // the connection may not create files
    const auto written = [&]() -> base::Result<void> {
        BASE_TRY(fill(from, plan, target, key));
        const auto again = openKeyed(target, key, true);
        if (!again)
            return tl::unexpected(again.error());
        Statement dangling = again->prepare("PRAGMA foreign_key_check");
        if (dangling.next())
            return tl::unexpected(damaged());
        return dangling.outcome();
    }();
    if (!written)
        removeUnfinished(target);
    return written;
}

} // namespace extract
