// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>

#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace extract {

// A prepared statement. Errors stick: bind and step freely, then look at outcome() once; run() does both. Parameters
// count from 1 and columns from 0, as in SQLite. Must not outlive its connection.
class Statement {
public:
    Statement(sqlite3* connection, const char* sql);

    Statement& bind(int parameter, qint64 number);
    // Text is stored as UTF-8; what UTF-8 cannot carry back (lone surrogates, a leading U+FEFF) as a UTF-16 blob.
    Statement& bind(int parameter, const QString& text);
    Statement& bind(int parameter, QDate date);            // ISO; empty text if not valid
    Statement& bind(int parameter, const QDateTime& when); // ISO, UTC
    // The bytes are not copied: they must live until the next step.
    Statement& bindBytes(int parameter, QByteArrayView bytes);
    Statement& bindTextBytes(int parameter, QByteArrayView utf8);
    Statement& bindNull(int parameter);

    [[nodiscard]] bool next(); // a row is there; false: finished or failed
    [[nodiscard]] base::Result<void> outcome() const;
    [[nodiscard]] int code() const { return m_code; }
    [[nodiscard]] base::Result<void> run(); // to its end, then ready to be bound anew
    void reset();

    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QDate date(int column) const;
    [[nodiscard]] QDateTime dateTime(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    // Valid until the next step or reset; of a text, its UTF-8.
    [[nodiscard]] QByteArrayView view(int column) const;
    [[nodiscard]] bool isBlob(int column) const;

private:
    void noteBinding(int code);

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    std::vector<QByteArray> m_bound; // keeps bound texts alive until they are bound again
    int m_code = 0;
};

// Text out of the two forms above.
[[nodiscard]] QString storedText(QByteArrayView bytes, bool blob);

} // namespace extract
