// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_scene.h"

#include "app/timeline/source_lane.h"
#include "catalogue/collections.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using insight::LaneGroup;
using insight::MarkKind;

// A short mark is at least so wide, as a share of the bar's height: it must be possible to see and to hit it.
constexpr double narrowest = 0.2;

bool canStand(const TimelineScene& scene, const LaneRow& row)
{
    return row.kind == LaneRow::Kind::Group || (row.lane >= 0 && scene.index(row.lane).size() > 0);
}

Spot spotIn(const TimelineScene& scene, const LaneRow& row, double date)
{
    if (row.kind == LaneRow::Kind::Group)
        return {{}, row.fold()};
    return {{row.lane, scene.runOf({row.lane, scene.index(row.lane).nearest(date)}).first}, {}};
}

} // namespace

QRectF TimelineScene::plot() const
{
    return {sizes.labelWidth, sizes.axisHeight, std::max(0.0, size.width() - sizes.labelWidth),
            std::max(0.0, size.height() - sizes.axisHeight)};
}

bool TimelineScene::isCounted(int lane, const MarkRun& run) const
{
    if (run.count == 1) {
        const insight::Mark& mark = model->mark({lane, run.first});
        return mark.kind == MarkKind::Event || (mark.kind == MarkKind::Request && mark.from == mark.to);
    }
    return !run.sameSpan || (run.end - run.from) * scale.pixelsPerDay() < sizes.boxWidth;
}

QRectF TimelineScene::runRect(const LaneRow& row, const MarkRun& run) const
{
    const double middle = rowTop(row) + row.height / 2;
    const double bar = row.height - sizes.barPadding;
    const double left = scale.x(run.from);
    if (isCounted(row.lane, run)) {
        // Inside its own cell, so that two boxes never lie on each other.
        const double cell = scale.x(std::floor(run.from / cellDays()) * cellDays());
        const double x = std::clamp(left, cell, cell + std::max(0.0, sizes.cell - sizes.boxWidth));
        return {x, middle - sizes.barHeight / 2, sizes.boxWidth, sizes.barHeight};
    }
    const insight::Mark& mark = model->mark({row.lane, run.first});
    const double width = std::max(scale.x(run.end) - left, sizes.barHeight * narrowest);
    if (mark.kind == MarkKind::Coverage)
        return {left, middle - bar / 2, width, bar * 0.4};
    if (mark.kind == MarkKind::Holding) // an end that nobody stated is not drawn: a stub, and dots after it
        return {left, middle + bar / 2 - bar * 0.45, mark.toKnown ? width : std::min(width, sizes.barHeight),
                bar * 0.4};
    return {left, middle - bar / 2, width, bar};
}

const LaneRow* TimelineScene::rowOf(const Spot& spot) const
{
    if (spot.context >= 0)
        return nullptr;
    if (!spot.heading)
        return rowOfLane(rows, spot.place.lane);
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const LaneRow& r) {
        return r.kind == LaneRow::Kind::Group && r.fold() == *spot.heading;
    });
    return row != rows.end() ? &*row : nullptr;
}

QString TimelineScene::headingOf(const LaneRow& row) const
{
    return row.heads >= 0 ? model->lane(row.heads).title : insight::laneGroupTitle(row.group);
}

QRectF TimelineScene::spotRect(const Spot& spot) const
{
    if (spot.context >= 0)
        return contextRect(spot.context);
    const LaneRow* row = rowOf(spot);
    if (!row)
        return {};
    if (spot.heading)
        return {sizes.barHeight * 0.8, rowTop(*row), sizes.labelWidth - sizes.barHeight, row->height};
    return runRect(*row, runOf(spot.place));
}

QRectF TimelineScene::contextRect(int context) const
{
    if (!showsContext())
        return {};
    const catalogue::Context& one = catalogue::contexts()[static_cast<std::size_t>(context)];
    const double top = sizes.axisHeight - sizes.contextHeight, line = sizes.contextHeight / 2;
    for (const ContextLabel& label : contexts)
        if (label.context == context && label.line >= 0)
            return {label.left, top + label.line * line, label.width, line};
    const TimeRange time = rangeOf(one.from, one.to);
    const double left = scale.x(time.from);
    return {left, top, std::max(scale.x(time.to) - left, sizes.barHeight * narrowest), sizes.contextHeight};
}

