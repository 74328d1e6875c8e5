// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_layout.h"

#include "app/timeline/source_lane.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

using insight::LaneGroup;
constexpr std::array groups{
    LaneGroup::School, LaneGroup::Characteristics, LaneGroup::SpecialNeeds, LaneGroup::Attendance,
    LaneGroup::Care,   LaneGroup::Results,         LaneGroup::Releases,     LaneGroup::Requests};

} // namespace

void Folding::setHard(const insight::Timeline& timeline)
{
    m_hard.clear();
    std::set<LaneGroup> mixed;
    for (const insight::Lane& lane : timeline.lanes)
        if (!lane.hard)
            mixed.insert(lane.group);
    for (const insight::Lane& lane : timeline.lanes)
        if (lane.hard)
            m_hard.insert(mixed.contains(lane.group) ? Fold(lane.group, lane.key) : Fold(lane.group));
}

bool Folding::isFolded(const Fold& fold) const
{
    const bool atFirst = isHard(fold) || (m_brief && fold == Fold(LaneGroup::Results));
    return m_closed.contains(fold) || (atFirst && !m_opened.contains(fold));
}

void Folding::toggle(const Fold& fold)
{
    const bool open = isFolded(fold);
    (open ? m_closed : m_opened).erase(fold);
    (open ? m_opened : m_closed).insert(fold);
}

void Folding::forget()
{
    m_opened.clear();
    m_closed.clear();
}

FoldedGroups Folding::groups() const
{
    FoldedGroups groups;
    const auto take = [this](const std::set<Fold>& folds, std::set<LaneGroup>& to) {
        for (const Fold& fold : folds)
            if (fold.lane.isEmpty() && fold.group != LaneGroup::Care && !isHard(fold))
                to.insert(fold.group);
    };
    take(m_closed, groups.closed);
    take(m_opened, groups.opened);
    return groups;
}

void Folding::setGroups(const FoldedGroups& groups)
{
    forget();
    for (const LaneGroup group : groups.closed)
        m_closed.insert(Fold(group));
    for (const LaneGroup group : groups.opened)
        m_opened.insert(Fold(group));
}

std::vector<LaneRow> laneRows(const insight::Timeline& timeline, const Folding& folding, const LaneHeights& heights)
{
    std::vector<LaneRow> rows;
    double y = 0;
    for (const LaneGroup group : groups) {
        std::vector<int> lanes;
        for (int i = 0; i < static_cast<int>(timeline.lanes.size()); ++i)
            if (const insight::Lane& lane = timeline.lanes[static_cast<std::size_t>(i)];
                lane.group == group && !isSources(lane))
                lanes.push_back(i);
        LaneRow row;
        row.group = group;
        row.hard = folding.isHard(group);
        row.folded = !lanes.empty() && folding.isFolded(group);
        row.firstOfGroup = true;
        y += heights.padding;
        const auto add = [&](LaneRow::Kind kind, int lane, double height) {
            row.kind = kind;
            row.lane = lane;
            row.top = y;
            row.height = height;
            y += height;
            rows.push_back(row);
            row.firstOfGroup = false;
        };
        if (lanes.empty()) {
            add(LaneRow::Kind::Empty, -1, heights.heading);
        } else if (lanes.size() == 1 && !row.hard) {
            row.folded = false;
            add(LaneRow::Kind::Single, lanes.front(), heights.lane);
        } else {
            add(LaneRow::Kind::Group, -1, heights.heading);
            const bool open = !row.folded;
            for (const int lane : open ? lanes : std::vector<int>()) {
                const Fold own(group, timeline.lanes[static_cast<std::size_t>(lane)].key);
                if (!folding.isHard(own)) {
                    add(LaneRow::Kind::Lane, lane, heights.lane);
                    continue;
                }
                row.heads = lane;
                row.laneKey = own.lane;
                row.hard = true;
                row.folded = folding.isFolded(own);
                add(LaneRow::Kind::Group, -1, heights.heading);
                const bool shown = !row.folded;
                row.laneKey.clear();
                row.hard = row.folded = false;
                if (shown)
                    add(LaneRow::Kind::Lane, lane, heights.lane);
                row.heads = -1;
            }
        }
        rows.back().lastOfGroup = true;
        y += heights.padding;
    }
    const auto sources = std::find_if(timeline.lanes.begin(), timeline.lanes.end(), isSources);
    if (sources != timeline.lanes.end() && !folding.isBrief()) {
        LaneRow row;
        row.kind = LaneRow::Kind::Single;
        row.group = sources->group;
        row.lane = static_cast<int>(sources - timeline.lanes.begin());
        row.firstOfGroup = row.lastOfGroup = true;
        row.top = y + heights.padding;
        row.height = heights.lane;
        rows.push_back(row);
    }
    return rows;
}

const LaneRow* rowAt(const std::vector<LaneRow>& rows, double y)
{
    const auto next = std::upper_bound(rows.begin(), rows.end(), y,
                                       [](double height, const LaneRow& row) { return height < row.top; });
    if (next == rows.begin())
        return nullptr;
    const LaneRow& row = *std::prev(next);
    return y < row.bottom() ? &row : nullptr;
}

const LaneRow* rowOfLane(const std::vector<LaneRow>& rows, int lane)
{
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const LaneRow& r) { return r.lane == lane; });
    return lane >= 0 && row != rows.end() ? &*row : nullptr;
}

} // namespace app
