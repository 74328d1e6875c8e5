// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/run_model.h"

#include "app/models/mark_words.h"

#include <algorithm>

namespace app {

RunModel::RunModel(const insight::Lane& lane, int first, int count, QObject* parent)
    : QAbstractListModel(parent), m_lane(lane.title),
      m_marks(lane.marks.begin() + first, lane.marks.begin() + first + count)
{
}

QString RunModel::key(const QModelIndex& index) const
{
    return index.isValid() ? m_marks[static_cast<std::size_t>(index.row())].key : QString();
}

int RunModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_marks.size());
}

QVariant RunModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const insight::Mark& mark = m_marks[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return markWords(mark);
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(m_lane, markWords(mark));
    default:
        return {};
    }
}

void UndatedModel::setUndated(std::vector<insight::Undated> undated)
{
    beginResetModel();
    m_undated = std::move(undated);
    endResetModel();
}

int UndatedModel::rowOf(record::ValueId value) const
{
    const auto found = std::find_if(m_undated.begin(), m_undated.end(),
                                    [&](const insight::Undated& undated) { return undated.value == value; });
    return found == m_undated.end() ? -1 : static_cast<int>(found - m_undated.begin());
}

int UndatedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_undated.size());
}

QVariant UndatedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const insight::Undated& undated = m_undated[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(undated.label, undated.why);
    case ValueRole:
        return undated.value.n;
    case WhyRole:
        return undated.why;
    default:
        return {};
    }
}

} // namespace app
