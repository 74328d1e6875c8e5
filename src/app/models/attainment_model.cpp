// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/attainment_model.h"

#include "app/models/hand_marks.h"
#include "record/written_in.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

QString comparedWords(const insight::AttainmentPanel& panel, const insight::ResultRow& row)
{
    if (!panel.expectedFrom || (!row.place && !row.below))
        return {};
    if (row.below || row.placeTo.value_or(*row.place) < *panel.expectedFrom)
        return AttainmentModel::tr("below what was expected");
    if (row.placeTo && *row.place < *panel.expectedFrom)
        return AttainmentModel::tr("may be either: no letter was given");
    return AttainmentModel::tr("as expected, or above");
}

QString scoreWords(double score)
{
    const QString number = QLocale().toString(std::abs(score), 'f', 2);
    return score > 0 ? u"+"_s + number : score < 0 ? u"−"_s + number : number;
}

QString rangeWords(const insight::RelativeScore& score)
{
    if (!score.low || !score.high)
        return {};
    return AttainmentModel::tr("between %1 and %2").arg(scoreWords(*score.low), scoreWords(*score.high));
}

void AttainmentModel::setAttainment(const insight::Attainment& attainment, const record::Record& record)
{
    beginResetModel();
    m_rows.clear();
    for (const insight::AttainmentPanel& panel : attainment.panels)
        for (const insight::ResultRow& row : panel.rows)
            m_rows.push_back(
                {row.value,
                 row.also,
                 {panel.title, panel.year.start > 0 ? panel.year.text() : tr("no year"), row.subject, row.text, row.meaning, comparedWords(panel, row)},
                 isByHand(row)});
    for (const insight::RelativeScore& score : attainment.relative)
        m_rows.push_back({score.value,
                          {},
                          {tr("Kept apart"), score.year.text(), score.title, scoreWords(score.score),
                           rangeWords(score).isEmpty()
                               ? tr("not a grade: compared with pupils who began alike")
                               : tr("not a grade: compared with pupils who began alike; it lies %1").arg(rangeWords(score)),
                           QString()},
                          record::isWrittenIn(score.value)});
    for (const record::ValueId id : attainment.other) {
        const record::Value* value = record.value(id);
        const record::Entry* entry = record.entryOf(id);
        if (value && entry)
            m_rows.push_back({id,
                              {},
                              {tr("No scale known"), entry->year ? entry->year->text() : QString(), value->name,
                               value->raw, QString(), QString()},
                              record::isWrittenIn(id)});
    }
    endResetModel();
}

int AttainmentModel::rowOf(record::ValueId value) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return row.value == value || std::find(row.also.begin(), row.also.end(), value) != row.also.end();
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int AttainmentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AttainmentModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AttainmentModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        const QString& text = row.texts[static_cast<std::size_t>(index.column())];
        if (!row.byHand || index.column() != Result)
            return text;
        return role == Qt::DisplayRole ? writtenByHand(text) : writtenByHandSpoken(text);
    }
    case ValueRole:
        return row.value.n;
    default:
        return {};
    }
}

QVariant AttainmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return orientation == Qt::Vertical ? QVariant() : QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Stage:
        return tr("Stage");
    case When:
        return tr("School year");
    case Subject:
        return tr("Subject");
    case Result:
        return tr("Result");
    case Meaning:
        return tr("In words");
    case Compared:
        return tr("For its year");
    default:
        return {};
    }
}

} // namespace app