Spot TimelineScene::spotAt(QPointF point) const
{
    if (point.y() < sizes.axisHeight) {
        const double slack = sizes.barHeight / 6;
        for (const bool named : {true, false}) // a name lies over the bands
            for (const ContextLabel& label : contexts)
                if ((label.line >= 0) == named && point.x() > sizes.labelWidth &&
                    contextRect(label.context).adjusted(-slack, 0, slack, 0).contains(point))
                    return {{}, {}, label.context};
        return {};
    }
    const LaneRow* row = rowAt(rows, point.y() - sizes.axisHeight + scrollY);
    if (!row)
        return {};
    if (row->kind == LaneRow::Kind::Group && (point.x() < sizes.labelWidth || row->folded))
        return {{}, row->fold()};
    if (row->lane < 0 || point.x() < sizes.labelWidth)
        return {};
    // A finger or a tired hand misses by a little.
    const double slack = sizes.barHeight / 4;
    const TimeRange near{scale.day(point.x() - sizes.cell), scale.day(point.x() + sizes.cell)};
    const std::vector<MarkRun> runs = index(row->lane).runs(near, cellDays());
    const MarkRun* best = nullptr;
    double bestDistance = slack;
    for (const MarkRun& run : runs) {
        const QRectF rect = runRect(*row, run);
        const double aside = std::max({rect.left() - point.x(), point.x() - rect.right(), 0.0});
        const double above = std::max({rect.top() - point.y(), point.y() - rect.bottom(), 0.0});
        if (const double distance = std::max(aside, above); distance <= bestDistance) {
            bestDistance = distance;
            best = &run;
        }
    }
    return best ? Spot{{row->lane, best->first}, {}} : Spot{};
}

std::vector<LaneGaps> laneGaps(const insight::Timeline& timeline)
{
    const auto ranges = [](const std::vector<catalogue::DateSpan>& spans) {
        std::vector<TimeRange> ranges;
        ranges.reserve(spans.size());
        for (const catalogue::DateSpan& span : spans)
            ranges.push_back(rangeOf(span.from, span.to));
        return ranges;
    };
    std::vector<LaneGaps> gaps;
    gaps.reserve(timeline.lanes.size());
    for (const insight::Lane& lane : timeline.lanes)
        gaps.push_back({ranges(lane.missing), ranges(lane.absent), ranges(lane.notAsked)});
    return gaps;
}

std::map<LaneGroup, FoldedLane> foldedLanes(const insight::Timeline& timeline)
{
    struct Named {
        insight::Mark mark;
        QString name;
        MarkPlace place;
    };
    std::map<LaneGroup, std::vector<Named>> all;
    for (std::size_t n = 0; n < timeline.lanes.size(); ++n) {
        const insight::Lane& lane = timeline.lanes[n];
        if (lane.hard || isSources(lane))
            continue;
        const catalogue::Collection* collection = catalogue::collection(QStringView(lane.key).split(u'.').back());
        const QString name = collection && !collection->shortName.isEmpty() ? collection->shortName : lane.title;
        for (std::size_t m = 0; m < lane.marks.size(); ++m)
            if (lane.marks[m].kind != MarkKind::Coverage) // another time than the rest of its lane
                all[lane.group].push_back({lane.marks[m], name, {static_cast<int>(n), static_cast<int>(m)}});
    }
    std::map<LaneGroup, FoldedLane> folded;
    for (auto& [group, marks] : all) {
        std::stable_sort(marks.begin(), marks.end(),
                         [](const Named& a, const Named& b) { return a.mark.from < b.mark.from; });
        FoldedLane& lane = folded[group];
        lane.lane.group = group;
        for (Named& one : marks) {
            lane.lane.marks.push_back(std::move(one.mark));
            lane.names.push_back(std::move(one.name));
            lane.places.push_back(one.place);
        }
        lane.index = MarkIndex(lane.lane);
    }
    return folded;
}

