// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

#include <optional>
#include <set>
#include <vector>

namespace app {

// One row of the timeline, from top to bottom.
struct LaneRow {
    enum class Kind {
        Group,  // heading of a group with its lanes below, or folded
        Lane,   // a lane below its heading
        Single, // a group that is one lane: heading and lane in one
        Empty,  // a group with nothing in these files
    };
    Kind kind = Kind::Lane;
    insight::LaneGroup group = insight::LaneGroup::School;
    int lane = -1; // of Lane and Single
    bool folded = false;
    bool hard = false; // may be hard to read: no marks are drawn while it is folded
    bool firstOfGroup = false;
    bool lastOfGroup = false;
    double top = 0;
    double height = 0;

    [[nodiscard]] double bottom() const { return top + height; }
    bool operator==(const LaneRow&) const = default;
};

// Heights in pixels, made from the font by the view.
struct LaneHeights {
    double lane = 25;
    double heading = 25;
    double padding = 5; // above the first and below the last row of a group
};

// Which groups are folded. What may be hard to read is folded until it is opened, in every sitting anew; results are
// one row as long as a year is too short to name them; anything else is open until it is folded.
class Folding {
public:
    void setHard(const std::vector<insight::LaneGroup>& hard);
    [[nodiscard]] bool isHard(insight::LaneGroup group) const { return m_hard.contains(group); }
    void setBrief(bool brief) { m_brief = brief; } // life and phase: results in one row
    [[nodiscard]] bool isFolded(insight::LaneGroup group) const;
    void toggle(insight::LaneGroup group);
    void forget();

private:
    std::set<insight::LaneGroup> m_hard;
    std::set<insight::LaneGroup> m_opened; // by the person
    std::set<insight::LaneGroup> m_closed;
    bool m_brief = false;
};

// From top to bottom: pure, so that the view, the keyboard and the accessible children agree on what is there.
[[nodiscard]] std::vector<LaneRow> laneRows(const insight::Timeline& timeline, const Folding& folding,
                                            const LaneHeights& heights);
// The row at a height; nothing between groups, above and below.
[[nodiscard]] const LaneRow* rowAt(const std::vector<LaneRow>& rows, double y);
[[nodiscard]] const LaneRow* rowOfLane(const std::vector<LaneRow>& rows, int lane);

} // namespace app
