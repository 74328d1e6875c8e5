// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stores/moments.h"

#include "extract/database/failure.h"
#include "extract/stores/stored_words.h"

namespace extract {

namespace {
constexpr qsizetype mostRemembered = 50'000;
}

Moments::Moments(const Connection& connection)
    : m_find(connection.prepare("SELECT id FROM moments WHERE collection = ?1 AND dataset = ?2 AND year = ?3 "
                                "AND term = ?4 AND day = ?5 AND establishment = ?6")),
      m_insert(connection.prepare("INSERT INTO moments(collection, dataset, year, term, day, establishment, id) "
                                  "VALUES(?1, ?2, ?3, ?4, ?5, ?6, (SELECT ifnull(max(id), 0) + 1 FROM moments))"))
{
}

base::Result<qint64> Moments::idOf(const record::Entry& entry)
{
    const QString year = QString::number(entry.year ? entry.year->start : 0);
    QByteArray key;
    for (const QString& part : {entry.collection, entry.dataset, entry.establishment, year,
                                storedTerm(entry.term), entry.date.toString(Qt::ISODate)}) {
        key += QByteArray::number(part.size()) + ':';
        key += QByteArrayView(reinterpret_cast<const char*>(part.utf16()), part.size() * 2);
    }
    if (const auto found = m_known.constFind(key); found != m_known.constEnd()) {
        m_touched.insert(*found);
        return *found;
    }
    const auto bind = [&](Statement& statement) -> Statement& {
        return statement.bind(1, entry.collection)
            .bind(2, entry.dataset)
            .bind(3, entry.year ? entry.year->start : 0)
            .bind(4, storedTerm(entry.term))
            .bind(5, entry.date)
            .bind(6, entry.establishment);
    };
    for (bool written = false;; written = true) { // at most twice: what was inserted is found
        bind(m_find);
        const qint64 id = m_find.next() ? m_find.number(0) : 0;
        BASE_TRY(m_find.outcome());
        m_find.reset();
        if (id != 0) {
            if (m_known.size() >= mostRemembered)
                m_known.clear();
            m_known.insert(key, id);
            m_touched.insert(id);
            return id;
        }
        if (written)
            return tl::unexpected(damaged());
        BASE_TRY(bind(m_insert).run());
    }
}

} // namespace extract
