// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"
#include "record/record.h"

#include <QHash>

#include <set>

namespace extract {

// Collection, dataset, year, term, day and establishment of an entry: what two documents must share for their
// different words to be a disagreement.
class Moments {
public:
    explicit Moments(const Connection& connection);
    [[nodiscard]] base::Result<qint64> idOf(const record::Entry& entry);
    // Those that entries of this run belong to.
    [[nodiscard]] const std::set<qint64>& touched() const { return m_touched; }
    void touch(qint64 moment) { m_touched.insert(moment); }

private:
    Statement m_find;
    Statement m_insert;
    QHash<QByteArray, qint64> m_known;
    std::set<qint64> m_touched;
};

// Marks, for every touched moment, the entries of documents that each say one thing there and not the same thing.
// Where a document says several things at one moment (a row per exam), nothing can be paired and nothing is marked.
// Calls `mark(entry, document, entryOfDocument)` for each pair. `sayings` is sayingsSql, prepared once for all moments.
inline constexpr char sayingsSql[] =
    "SELECT document, min(entry), count(*) FROM ("
    "SELECT document, id AS entry FROM entries WHERE moment = ?1 UNION ALL "
    "SELECT w.document, w.entry FROM witnesses w JOIN entries e ON e.id = w.entry "
    "WHERE e.moment = ?1 AND w.agrees = 1) GROUP BY document ORDER BY document";

template <typename Mark>
[[nodiscard]] base::Result<void> forEachDisagreement(Statement& sayings, qint64 moment, Mark mark)
{
    struct Saying {
        qint64 document;
        qint64 entry;
        qint64 count;
    };
    sayings.bind(1, moment);
    std::vector<Saying> all;
    while (sayings.next())
        all.push_back({sayings.number(0), sayings.number(1), sayings.number(2)});
    BASE_TRY(sayings.outcome());
    sayings.reset();
    for (const Saying& one : all) {
        for (const Saying& other : all) {
            if (one.document != other.document && one.entry != other.entry && one.count == 1 && other.count == 1)
                BASE_TRY(mark(one.entry, other.document, other.entry));
        }
    }
    return {};
}

} // namespace extract
