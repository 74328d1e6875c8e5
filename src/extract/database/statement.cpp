// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/database/statement.h"

#include "extract/database/failure.h"
#include "extract/database/sqlite.h"

#include <QTimeZone>

#include <cstring>

namespace extract {

namespace {

constexpr char16_t byteOrderMark = 0xFEFF;

bool survivesUtf8(const QString& text)
{
    return (text.isEmpty() || text.front() != QChar(byteOrderMark)) && text.isValidUtf16();
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* connection, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    // After a change of passphrase that could not reopen the file there is no connection; SQLite itself would crash.
    if (!connection) {
        m_code = SQLITE_MISUSE;
        m_bound.resize(1);
        return;
    }
    m_code = sqlite3_prepare_v2(connection, sql, -1, &statement, nullptr);
    m_statement.reset(statement);
    m_bound.resize(static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)) + 1);
}

void Statement::noteBinding(int code)
{
    if (m_code == SQLITE_OK || m_code == SQLITE_DONE || m_code == SQLITE_ROW)
        m_code = code;
}

Statement& Statement::bind(int parameter, qint64 number)
{
    noteBinding(sqlite3_bind_int64(m_statement.get(), parameter, number));
    return *this;
}

Statement& Statement::bind(int parameter, const QString& text)
{
    if (parameter < 1 || static_cast<std::size_t>(parameter) >= m_bound.size()) {
        noteBinding(SQLITE_RANGE);
        return *this;
    }
    QByteArray& kept = m_bound[static_cast<std::size_t>(parameter)];
    if (survivesUtf8(text)) {
        kept = text.toUtf8();
        return bindTextBytes(parameter, kept);
    }
    kept = QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * static_cast<qsizetype>(sizeof(QChar)));
    return bindBytes(parameter, kept);
}

Statement& Statement::bind(int parameter, QDate date)
{
    return bind(parameter, date.isValid() ? date.toString(Qt::ISODate) : QString());
}

Statement& Statement::bind(int parameter, const QDateTime& when)
{
    return bind(parameter, when.isValid() ? when.toUTC().toString(Qt::ISODate) : QString());
}

Statement& Statement::bindBytes(int parameter, QByteArrayView bytes)
{
    noteBinding(bytes.isEmpty() ? sqlite3_bind_zeroblob(m_statement.get(), parameter, 0)
                                : sqlite3_bind_blob64(m_statement.get(), parameter, bytes.data(),
                                                      static_cast<sqlite3_uint64>(bytes.size()), nullptr));
    return *this;
}

Statement& Statement::bindTextBytes(int parameter, QByteArrayView utf8)
{
    noteBinding(sqlite3_bind_text64(m_statement.get(), parameter, utf8.isEmpty() ? "" : utf8.data(),
                                    static_cast<sqlite3_uint64>(utf8.size()), nullptr, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindNull(int parameter)
{
    noteBinding(sqlite3_bind_null(m_statement.get(), parameter));
    return *this;
}

bool Statement::next()
{
    if (m_code != SQLITE_OK && m_code != SQLITE_ROW)
        return false;
    m_code = sqlite3_step(m_statement.get());
    return m_code == SQLITE_ROW;
}

base::Result<void> Statement::outcome() const
{
    if (m_code == SQLITE_OK || m_code == SQLITE_ROW || m_code == SQLITE_DONE)
        return {};
    return tl::unexpected(failureOf(m_code));
}

base::Result<void> Statement::run()
{
    while (next()) {
    }
    auto result = outcome();
    reset();
    return result;
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    if (m_code == SQLITE_ROW || m_code == SQLITE_DONE)
        m_code = SQLITE_OK;
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QByteArrayView Statement::view(int column) const
{
    const void* data = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char*>(data), static_cast<qsizetype>(sqlite3_column_bytes(m_statement.get(), column))};
}

bool Statement::isBlob(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_BLOB;
}

QString Statement::text(int column) const
{
    const bool blob = isBlob(column);
    return storedText(view(column), blob);
}

QByteArray Statement::bytes(int column) const
{
    return view(column).toByteArray();
}

QDate Statement::date(int column) const
{
    return QDate::fromString(text(column), Qt::ISODate);
}

QDateTime Statement::dateTime(int column) const
{
    const QDateTime when = QDateTime::fromString(text(column), Qt::ISODate);
    return when.isValid() ? QDateTime(when.date(), when.time(), QTimeZone::utc()) : QDateTime();
}

QString storedText(QByteArrayView bytes, bool blob)
{
    if (!blob)
        return QString::fromUtf8(bytes);
    QString text(bytes.size() / static_cast<qsizetype>(sizeof(QChar)), Qt::Uninitialized);
    std::memcpy(text.data(), bytes.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    return text;
}

} // namespace extract
