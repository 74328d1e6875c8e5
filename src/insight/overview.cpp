// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/overview.h"

#include "catalogue/cohorts.h"
#include "catalogue/collections.h"
#include "insight/changed.h"
#include "insight/lanes.h"
#include "insight/result_reading.h"
#include "insight/unknown_fields.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

struct HeldYear {
    QString group;
    QString school;
    QStringList stages;
    bool held = false;
};

std::map<int, HeldYear> heldYears(const OwnEntries& entries, Fields& fields, const std::vector<ResultValue>& results)
{
    std::map<int, HeldYear> years;
    for (const record::Entry* entry : entries.all()) {
        const auto moment = momentOf(*entry);
        if (!moment)
            continue;
        HeldYear& year = years[moment->year.start];
        year.held = true;
        if (!describesPupil(entry->collection))
            continue;
        if (year.group.isEmpty())
            year.group = taughtGroup(*entry, fields);
        if (!entry->establishment.isEmpty())
            year.school = schoolName(entry->establishment, moment->span.from);
    }
    for (const ResultValue& result : results) {
        const QString stage = catalogue::collectionName(result.entry->collection);
        QStringList& stages = years[result.year.start].stages;
        if (result.kind != ResultKind::Other && result.kind != ResultKind::Relative && !stages.contains(stage))
            stages << stage;
    }
    return years;
}

// Reception to Year 13 as far as today, or to a later year that has an entry; without a birth date, the years held.
std::pair<int, int> yearsToShow(const std::map<int, HeldYear>& held, QDate born, QDate today)
{
    if (!born.isValid())
        return held.empty() ? std::pair{0, -1} : std::pair{held.begin()->first, held.rbegin()->first};
    const int first = catalogue::yearOfGroup(born, 0).start;
    int last = std::min(catalogue::yearOfGroup(born, 13).start, catalogue::AcademicYear::of(today).start);
    if (!held.empty())
        last = std::max(last, std::min(held.rbegin()->first, catalogue::yearOfGroup(born, 13).start + 1));
    return {first, last};
}

void countEntries(Overview& overview, const OwnEntries& entries)
{
    std::set<std::tuple<QString, int, int>> censuses;
    UnknownFields unknown;
    for (const record::Entry* entry : entries.all()) {
        ++overview.entries;
        overview.values += int(entry->values.size());
        for (const record::Value& value : entry->values)
            overview.unknownFields += unknown.holds(value) ? 1 : 0;
        const auto moment = momentOf(*entry);
        if (moment && isCensus(entry->collection))
            censuses.emplace(entry->collection, moment->year.start, int(entry->term));
    }
    overview.censuses = int(censuses.size());
}

void countResults(Overview& overview, const std::vector<ResultValue>& results)
{
    std::set<std::pair<QString, int>> sets;
    for (const ResultValue& result : results) {
        if (result.kind == ResultKind::Other || result.kind == ResultKind::Relative)
            continue;
        ++overview.results;
        sets.emplace(result.entry->collection, result.year.start);
    }
    overview.resultSets = int(sets.size());
}

} // namespace

Overview overview(const record::Record& record, const record::Decisions& decisions,
                  const std::vector<ReleaseExposure>& exposure, QDate today)
{
    const OwnEntries entries(record, decisions);
    Fields fields;
    const std::vector<ResultValue> results = readResults(entries, fields);
    Overview overview;
    overview.documents = int(record.documents.size());
    countEntries(overview, entries);
    countResults(overview, results);
    overview.exclusions = exclusionCount(entries, fields);

    const std::map<int, HeldYear> held = heldYears(entries, fields, results);
    const QDate born = record.person.born;
    const auto [first, last] = yearsToShow(held, born, today);
    for (int start = first; start <= last; ++start) {
        const catalogue::AcademicYear year{start};
        const auto found = held.find(start);
        const HeldYear here = found == held.end() ? HeldYear() : found->second;
        QString group = here.group;
        if (group.isEmpty() && born.isValid())
            group = catalogue::yearGroupText(catalogue::yearGroup(born, year));
        overview.years.push_back({year, group, here.held, here.school, here.stages});
        overview.yearsHeld += here.held ? 1 : 0;
    }
    overview.yearsExpected = int(overview.years.size());

    std::array<int, 6> verdicts{};
    for (const ReleaseExposure& one : exposure)
        ++verdicts[std::size_t(one.verdict)];
    for (std::size_t i = 0; i < verdicts.size(); ++i)
        overview.exposure.emplace_back(Verdict(int(i)), verdicts[i]);
    overview.changed = changedCharacteristics(entries, fields);
    return overview;
}

} // namespace insight
