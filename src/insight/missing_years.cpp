// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/missing_years.h"

#include "catalogue/collections.h"

#include <algorithm>

namespace insight {

namespace {

constexpr int tenthOfAYear = 36; // a mark that only reaches over the edge of a year says nothing of it
constexpr int longestYear = 366;

// Groups in which every school year is expected to say something.
bool expectsEveryYear(LaneGroup group)
{
    return group == LaneGroup::Characteristics || group == LaneGroup::SpecialNeeds || group == LaneGroup::Attendance;
}

// Of which years no entry is here although the collection ran; the part of the key before the point names it.
std::vector<catalogue::DateSpan> yearsWithoutEntry(const Lane& lane, const std::vector<SchoolYearTick>& years, QDate today)
{
    const catalogue::Collection* collection = catalogue::collection(QStringView(lane.key).split(u'.').front());
    std::vector<catalogue::DateSpan> without;
    for (const SchoolYearTick& tick : years) {
        const bool before = collection && collection->first && tick.year < *collection->first;
        const bool after = collection && collection->last && tick.year > *collection->last;
        if (!tick.held && tick.year.lastDay() <= today && !before && !after)
            without.push_back({tick.year.firstDay(), tick.year.lastDay()});
    }
    return without;
}

// Drops the spans that a mark meets. `margin` days at both ends of a span do not count; negative: days beside it do.
template <typename Keep>
void keepByMarks(std::vector<catalogue::DateSpan>& spans, const std::vector<Mark>& marks, int margin, Keep keep)
{
    std::vector<bool> met(spans.size());
    for (const Mark& mark : marks) {
        const auto first = std::lower_bound(spans.begin(), spans.end(), mark.from, [&](const catalogue::DateSpan& span, QDate from) {
            return span.to.addDays(-margin) < from;
        });
        for (auto at = first; at != spans.end() && at->from.addDays(margin) <= mark.to; ++at)
            met[std::size_t(at - spans.begin())] = true;
    }
    std::size_t n = 0;
    std::erase_if(spans, [&](const catalogue::DateSpan&) { return !keep(met[n++]); });
}

} // namespace

std::vector<catalogue::DateSpan> missingYears(const Lane& lane, const std::vector<SchoolYearTick>& years, QDate today)
{
    if (!expectsEveryYear(lane.group))
        return {};
    std::vector<catalogue::DateSpan> silent = yearsWithoutEntry(lane, years, today);
    keepByMarks(silent, lane.marks, tenthOfAYear, [](bool met) { return !met; });
    std::vector<catalogue::DateSpan> missing;
    for (const catalogue::DateSpan& year : silent) {
        if (!missing.empty() && missing.back().to.addDays(1) == year.from)
            missing.back().to = year.to;
        else
            missing.push_back(year);
    }
    // What was first asked years later, or for the last time years before, is not missing then.
    if (lane.group != LaneGroup::Attendance && !lane.marks.empty())
        keepByMarks(missing, lane.marks, -longestYear, [](bool met) { return met; });
    return missing;
}

} // namespace insight
