// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/schema/schema.h"

#include "extract/database/failure.h"
#include "extract/file/opening.h"
#include "extract/safe_keeping.h"
#include "extract/schema/schema_1.h"

#include <utility>

namespace extract {

namespace {

std::vector<Format>& known()
{
    static std::vector<Format> list{{1, schema1}};
    return list;
}

constexpr char masterSql[] = "SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_master ORDER BY type, name";

base::Result<QByteArrayList> master(const Connection& connection)
{
    QByteArrayList rows;
    Statement statement = connection.prepare(masterSql);
    while (statement.next()) {
        for (int column = 0; column < 4; ++column)
            rows << statement.bytes(column);
    }
    BASE_TRY(statement.outcome());
    return rows;
}

// SQLite's own spelling of a version's text, taken from a database in memory.
base::Result<QByteArrayList> expectedMaster(int version)
{
    auto memory = Connection::open({}, Connection::Mode::Memory);
    if (!memory)
        return tl::unexpected(memory.error());
    BASE_TRY(memory->run(schemaText(version)));
    return master(*memory);
}

} // namespace

FormatAge formatAge(qint64 version, qint64 newest, bool schemaKnown)
{
    if (version > newest)
        return FormatAge::Newer;
    if (!schemaKnown)
        return FormatAge::Unknown;
    return version < newest ? FormatAge::Older : FormatAge::Current;
}

const std::vector<Format>& formats()
{
    return known();
}

int newestVersion()
{
    return formats().back().version;
}

const char* schemaText(int version)
{
    for (const Format& format : formats())
        if (format.version == version)
            return format.schema;
    return nullptr;
}

std::vector<Format> useFormats(std::vector<Format> other)
{
    return std::exchange(known(), std::move(other));
}

base::Result<void> makeSchema(Connection& connection)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    BASE_TRY(connection.run(schemaText(newestVersion())));
    const QByteArray marks = "PRAGMA application_id = " + QByteArray::number(applicationId) +
                             "; PRAGMA user_version = " + QByteArray::number(newestVersion());
    BASE_TRY(connection.run(marks.constData()));
    return transaction->commit();
}

base::Result<void> checkSchema(const Connection& connection)
{
    const auto notOurs = [] {
        return base::fail(base::ErrorKind::NotAnExtract,
                          Words::tr("The passphrase fits, but this program did not make this file."),
                          Words::tr("It may have been changed by another program. Open the newest backup beside it."));
    };
    const auto application = connection.number("PRAGMA application_id");
    if (!application)
        return tl::unexpected(application.error());
    if (*application != applicationId)
        return notOurs();
    const auto version = connection.number("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    switch (formatAge(*version, newestVersion(), schemaText(static_cast<int>(*version)) != nullptr)) {
    case FormatAge::Newer:
        return base::fail(base::ErrorKind::NewerFormat, Words::tr("This record file was made by a newer program."),
                          Words::tr("Install the newest Pupil Record and open the file with it."));
    case FormatAge::Unknown:
        return notOurs();
    case FormatAge::Older: // read-only until migration is asked for
    case FormatAge::Current:
        break;
    }
    const auto found = master(connection);
    if (!found)
        return tl::unexpected(found.error());
    const auto expected = expectedMaster(static_cast<int>(*version));
    if (!expected)
        return tl::unexpected(expected.error());
    if (*found != *expected)
        return notOurs();
    return {};
}

std::vector<const char*> protectedTables()
{
    return {"documents", "kept_bytes", "moments",   "item_names", "places",
            "entries",   "item_values", "witnesses", "letters",    "log"};
}

std::vector<QByteArray> tableNames(const Connection& connection)
{
    std::vector<QByteArray> names;
    Statement statement = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    while (statement.next())
        names.push_back(statement.bytes(0));
    return names;
}

} // namespace extract
