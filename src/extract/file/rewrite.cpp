// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/rewrite.h"

#include "extract/database/failure.h"
#include "extract/file/opening.h"
#include "extract/platform/files.h"
#include "extract/schema/schema.h"

namespace extract {

namespace {

// The key is bound, so that it stands in no SQL text; the locked text must live until the statement has run.
base::Result<void> attach(const Connection& connection, const QString& target, const Key& key)
{
    const Secret text = key.sqlText();
    Statement statement = connection.prepare("ATTACH ?1 AS n KEY ?2");
    statement.bind(1, target).bindTextBytes(2, QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return statement.run();
}

base::Result<void> exportInto(const Connection& connection)
{
    // The order of the settings matters as it does for opening.
    BASE_TRY(connection.run("PRAGMA n.cipher_compatibility = 3; PRAGMA n.cipher_page_size = 4096;"
                            "SELECT sqlcipher_export('n');"));
    const QByteArray marks = "PRAGMA n.application_id = " + QByteArray::number(applicationId) +
                             "; PRAGMA n.user_version = " + QByteArray::number(newestVersion());
    return connection.run(marks.constData());
}

base::Result<void> compareCounts(const Connection& one, const Connection& other)
{
    for (const QByteArray& table : tableNames(one)) {
        const QByteArray sql = "SELECT count(*) FROM \"" + table + '"';
        const auto here = one.number(sql.constData());
        const auto there = other.number(sql.constData());
        if (!here)
            return tl::unexpected(here.error());
        if (!there)
            return tl::unexpected(there.error());
        if (*here != *there)
            return tl::unexpected(damaged());
    }
    return {};
}

} // namespace

base::Result<void> rewriteTo(const Connection& from, const QString& target, const Key& key)
{
    BASE_TRY(createEmpty(target)); // the connection may not create files
    const auto written = [&]() -> base::Result<void> {
        BASE_TRY(attach(from, target, key));
        auto exported = exportInto(from);
        const auto detached = from.run("DETACH n");
        BASE_TRY(exported);
        BASE_TRY(detached);
        const auto again = openKeyed(target, key, true);
        if (!again)
            return tl::unexpected(again.error());
        return compareCounts(from, *again);
    }();
    if (!written)
        removeUnfinished(target);
    return written;
}

} // namespace extract
