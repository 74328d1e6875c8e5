// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/pasted_model.h"

#include "catalogue/items.h"

using namespace Qt::StringLiterals;

namespace app {

QString columnWords(const readers::PastedColumn& column)
{
    using Role = readers::PastedColumn::Role;
    switch (column.role) {
    case Role::Year:
        return PastedModel::tr("the academic year");
    case Role::Term:
        return PastedModel::tr("the term");
    case Role::Date:
        return PastedModel::tr("the date");
    case Role::LeaveOut:
        return PastedModel::tr("left out");
    case Role::Field:
        break;
    }
    if (column.item.isEmpty())
        return PastedModel::tr("in your own words");
    const auto id = catalogue::itemNamed(column.item);
    const QString meaning = id ? catalogue::item(*id).meaning : QString();
    return meaning.isEmpty() ? column.item : meaning;
}

void PastedModel::setTable(readers::PastedTable table)
{
    beginResetModel();
    m_table = std::move(table);
    m_columns.clear();
    m_said.assign(std::size_t(m_table.columns), false);
    guess();
    endResetModel();
}

void PastedModel::setHeadings(bool first)
{
    beginResetModel();
    m_table.headings = first && m_table.rows.size() > 1;
    m_said.assign(std::size_t(m_table.columns), false);
    guess();
    endResetModel();
}

void PastedModel::setContext(const QString& collection, std::optional<catalogue::AcademicYear> year)
{
    if (m_collection == collection && m_year == year)
        return;
    m_collection = collection;
    m_year = year;
    guess();
    if (m_table.columns > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, m_table.columns - 1);
}

void PastedModel::guess()
{
    auto guessed = readers::pastedColumns(m_table, m_collection, m_year);
    for (std::size_t i = 0; i < guessed.size() && i < m_columns.size(); ++i)
        if (m_said[i])
            guessed[i] = m_columns[i];
    m_columns = std::move(guessed);
}

void PastedModel::setColumn(int column, const readers::PastedColumn& what)
{
    if (column < 0 || column >= m_table.columns)
        return;
    m_columns[std::size_t(column)] = what;
    m_said[std::size_t(column)] = true;
    Q_EMIT headerDataChanged(Qt::Horizontal, column, column);
}

int PastedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size()) - (m_table.headings ? 1 : 0);
}

int PastedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_table.columns;
}

QVariant PastedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::size_t row = std::size_t(index.row()) + (m_table.headings ? 1 : 0);
    const QString& cell = m_table.rows[row][index.column()];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return cell;
    if (role == Qt::AccessibleTextRole)
        return tr("%1: %2").arg(m_columns[std::size_t(index.column())].heading, cell.isEmpty() ? tr("empty") : cell);
    return {};
}

QVariant PastedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    if (section >= m_table.columns)
        return {};
    const readers::PastedColumn& column = m_columns[std::size_t(section)];
    const QString over = column.heading + u'\n' + columnWords(column);
    return over;
}

} // namespace app
