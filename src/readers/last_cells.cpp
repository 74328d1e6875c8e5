// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/last_cells.h"

namespace readers {

void LastCells::watch(std::vector<int> columns)
{
    m_columns = std::move(columns);
    m_bytes.clear();
}

bool LastCells::sameIn(const Row& row)
{
    qsizetype at = 0;
    for (const int column : m_columns) {
        const QByteArrayView cell = row.bytes(column);
        if (m_bytes.size() - at <= cell.size() || QByteArrayView(m_bytes).sliced(at, cell.size()) != cell ||
            m_bytes.at(at + cell.size()) != '\n' || cell.contains('\n')) {
            m_bytes.truncate(0);
            for (const int one : m_columns)
                m_bytes.append(row.bytes(one)).append('\n');
            return false;
        }
        at += cell.size() + 1;
    }
    return at == m_bytes.size() && at > 0;
}

bool LastCells::telling() const
{
    return m_bytes.count('\n') == static_cast<qsizetype>(m_columns.size());
}

} // namespace readers
