// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/timeline.h"

#include "catalogue/cohorts.h"
#include "insight/lane_names.h"
#include "insight/lanes.h"
#include "insight/missing_years.h"
#include "insight/result_reading.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// The letter or number a narrow tick has room for: "R", "7".
QString tickText(const QString& group)
{
    if (group == catalogue::yearGroupText(0))
        return u"R"_s;
    const qsizetype space = group.lastIndexOf(u' ');
    return space < 0 ? group.left(1) : group.mid(space + 1);
}

int numberOf(const QString& group)
{
    for (int n = 0; n <= 13; ++n)
        if (catalogue::yearGroupText(n) == group)
            return n;
    return -1;
}

// Of a year whose entries do not say it: counted on from the last year that does (a year taken again shifts all that
// follow), else the usual one.
QString likelyGroup(const QHash<int, QString>& taught, int start, QDate born)
{
    for (int before = start - 1; before >= start - 14; --before)
        if (const int group = numberOf(taught.value(before)); group >= 0)
            return catalogue::yearGroupText(group + start - before);
    return born.isValid() ? catalogue::yearGroupText(catalogue::yearGroup(born, {start})) : QString();
}

// The year group as it is taught, for all years in one pass.
QHash<int, QString> taughtGroups(const OwnEntries& entries, Fields& fields)
{
    QHash<int, QString> groups;
    for (const record::Entry* entry : entries.all()) {
        const auto moment = momentOf(*entry);
        if (!moment || !describesPupil(entry->collection) || groups.contains(moment->year.start))
            continue;
        const QString group = taughtGroup(*entry, fields);
        if (!group.isEmpty())
            groups.insert(moment->year.start, group);
    }
    return groups;
}

std::vector<SchoolYearTick> schoolYears(const OwnEntries& entries, Fields& fields, QDate born, QDate today)
{
    std::set<int> held;
    for (const record::Entry* entry : entries.all())
        if (const auto moment = momentOf(*entry))
            held.insert(moment->year.start);
    const QHash<int, QString> taught = taughtGroups(entries, fields);
    std::set<int> years;
    if (born.isValid()) {
        const int reception = catalogue::yearOfGroup(born, 0).start;
        const int end = std::min(catalogue::yearOfGroup(born, 13).start, catalogue::AcademicYear::of(today).start);
        for (int year = reception; year <= end; ++year)
            years.insert(year);
    }
    for (auto it = taught.constBegin(); it != taught.constEnd(); ++it)
        years.insert(it.key());
    std::vector<SchoolYearTick> ticks;
    for (const int start : years) {
        const catalogue::AcademicYear year{start};
        QString group = taught.value(start);
        if (group.isEmpty())
            group = likelyGroup(taught, start, born);
        ticks.push_back({year, tickText(group), held.contains(start)});
    }
    return ticks;
}

std::vector<QDate> censusDays(const OwnEntries& entries)
{
    std::set<QDate> days;
    for (const record::Entry* entry : entries.all())
        if (isCensus(entry->collection) && entry->date.isValid())
            days.insert(entry->date);
    return {days.begin(), days.end()};
}

void collectUndatedEntries(const OwnEntries& entries, Fields& fields, std::vector<Undated>& undated)
{
    for (const record::Entry* entry : entries.all()) {
        if (momentOf(*entry) || describesPupil(entry->collection))
            continue; // a characteristic without a time is told by its lane
        for (const record::Value& value : entry->values)
            if (!value.raw.trimmed().isEmpty() && !isIdentityStem(fields.of(*entry, value).stem))
                undated.push_back({value.id, fields.of(*entry, value).title,
                                   QCoreApplication::translate("insight", "the file gives no time for it")});
    }
}

void append(std::vector<Lane>& all, std::vector<Lane> lanes)
{
    for (Lane& lane : lanes) {
        std::sort(lane.marks.begin(), lane.marks.end(),
                  [](const Mark& a, const Mark& b) { return a.from != b.from ? a.from < b.from : a.key < b.key; });
        all.push_back(std::move(lane));
    }
}

// Of the lane, not of its group: missed sessions are not hidden because somebody was once excluded.
bool mayBeHardToRead(const Lane& lane)
{
    return lane.group == LaneGroup::Care || lane.key == "attendance.exclusions"_L1;
}

} // namespace

Timeline timeline(const record::Record& record, const record::Decisions& decisions,
                  const std::vector<ReleaseExposure>& exposure, QDate today)
{
    const OwnEntries entries(record, decisions);
    Fields fields;
    Timeline timeline;
    timeline.today = today;
    LaneInput input{entries, fields, today, timeline.undated};
    append(timeline.lanes, schoolLanes(input));
    append(timeline.lanes, characteristicLanes(input));
    append(timeline.lanes, learnerLanes(input));
    append(timeline.lanes, attendanceLanes(input));
    append(timeline.lanes, resultLanes(input));
    append(timeline.lanes, achievementLanes(input));
    append(timeline.lanes, releaseLanes(exposure, today));
    std::stable_sort(timeline.lanes.begin(), timeline.lanes.end(),
                     [](const Lane& a, const Lane& b) { return a.group < b.group; });
    collectUndatedEntries(entries, fields, timeline.undated);
    timeline.censusDays = censusDays(entries);
    timeline.schoolYears = schoolYears(entries, fields, record.person.born, today);

    timeline.from = record.person.born;
    timeline.to = today;
    for (Lane& lane : timeline.lanes) {
        lane.hard = mayBeHardToRead(lane);
        lane.shortTitle = shortLaneTitle(lane.key);
        lane.missing = missingYears(lane, timeline.schoolYears, today);
        if (lane.group != LaneGroup::Releases && !lane.marks.empty()
            && (!timeline.from.isValid() || lane.marks.front().from < timeline.from))
            timeline.from = lane.marks.front().from;
        for (const Mark& mark : lane.marks)
            timeline.to = std::max(timeline.to, mark.to);
    }
    if (!timeline.from.isValid())
        timeline.from = today;
    return timeline;
}

} // namespace insight
