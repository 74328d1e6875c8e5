// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/mark_filter.h"

#include <QAbstractItemModel>
#include <QHash>

namespace app {

// Where a mark stands in the timeline.
struct MarkPlace {
    int lane = -1;
    int mark = -1;
    explicit operator bool() const { return lane >= 0 && mark >= 0; }
    bool operator==(const MarkPlace&) const = default;
};

// The timeline as a tree: lanes, and below each its marks. The painted view and the table twin show this one model,
// so that they cannot disagree. It never masks: a person at risk gets a timeline made from the masked record.
class TimelineModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { What, When, From, To, Code, ColumnCount };
    enum Role { KeyRole = Qt::UserRole, ValuesRole, ReleaseRole, GroupRole, FitsRole };

    explicit TimelineModel(QObject* parent = nullptr);

    void setTimeline(insight::Timeline timeline);
    [[nodiscard]] const insight::Timeline& timeline() const { return m_timeline; }

    // What is looked for: picture and table dim the rest. `ofDocument`: the values of the filter's document.
    void setFilter(const MarkFilter& filter, const QSet<qint64>& ofDocument);
    [[nodiscard]] const MarkFilter& filter() const { return m_filter; }
    [[nodiscard]] const MarkMatches& matches() const { return m_matches; }
    // The mark that fits after (or before) this one, in the order of lanes; none: nothing fits.
    [[nodiscard]] MarkPlace nextFit(const MarkPlace& from, bool forward) const;

    [[nodiscard]] const insight::Lane& lane(int n) const { return m_timeline.lanes[static_cast<std::size_t>(n)]; }
    [[nodiscard]] const insight::Mark& mark(MarkPlace place) const;
    [[nodiscard]] MarkPlace placeOf(const QString& key) const; // O(1)
    [[nodiscard]] MarkPlace placeOf(const QModelIndex& index) const;
    // The mark that rests on a value, or the first mark of a release.
    [[nodiscard]] MarkPlace placeOf(record::ValueId value) const { return m_byValue.value(value.n); }
    [[nodiscard]] MarkPlace placeOfRelease(const QString& reference) const { return m_byRelease.value(reference); }
    [[nodiscard]] QModelIndex indexOf(MarkPlace place, int column = What) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void matchesChanged();

private:
    [[nodiscard]] QVariant laneData(const insight::Lane& lane, int column, int role) const;
    [[nodiscard]] QVariant markData(MarkPlace place, int column, int role) const;

    insight::Timeline m_timeline;
    MarkFilter m_filter;
    QSet<qint64> m_ofDocument;
    MarkMatches m_matches;
    QHash<QString, MarkPlace> m_byKey;
    QHash<qint64, MarkPlace> m_byValue;
    QHash<QString, MarkPlace> m_byRelease;
};

} // namespace app
