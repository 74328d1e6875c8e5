// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stores/interned.h"

namespace extract {

namespace {
constexpr qsizetype mostRemembered = 50'000;
}

Interned::Interned(const Connection& connection)
    : m_connection(connection), m_insertName(connection.prepare("INSERT INTO item_names(id, name, item) VALUES(?,?,?)")),
      m_insertPlace(connection.prepare("INSERT INTO places(id, sheet, path) VALUES(?,?,?)"))
{
}

base::Result<void> Interned::load()
{
    const auto names = m_connection.number("SELECT ifnull(max(id), 0) FROM item_names");
    if (!names)
        return tl::unexpected(names.error());
    const auto places = m_connection.number("SELECT ifnull(max(id), 0) FROM places");
    if (!places)
        return tl::unexpected(places.error());
    m_nextName = *names + 1;
    m_nextPlace = *places + 1;
    Statement known = m_connection.prepare("SELECT id, name, item FROM item_names LIMIT ?1");
    known.bind(1, mostRemembered);
    while (known.next())
        m_names.insert({known.text(1), known.text(2)}, known.number(0));
    return known.outcome();
}

base::Result<qint64> Interned::write(QHash<Pair, qint64>& known, qint64& next, Statement& insert, const Pair& pair)
{
    if (const auto found = known.constFind(pair); found != known.constEnd())
        return *found;
    if (known.size() >= mostRemembered)
        known.clear();
    const qint64 id = next++;
    BASE_TRY(insert.bind(1, id).bind(2, pair.first).bind(3, pair.second).run());
    known.insert(pair, id);
    return id;
}

base::Result<qint64> Interned::name(std::size_t position, const QString& name, const QString& item)
{
    if (position < m_columns.size()) {
        const Column& column = m_columns[position];
        if (column.id != 0 && column.pair.first == name && column.pair.second == item)
            return column.id;
    }
    const Pair pair{name, item};
    auto id = write(m_names, m_nextName, m_insertName, pair);
    if (id && position < static_cast<std::size_t>(mostRemembered)) {
        if (position >= m_columns.size())
            m_columns.resize(position + 1);
        m_columns[position] = {pair, *id};
    }
    return id;
}

base::Result<qint64> Interned::place(const record::Locator& where)
{
    // Nearly always the place of the value before.
    if (m_lastPlaceId != 0 && m_lastPlace.first == where.sheet && m_lastPlace.second == where.path)
        return m_lastPlaceId;
    const Pair pair{where.sheet, where.path};
    auto id = write(m_places, m_nextPlace, m_insertPlace, pair);
    if (id) {
        m_lastPlace = pair;
        m_lastPlaceId = *id;
    }
    return id;
}

} // namespace extract
