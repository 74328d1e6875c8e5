// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/timeline_model.h"

#include "app/models/gap_words.h"
#include "app/models/mark_words.h"
#include "app/timeline/source_lane.h"

#include <QLocale>

#include <algorithm>

namespace app {

namespace {

// Row kind in the internal id: 0 a lane, n + 1 a mark of lane n. No node objects.
constexpr quintptr laneId = 0;

QString dayText(QDate date, bool known)
{
    return known && date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : QString();
}

} // namespace

TimelineModel::TimelineModel(QObject* parent) : QAbstractItemModel(parent) {}

void TimelineModel::setTimeline(insight::Timeline timeline)
{
    beginResetModel();
    m_timeline = std::move(timeline);
    m_byKey.clear();
    m_byValue.clear();
    m_byRelease.clear();
    for (int n = 0; n < static_cast<int>(m_timeline.lanes.size()); ++n) {
        insight::Lane& lane = m_timeline.lanes[static_cast<std::size_t>(n)];
        // Every search in the view goes by the beginning.
        const auto earlier = [](const insight::Mark& a, const insight::Mark& b) { return a.from < b.from; };
        if (!std::is_sorted(lane.marks.begin(), lane.marks.end(), earlier))
            std::stable_sort(lane.marks.begin(), lane.marks.end(), earlier);
        for (int m = 0; m < static_cast<int>(lane.marks.size()); ++m) {
            const insight::Mark& mark = lane.marks[static_cast<std::size_t>(m)];
            m_byKey.insert(mark.key, {n, m});
            if (isSources(lane))
                continue; // a value leads to what it says, not to its file
            for (const record::ValueId value : mark.values)
                m_byValue.insert(value.n, {n, m});
            if (!mark.release.isEmpty() && !m_byRelease.contains(mark.release))
                m_byRelease.insert(mark.release, {n, m});
        }
    }
    m_matches = MarkMatches(m_timeline, m_filter, m_ofDocument);
    endResetModel();
}

void TimelineModel::setFilter(const MarkFilter& filter, const QSet<qint64>& ofDocument)
{
    m_filter = filter;
    m_ofDocument = ofDocument;
    m_matches = MarkMatches(m_timeline, m_filter, m_ofDocument);
    for (int n = 0; n < rowCount(); ++n) {
        const QModelIndex lane = index(n, 0);
        if (const int marks = rowCount(lane); marks > 0)
            Q_EMIT dataChanged(index(0, 0, lane), index(marks - 1, ColumnCount - 1, lane), {FitsRole});
    }
    Q_EMIT matchesChanged();
}

MarkPlace TimelineModel::nextFit(const MarkPlace& from, bool forward) const
{
    if (!m_matches.active() || m_matches.total() == 0)
        return {};
    const int lanes = rowCount();
    const int step = forward ? 1 : -1;
    int lane = from ? from.lane : (forward ? 0 : lanes - 1);
    int mark = from ? from.mark + step : (forward ? 0 : -1);
    bool atEnd = !from && !forward; // begin with the last of that lane
    for (int tried = 0; tried <= lanes; ++tried) {
        const int size = static_cast<int>(this->lane(lane).marks.size());
        if (atEnd)
            mark = size - 1;
        if (m_matches.anyIn(lane))
            for (; mark >= 0 && mark < size; mark += step)
                if (m_matches.fits(lane, mark))
                    return {lane, mark};
        lane = (lane + step + lanes) % lanes; // round about
        mark = 0;
        atEnd = !forward;
    }
    return {};
}

const insight::Mark& TimelineModel::mark(MarkPlace place) const
{
    return lane(place.lane).marks[static_cast<std::size_t>(place.mark)];
}

MarkPlace TimelineModel::placeOf(const QString& key) const
{
    return m_byKey.value(key);
}

MarkPlace TimelineModel::placeOf(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == laneId)
        return {};
    return {static_cast<int>(index.internalId()) - 1, index.row()};
}

QModelIndex TimelineModel::indexOf(MarkPlace place, int column) const
{
    return place ? createIndex(place.mark, column, static_cast<quintptr>(place.lane) + 1) : QModelIndex();
}

QModelIndex TimelineModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : laneId);
}

QModelIndex TimelineModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == laneId)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, laneId);
}

int TimelineModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_timeline.lanes.size());
    if (parent.internalId() != laneId || parent.column() != 0)
        return 0;
    return static_cast<int>(lane(parent.row()).marks.size());
}

int TimelineModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const MarkPlace place = placeOf(index))
        return markData(place, index.column(), role);
    return laneData(lane(index.row()), index.column(), role);
}

QVariant TimelineModel::laneData(const insight::Lane& lane, int column, int role) const
{
    // What is left out between its marks, which the picture draws as boxes.
    const auto withGaps = [&lane](const QString& name) {
        const QString gaps = gapWords(lane);
        return gaps.isEmpty() ? name : tr("%1: %2").arg(name, gaps);
    };
    switch (role) {
    case Qt::DisplayRole:
        return column == What ? withGaps(lane.title) : QString();
    case Qt::AccessibleTextRole:
        if (isSources(lane))
            return column == What ? lane.title : QString();
        return column == What ? withGaps(tr("%1, %2").arg(insight::laneGroupTitle(lane.group), lane.title)) : QString();
    case KeyRole:
        return lane.key;
    case GroupRole:
        return static_cast<int>(lane.group);
    default:
        return {};
    }
}

QVariant TimelineModel::markData(MarkPlace place, int column, int role) const
{
    const insight::Mark& mark = this->mark(place);
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case What:
            return valueWords(mark);
        case When:
            return timeWords(mark);
        case From:
            return dayText(mark.from, mark.fromKnown);
        case To:
            return dayText(mark.to, mark.toKnown);
        case Code:
            return mark.code;
        default:
            return {};
        }
    case Qt::AccessibleTextRole:
        return column == What ? markName(lane(place.lane), mark) : QString();
    case KeyRole:
        return mark.key;
    case ReleaseRole:
        return mark.release;
    case GroupRole:
        return static_cast<int>(lane(place.lane).group);
    case FitsRole:
        return m_matches.fits(place.lane, place.mark);
    case ValuesRole: {
        QVariantList ids;
        for (const record::ValueId value : mark.values)
            ids.append(value.n);
        return ids;
    }
    default:
        return {};
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractItemModel::headerData(section, orientation, role);
    switch (section) {
    case What:
        return tr("What it says");
    case When:
        return tr("When");
    case From:
        return tr("First day");
    case To:
        return tr("Last day");
    case Code:
        return tr("Code");
    default:
        return {};
    }
}

} // namespace app
