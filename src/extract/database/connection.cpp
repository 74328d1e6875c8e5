// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/database/connection.h"

#include "extract/database/failure.h"
#include "extract/database/sqlite.h"

#include <QFile>

namespace extract {

namespace {

int flagsOf(Connection::Mode mode)
{
    switch (mode) {
    case Connection::Mode::Create:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Connection::Mode::ReadOnly:
        return SQLITE_OPEN_READONLY;
    case Connection::Mode::Memory:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
    case Connection::Mode::ReadWrite:
        break;
    }
    return SQLITE_OPEN_READWRITE;
}

// SQLCipher's export runs statements of its own and answers with the general code 1 for whatever stopped them: a full disk
// would be called a damaged file. Its message is that of the true code.
int trueCode(sqlite3* handle, int code)
{
    const QByteArrayView message = code == SQLITE_ERROR ? sqlite3_errmsg(handle) : "";
    for (const int other : {SQLITE_FULL, SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_NOMEM, SQLITE_READONLY}) {
        if (message == QByteArrayView(sqlite3_errstr(other)))
            return other;
    }
    return code;
}

} // namespace

void Connection::Close::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

base::Result<Connection> Connection::open(const QString& path, Mode mode)
{
    Connection connection;
    sqlite3* handle = nullptr;
    const QByteArray name = mode == Mode::Memory ? QByteArrayLiteral(":memory:") : QFile::encodeName(path);
    // A connection stays with its thread: SQLite's own lock around every call would cost a tenth of an import.
    const int code = sqlite3_open_v2(name.constData(), &handle, flagsOf(mode) | SQLITE_OPEN_NOMUTEX, nullptr);
    connection.m_handle.reset(handle);
    if (code != SQLITE_OK)
        return tl::unexpected(failureOf(code));
    sqlite3_extended_result_codes(handle, 1);
    return connection;
}

int Connection::tryRun(const char* sql) const
{
    return sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
}

base::Result<void> Connection::run(const char* sql) const
{
    const int code = tryRun(sql);
    if (code != SQLITE_OK)
        return tl::unexpected(failureOf(trueCode(m_handle.get(), code)));
    return {};
}

base::Result<qint64> Connection::number(const char* sql) const
{
    Statement statement = prepare(sql);
    const qint64 value = statement.next() ? statement.number(0) : 0;
    BASE_TRY(statement.outcome());
    return value;
}

bool Connection::isReadOnly() const
{
    return m_handle && sqlite3_db_readonly(m_handle.get(), "main") == 1;
}

bool Connection::inTransaction() const
{
    return m_handle && sqlite3_get_autocommit(m_handle.get()) == 0;
}

sqlite3_file* Connection::file() const
{
    sqlite3_file* file = nullptr;
    if (!m_handle)
        return file;
    sqlite3_file_control(m_handle.get(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
    return file;
}

base::Result<Transaction> Transaction::begin(Connection& connection)
{
    if (connection.inTransaction())
        return base::fail(base::ErrorKind::Usage, Words::tr("The record file is busy with an import."),
                          Words::tr("Wait until it is finished, or stop it."));
    BASE_TRY(connection.run("BEGIN IMMEDIATE"));
    return Transaction(connection);
}

Transaction::~Transaction()
{
    // After some failures SQLite has rolled back already; then this is a harmless error.
    if (m_connection && m_connection->inTransaction())
        static_cast<void>(m_connection->tryRun("ROLLBACK"));
}

base::Result<void> Transaction::commit()
{
    BASE_TRY(m_connection->run("COMMIT"));
    m_connection = nullptr;
    return {};
}

} // namespace extract
