// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/written_model.h"

#include "insight/fields.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString whenText(const record::Entry& entry)
{
    const QString moment = insight::collectionMoment(entry);
    return entry.date.isValid() ? WrittenModel::tr("%1, on %2").arg(moment, QLocale().toString(entry.date, WrittenModel::tr("d MMM yyyy")))
                                : moment;
}

QString whereText(const QString& place, const record::Document* document)
{
    if (!document)
        return place.isEmpty() ? WrittenModel::tr("on paper") : WrittenModel::tr("on paper, %1").arg(place);
    return place.isEmpty() ? document->name : WrittenModel::tr("%1, %2").arg(place, document->name);
}

} // namespace

void WrittenModel::setRecord(const record::Record& record)
{
    std::vector<Row> rows;
    insight::Fields fields;
    for (const record::Entry& entry : record.entries) {
        if (!entry.writtenIn)
            continue;
        for (const record::Value& value : entry.values) {
            const insight::Field& field = fields.of(entry, value);
            const QString words = insight::wordsOf(fields.meaning(field, entry, value.raw), value.raw);
            const QString says = words == value.raw ? value.raw : tr("%1 (%2)").arg(words, value.raw);
            // Free text is called as the paper calls it.
            const QString title = value.item.isEmpty() ? value.name : field.title;
            const QString where = whereText(value.where.text(), record.document(entry.document));
            const QString place = whenText(entry) + u'\n' + where;
            rows.push_back({value.id, {title, says, place}});
        }
    }
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return b.id < a.id; });
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

record::ValueId WrittenModel::valueAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].id : record::ValueId{};
}

int WrittenModel::rowOf(record::ValueId value) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [value](const Row& row) { return row.id == value; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int WrittenModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int WrittenModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 3;
}

QVariant WrittenModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString& cell = m_rows[std::size_t(index.row())].cells[std::size_t(index.column())];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return cell;
    if (role == Qt::AccessibleTextRole)
        return index.column() == Field ? tr("%1, written in by me").arg(cell) : QString(cell).replace(u'\n', u", "_s);
    return {};
}

QVariant WrittenModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Field:
        return tr("Field");
    case Says:
        return tr("It says");
    case Where:
        return tr("When and where");
    default:
        return {};
    }
}

} // namespace app
