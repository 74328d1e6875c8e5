// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/fact_model.h"

#include <algorithm>

namespace app {

void FactModel::setTable(FactTable table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

std::vector<record::ValueId> FactModel::valuesOf(int row) const
{
    return row >= 0 && row < rowCount() ? m_table.rows[static_cast<std::size_t>(row)].values
                                        : std::vector<record::ValueId>{};
}

int FactModel::rowOf(record::ValueId value) const
{
    const auto found = std::find_if(m_table.rows.begin(), m_table.rows.end(), [&](const FactRow& row) {
        return std::find(row.values.begin(), row.values.end(), value) != row.values.end();
    });
    return found == m_table.rows.end() ? -1 : static_cast<int>(found - m_table.rows.begin());
}

int FactModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int FactModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.headings.size());
}

QVariant FactModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FactRow& row = m_table.rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.texts.value(index.column());
    case ValuesRole: {
        QVariantList ids;
        for (const record::ValueId value : row.values)
            ids.append(value.n);
        return ids;
    }
    case BarRole:
        return row.bar && index.column() == m_table.barColumn ? QVariant::fromValue(*row.bar) : QVariant();
    case ChangedRole:
        return row.changed;
    default:
        return {};
    }
}

QVariant FactModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return orientation == Qt::Vertical ? QVariant() : QAbstractTableModel::headerData(section, orientation, role);
    return m_table.headings.value(section);
}

} // namespace app
