// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/timeline_model.h"
#include "app/timeline/context_layout.h"
#include "app/timeline/lane_layout.h"
#include "app/timeline/mark_index.h"

#include <QRectF>

#include <map>

namespace app {

// A thing on the timeline that the keyboard can stand on: a mark, the heading of something that can be folded, or a
// band of what changed for everybody.
struct Spot {
    MarkPlace place;
    std::optional<Fold> heading;
    int context = -1; // place in catalogue::contexts()

    explicit operator bool() const { return heading.has_value() || context >= 0 || static_cast<bool>(place); }
    bool operator==(const Spot&) const = default;
};

// Where a box or words are drawn beside the marks of a lane, as stretches of the axis.
struct LaneGaps {
    std::vector<TimeRange> missing;  // school years of which nothing is here
    std::vector<TimeRange> unsaid;   // terms whose count is here and does not say it
    std::vector<TimeRange> notAsked; // terms whose count is here and does not ask it
};

// Sizes in pixels, all from the font.
struct SceneSizes {
    double labelWidth = 148; // the margin line
    double axisHeight = 72; // with the strip of context
    double contextHeight = 0; // of that strip; 0: switched off
    double barHeight = 20;
    double barPadding = 5; // of a lane, above and below its bar together
    double cell = 24;      // stretch in which short marks are counted together; a count box fits into it
    double boxWidth = 22;
};

// Everything that painting, hit testing, the keyboard and the accessible children need to know, and agree on.
struct TimelineScene {
    const TimelineModel* model = nullptr;
    std::vector<MarkIndex> indexes; // by lane
    std::vector<LaneGaps> gaps;     // by lane
    std::vector<LaneRow> rows;
    std::vector<ContextLabel> contexts; // that reach into the range; empty: switched off
    TimeScale scale;
    SceneSizes sizes;
    double scrollY = 0;
    QSizeF size; // of the viewport

    [[nodiscard]] bool showsContext() const { return sizes.contextHeight > 0; }
    [[nodiscard]] double axisRow() const { return (sizes.axisHeight - sizes.contextHeight) / 3.3; }
    [[nodiscard]] const insight::Timeline& timeline() const { return model->timeline(); }
    [[nodiscard]] const MarkIndex& index(int lane) const { return indexes[static_cast<std::size_t>(lane)]; }
    [[nodiscard]] double cellDays() const { return scale.days(sizes.cell); }
    [[nodiscard]] QRectF plot() const; // where lanes are drawn: right of the margin line, below the axis
    [[nodiscard]] double rowTop(const LaneRow& row) const { return row.top - scrollY + sizes.axisHeight; }
    [[nodiscard]] double contentHeight() const { return rows.empty() ? 0 : rows.back().bottom() + sizes.barHeight / 2; }
    // Months and terms are told apart, and lanes are taller.
    [[nodiscard]] bool isClose() const { return scale.pixelsPerYear() >= 320; }

    // Where a mark, or the run it is drawn in, stands in the viewport; may lie outside of it.
    [[nodiscard]] QRectF runRect(const LaneRow& row, const MarkRun& run) const;
    [[nodiscard]] bool isCounted(int lane, const MarkRun& run) const; // drawn as a number in a box
    [[nodiscard]] const LaneRow* rowOf(const Spot& spot) const;       // null if it is folded away
    [[nodiscard]] QString headingOf(const LaneRow& row) const;        // name of a group, or of the lane it stands for
    [[nodiscard]] QRectF spotRect(const Spot& spot) const;            // empty if it is folded away
    [[nodiscard]] QRectF contextRect(int context) const; // its name in the strip, or its band there; may be empty
    [[nodiscard]] Spot spotAt(QPointF point) const;
    [[nodiscard]] MarkRun runOf(MarkPlace place) const { return index(place.lane).runAt(place.mark, cellDays()); }
};

// All lanes of a group as one, for its folded row; made once per record.
struct FoldedLane {
    insight::Lane lane;
    std::vector<QString> names;     // of each mark: its lane, briefly
    std::vector<MarkPlace> places;  // of each mark, in the timeline
    std::vector<int> fitsBefore;    // how many of the first n fit the filter; empty: no filter
    MarkIndex index;
};
[[nodiscard]] std::map<insight::LaneGroup, FoldedLane> foldedLanes(const insight::Timeline& timeline);

void countFits(FoldedLane& folded, const MarkMatches& matches);

[[nodiscard]] std::vector<LaneGaps> laneGaps(const insight::Timeline& timeline);

enum class Move { Left, Right, Up, Down, Home, End, YearBack, YearOn };
// Where the keyboard goes from a spot. `date` is the moment that moves between lanes keep; moves along a lane change
// it. The same spot if there is nothing further.
[[nodiscard]] Spot moved(const TimelineScene& scene, const Spot& from, Move move, double& date);
// Where the keyboard begins: the first mark in sight, else the first there is.
[[nodiscard]] Spot firstSpot(const TimelineScene& scene);

} // namespace app
