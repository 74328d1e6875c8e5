// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/field_model.h"

#include "insight/characteristic_table.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int mostShown = 30;

} // namespace

void FieldModel::find(const QString& words, const QString& collection, std::optional<catalogue::AcademicYear> year)
{
    std::vector<Row> rows;
    for (const catalogue::ItemId id : catalogue::fieldsLike(words, collection, year, mostShown)) {
        const catalogue::Item item = catalogue::item(id);
        const QString name = insight::stemOf(item.name);
        rows.push_back({item.name, item.meaning,
                        item.meaning.isEmpty() ? name : tr("%1 · %2").arg(item.meaning, name)});
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void FieldModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int FieldModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FieldModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.shown;
    case ItemRole:
        return row.item;
    case MeaningRole:
        return row.meaning;
    default:
        return {};
    }
}

} // namespace app
