// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/opening.h"

#include "extract/database/failure.h"
#include "extract/database/sqlite.h"
#include "extract/schema/schema.h"

namespace extract {

namespace {

// Without SQLCipher behind the names, the key is ignored and the file would be written in the clear.
base::Result<void> requireCipher(const Connection& connection)
{
    Statement version = connection.prepare("PRAGMA cipher_version");
    if (!version.next() || version.text(0).isEmpty())
        return base::fail(base::ErrorKind::Usage, Words::tr("This program was built without its encryption library."),
                          Words::tr("Install it again. No record file was opened."));
    return {};
}

// The order matters: settings given before the key are forgotten, and compatibility resets the page size.
base::Result<void> giveKey(const Connection& connection, const Key& key)
{
    const Secret text = key.sqlText();
    const int code = sqlite3_key(connection.handle(), text.data(), static_cast<int>(text.size()));
    if (code != SQLITE_OK)
        return tl::unexpected(failureOf(code));
    return connection.run("PRAGMA cipher_compatibility = 3;"
                          "PRAGMA cipher_page_size = 4096;"
                          "PRAGMA cipher_log_level = NONE;"); // 4.x would tell stderr of a damaged page
}

base::Result<void> settings(const Connection& connection)
{
    // Temporary tables on disk would be plain text. recursive_triggers: REPLACE must meet the DELETE triggers.
    return connection.run("PRAGMA temp_store = MEMORY;"
                          "PRAGMA recursive_triggers = ON;"
                          "PRAGMA foreign_keys = ON;"
                          "PRAGMA secure_delete = ON;"
                          "PRAGMA trusted_schema = OFF;"
                          "PRAGMA cell_size_check = ON;"
                          "PRAGMA cache_size = -16384;");
}

base::Result<void> prove(const Connection& connection)
{
    const int code = connection.tryRun("SELECT count(*) FROM sqlite_master");
    if (code == SQLITE_OK)
        return {};
    if ((code & 0xff) == SQLITE_READONLY || (code & 0xff) == SQLITE_CANTOPEN) {
        // A journal lies beside the file and may not be rolled back here.
        return base::fail(base::ErrorKind::ReadOnly, Words::tr("The last change to this record file was interrupted."),
                          Words::tr("Open it once in a folder where you can save files, so that it can be put right."));
    }
    return tl::unexpected(failureOf(code));
}

// A SELECT alone keeps no second program out.
base::Result<void> lock(const Connection& connection)
{
    BASE_TRY(connection.run("PRAGMA locking_mode = EXCLUSIVE"));
    if (connection.isReadOnly())
        return connection.run("SELECT count(*) FROM sqlite_master"); // keeps writers out, lets readers in
    return connection.run("BEGIN EXCLUSIVE; COMMIT");
}

} // namespace

base::Result<Connection> openKeyed(const QString& path, const Key& key, bool readOnly)
{
    auto connection = Connection::open(path, readOnly ? Connection::Mode::ReadOnly : Connection::Mode::ReadWrite);
    if (!connection)
        return connection;
    BASE_TRY(requireCipher(*connection));
    BASE_TRY(giveKey(*connection, key));
    BASE_TRY(prove(*connection));
    BASE_TRY(settings(*connection));
    BASE_TRY(lock(*connection));
    BASE_TRY(checkSchema(*connection));
    return connection;
}

base::Result<Connection> openUnchecked(const QString& path, const Key& key)
{
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    if (!connection)
        return connection;
    BASE_TRY(requireCipher(*connection));
    BASE_TRY(giveKey(*connection, key));
    // Only what reads no page: the first one may be broken.
    BASE_TRY(connection->run("PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON"));
    return connection;
}

base::Result<Connection> createKeyed(const QString& path, const Key& key)
{
    auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    if (!connection)
        return connection;
    BASE_TRY(requireCipher(*connection));
    BASE_TRY(giveKey(*connection, key));
    BASE_TRY(settings(*connection));
    BASE_TRY(makeSchema(*connection));
    return connection;
}

} // namespace extract