void countFits(FoldedLane& folded, const MarkMatches& matches)
{
    folded.fitsBefore.clear();
    if (!matches.active())
        return;
    folded.fitsBefore.reserve(folded.places.size() + 1);
    folded.fitsBefore.push_back(0);
    for (const MarkPlace& place : folded.places)
        folded.fitsBefore.push_back(folded.fitsBefore.back() + matches.count(place.lane, place.mark, 1));
}

namespace {

// The band of context that begins nearest to a moment.
int nearestContext(double date)
{
    const std::vector<catalogue::Context>& all = catalogue::contexts();
    const auto distance = [&](const catalogue::Context& one) { return std::abs(dayOf(one.from) - date); };
    const auto best = std::min_element(all.begin(), all.end(), [&](const catalogue::Context& a, const catalogue::Context& b) {
        return distance(a) < distance(b);
    });
    return best == all.end() ? -1 : static_cast<int>(best - all.begin());
}

Spot movedInContext(const TimelineScene& scene, const Spot& from, Move move, double& date)
{
    const int last = static_cast<int>(catalogue::contexts().size()) - 1;
    int to = from.context;
    switch (move) {
    case Move::Down:
        for (const LaneRow& row : scene.rows)
            if (canStand(scene, row))
                return spotIn(scene, row, date);
        return from;
    case Move::Up:
        return from;
    case Move::Left:
    case Move::YearBack:
        to = std::max(0, to - 1);
        break;
    case Move::Right:
    case Move::YearOn:
        to = std::min(last, to + 1);
        break;
    case Move::Home:
        to = 0;
        break;
    case Move::End:
        to = last;
        break;
    }
    date = dayOf(catalogue::contexts()[static_cast<std::size_t>(to)].from);
    return {{}, {}, to};
}

} // namespace

Spot firstSpot(const TimelineScene& scene)
{
    for (const LaneRow& row : scene.rows) {
        if (row.lane < 0)
            continue;
        const MarkIndex& index = scene.index(row.lane);
        if (index.anyIn(scene.scale.range))
            return {{row.lane, index.runs(scene.scale.range, scene.cellDays()).front().first}, {}};
    }
    for (const LaneRow& row : scene.rows)
        if (canStand(scene, row))
            return spotIn(scene, row, scene.scale.range.from);
    return {};
}

Spot moved(const TimelineScene& scene, const Spot& from, Move move, double& date)
{
    if (from.context >= 0)
        return movedInContext(scene, from, move, date);
    const LaneRow* row = scene.rowOf(from);
    if (!row)
        return firstSpot(scene);
    if (move == Move::Up || move == Move::Down) {
        const LaneRow* const first = scene.rows.data();
        const LaneRow* const last = first + scene.rows.size() - 1;
        while (row != (move == Move::Up ? first : last)) {
            row += move == Move::Up ? -1 : 1;
            if (canStand(scene, *row))
                return spotIn(scene, *row, date);
        }
        if (move == Move::Up && scene.showsContext())
            return {{}, {}, nearestContext(date)};
        return from;
    }
    if (from.heading)
        return from;
    const MarkIndex& index = scene.index(from.place.lane);
    const MarkRun run = scene.runOf(from.place);
    const auto to = [&](int mark) {
        const int wanted = std::clamp(mark, 0, index.size() - 1);
        const int first = scene.runOf({from.place.lane, wanted}).first;
        date = index.from(first);
        return Spot{{from.place.lane, first}, {}};
    };
    const int next = run.first + run.count;
    switch (move) {
    case Move::Left:
        return run.first > 0 ? to(run.first - 1) : from;
    case Move::Right:
        return next < index.size() ? to(next) : from;
    case Move::Home:
        return to(0);
    case Move::End:
        return to(index.size() - 1);
    case Move::YearBack:
    case Move::YearOn: {
        // From the mark itself, and at least to its neighbour: a key that does nothing looks broken.
        const double wanted = index.from(run.first) + (move == Move::YearOn ? 365.25 : -365.25);
        const int there = index.nearest(wanted);
        if (move == Move::YearOn)
            return next < index.size() ? to(std::max(there, next)) : from;
        return run.first > 0 ? to(std::min(there, run.first - 1)) : from;
    }
    case Move::Up:
    case Move::Down:
        break;
    }
    return from;
}

} // namespace app
