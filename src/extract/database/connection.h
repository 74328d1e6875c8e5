// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/statement.h"

struct sqlite3_file;

namespace extract {

// One SQLite handle; closed with the object.
class Connection {
public:
    enum class Mode { Create, ReadWrite, ReadOnly, Memory };

    Connection() = default;
    [[nodiscard]] static base::Result<Connection> open(const QString& path, Mode mode);

    [[nodiscard]] Statement prepare(const char* sql) const { return {m_handle.get(), sql}; }
    // Fixed SQL, one or several statements, rows dropped. Never text from outside.
    [[nodiscard]] base::Result<void> run(const char* sql) const;
    [[nodiscard]] int tryRun(const char* sql) const; // SQLite's own code
    [[nodiscard]] base::Result<qint64> number(const char* sql) const; // first column of the first row

    [[nodiscard]] bool isOpen() const { return m_handle != nullptr; }
    [[nodiscard]] bool isReadOnly() const; // the file, whatever was asked for
    [[nodiscard]] bool inTransaction() const;
    [[nodiscard]] sqlite3* handle() const { return m_handle.get(); }
    [[nodiscard]] sqlite3_file* file() const; // SQLite's own descriptor of the database file
    void close() { m_handle.reset(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

// BEGIN IMMEDIATE; rolled back unless committed.
class Transaction {
public:
    [[nodiscard]] static base::Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    [[nodiscard]] base::Result<void> commit();

private:
    explicit Transaction(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

} // namespace extract
