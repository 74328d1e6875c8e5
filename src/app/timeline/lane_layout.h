// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

#include <optional>
#include <set>
#include <vector>

namespace app {

// Something that folds under a heading: a group, or one lane of it that may be hard to read.
struct Fold {
    Fold(insight::LaneGroup ofGroup, QString ofLane = {}) : group(ofGroup), lane(std::move(ofLane)) {}
    insight::LaneGroup group;
    QString lane; // its key; empty: the whole group

    friend bool operator==(const Fold&, const Fold&) = default;
    friend bool operator<(const Fold& a, const Fold& b)
    {
        return a.group != b.group ? a.group < b.group : a.lane < b.lane;
    }
};

// One row of the timeline, from top to bottom.
struct LaneRow {
    enum class Kind {
        Group,  // a heading with its lanes below, or folded
        Lane,   // a lane below its heading
        Single, // a group that is one lane: heading and lane in one
        Empty,  // a group with nothing in these files
    };
    Kind kind = Kind::Lane;
    insight::LaneGroup group = insight::LaneGroup::School;
    int lane = -1;  // of Lane and Single
    int heads = -1; // the one lane that the heading stands for; also of that lane's own row
    QString laneKey; // of a heading that stands for one lane
    bool folded = false;
    bool hard = false; // may be hard to read: no marks are drawn while it is folded
    bool firstOfGroup = false;
    bool lastOfGroup = false;
    double top = 0;
    double height = 0;

    [[nodiscard]] double bottom() const { return top + height; }
    [[nodiscard]] Fold fold() const { return {group, laneKey}; }
    bool operator==(const LaneRow&) const = default;
};

// Heights in pixels, made from the font by the view.
struct LaneHeights {
    double lane = 25;
    double heading = 25;
    double padding = 5; // above the first and below the last row of a group
};

// Groups that a person folded, and those folded at first that they opened. Never one that may be hard to read.
struct FoldedGroups {
    std::set<insight::LaneGroup> closed;
    std::set<insight::LaneGroup> opened;
    bool operator==(const FoldedGroups&) const = default;
};

// What is folded. What may be hard to read is folded until it is opened, in every sitting anew: the group if all of it
// may be, else the lane alone. Results are one row as long as a year is too short to name them; anything else is open
// until it is folded.
class Folding {
public:
    void setHard(const insight::Timeline& timeline);
    [[nodiscard]] bool isHard(const Fold& fold) const { return m_hard.contains(fold); }
    void setBrief(bool brief) { m_brief = brief; } // life and phase: results in one row, and no row of sources
    [[nodiscard]] bool isBrief() const { return m_brief; }
    [[nodiscard]] bool isFolded(const Fold& fold) const;
    void toggle(const Fold& fold);
    void forget();
    // To be remembered beyond a sitting.
    [[nodiscard]] FoldedGroups groups() const;
    void setGroups(const FoldedGroups& groups); // the rest is as at first

private:
    std::set<Fold> m_hard;
    std::set<Fold> m_opened; // by the person
    std::set<Fold> m_closed;
    bool m_brief = false;
};

// From top to bottom: pure, so that the view, the keyboard and the accessible children agree on what is there.
[[nodiscard]] std::vector<LaneRow> laneRows(const insight::Timeline& timeline, const Folding& folding,
                                            const LaneHeights& heights);
// The row at a height; nothing between groups, above and below.
[[nodiscard]] const LaneRow* rowAt(const std::vector<LaneRow>& rows, double y);
[[nodiscard]] const LaneRow* rowOfLane(const std::vector<LaneRow>& rows, int lane);

} // namespace app
