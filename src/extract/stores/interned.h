// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"
#include "record/record.h"

#include <QHash>

namespace extract {

// Headings and places are written once and referred to by number, so that a million values stay small. What is
// remembered is bounded: after that a text may be written a second time, which costs bytes and changes nothing.
class Interned {
public:
    explicit Interned(const Connection& connection);
    [[nodiscard]] base::Result<void> load(); // headings known already
    // `position` within the entry: tables repeat their headings in order, which spares most look-ups.
    [[nodiscard]] base::Result<qint64> name(std::size_t position, const QString& name, const QString& item);
    [[nodiscard]] base::Result<qint64> place(const record::Locator& where);

private:
    struct Pair {
        QString first;
        QString second;
        bool operator==(const Pair&) const = default;
    };
    friend size_t qHash(const Pair& pair, size_t seed) { return qHashMulti(seed, pair.first, pair.second); }
    [[nodiscard]] base::Result<qint64> write(QHash<Pair, qint64>& known, qint64& next, Statement& insert,
                                             const Pair& pair);

    const Connection& m_connection;
    Statement m_insertName;
    Statement m_insertPlace;
    QHash<Pair, qint64> m_names;
    QHash<Pair, qint64> m_places;
    struct Column {
        Pair pair;
        qint64 id = 0;
    };
    std::vector<Column> m_columns; // the entry before, by position
    Pair m_lastPlace;
    qint64 m_lastPlaceId = 0;
    qint64 m_nextName = 1;
    qint64 m_nextPlace = 1;
};

} // namespace extract
