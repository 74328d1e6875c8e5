// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/table_source.h"

#include "readers/csv.h"

#include <cstring>

namespace readers {

void Row::setRecord(QByteArrayView record, QByteArrayView whole, char delimiter, bool quotes)
{
    m_record = record;
    m_whole = whole;
    m_delimiter = delimiter;
    m_quotes = quotes;
    m_cells.clear();
    m_cutAt = 0;
    m_allCut = false;
}

void Row::joinCells(int column, int extra)
{
    if (column < 0 || extra < 1 || !cutTo(column + extra))
        return;
    const auto at = m_cells.begin() + column;
    at->length = (at + extra)->from + (at + extra)->length - at->from;
    m_cells.erase(at + 1, at + 1 + extra);
}

void Row::setQuotes(bool quotes)
{
    const QByteArrayView record = m_record;
    const QByteArrayView whole = m_whole;
    setRecord(record, whole, m_delimiter, quotes);
}

void Row::startCells()
{
    m_own.resize(0);
    m_cells.clear();
    m_record = {};
    m_whole = {};
    m_allCut = true;
}

void Row::addCell(int column, QByteArrayView text, CellKind kind)
{
    m_cells.resize(static_cast<std::size_t>(column));
    m_cells.push_back({m_own.size(), text.size(), kind, false, false});
    m_own.append(text);
    m_record = m_own;
}

void Row::detach()
{
    if (m_record.data() == m_own.constData() && m_whole.isEmpty())
        return;
    const qsizetype into = m_record.data() - m_whole.data();
    const qsizetype length = m_record.size();
    m_own = m_whole.toByteArray();
    m_whole = m_own;
    m_record = m_whole.sliced(into, length);
}

void Row::cutOne() const
{
    const char* const begin = m_record.data();
    const char* const end = begin + m_record.size();
    const char* at = begin + m_cutAt;
    Cell cell;
    const char* stop = nullptr;
    if (m_quotes && at != end && *at == '"') {
        const char* close = at + 1;
        for (;; close += 2) {
            close = static_cast<const char*>(std::memchr(close, '"', static_cast<std::size_t>(end - close)));
            if (!close || close + 1 == end || close[1] != '"')
                break;
            cell.doubled = true;
        }
        // Only a mark that is followed by a delimiter closes a cell; `"a"b` is text that holds marks.
        if (close && (close + 1 == end || close[1] == m_delimiter)) {
            cell.from = at + 1 - begin;
            cell.length = close - at - 1;
            cell.quoted = true;
            stop = close + 1;
        }
    }
    if (!stop) {
        cell.doubled = false;
        stop = static_cast<const char*>(std::memchr(at, m_delimiter, static_cast<std::size_t>(end - at)));
        if (!stop)
            stop = end;
        cell.from = at - begin;
        cell.length = stop - at;
    }
    m_cells.push_back(cell);
    if (stop == end)
        m_allCut = true;
    else
        m_cutAt = stop + 1 - begin;
}

bool Row::cutTo(int column) const
{
    while (!m_allCut && m_cells.size() <= static_cast<std::size_t>(column))
        cutOne();
    return static_cast<std::size_t>(column) < m_cells.size();
}

int Row::count() const
{
    while (!m_allCut)
        cutOne();
    return static_cast<int>(m_cells.size());
}

QByteArrayView Row::bytes(int column) const
{
    if (column < 0 || !cutTo(column))
        return {};
    const Cell& cell = m_cells[static_cast<std::size_t>(column)];
    return m_record.sliced(cell.from, cell.length);
}

QByteArrayView Row::spelled(int column) const
{
    const QByteArrayView inner = bytes(column);
    if (inner.isNull() || !m_cells[static_cast<std::size_t>(column)].quoted)
        return inner;
    return {inner.data() - 1, inner.size() + 2};
}

CellKind Row::kind(int column) const
{
    return column >= 0 && cutTo(column) ? m_cells[static_cast<std::size_t>(column)].kind : CellKind::Text;
}

QString Row::text(int column, CellNotes& notes) const
{
    const QByteArrayView raw = bytes(column);
    if (raw.isEmpty())
        return QStringLiteral("");
    QString text = cellText(raw, notes);
    if (m_cells[static_cast<std::size_t>(column)].doubled)
        text.replace(QLatin1StringView("\"\""), QLatin1StringView("\""));
    return text;
}

bool Row::blank() const
{
    const int cells = count();
    for (int i = 0; i < cells; ++i) {
        if (!bytes(i).trimmed().isEmpty())
            return false;
    }
    return true;
}

} // namespace readers
