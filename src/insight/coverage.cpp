// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/coverage.h"

#include "catalogue/cohorts.h"
#include "catalogue/collections.h"
#include "insight/coverage_cell.h"
#include "insight/coverage_evidence.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

constexpr int lastYearGroup = 13;
constexpr int lastAge = 25; // beyond it only what is held is of interest
constexpr int nursery = -1;

// From birth to Year 13 whatever the day, on to the age of 25 as far as today, and to whatever is held.
std::pair<int, int> yearsOf(const CoverageEvidence& evidence, QDate today)
{
    const auto firstHeld = evidence.firstHeld(), lastHeld = evidence.lastHeld();
    if (!evidence.born().isValid())
        return firstHeld && lastHeld ? std::pair{firstHeld->start, lastHeld->start} : std::pair{0, -1};
    const int birth = catalogue::AcademicYear::of(evidence.born()).start;
    const int school = catalogue::yearOfGroup(evidence.born(), lastYearGroup).start;
    const int grown = std::min(catalogue::AcademicYear::of(today).start,
                               catalogue::yearOfGroup(evidence.born(), lastAge - 4).start);
    int first = birth, last = std::max(school, grown);
    if (firstHeld && lastHeld) {
        // Not further than a few years before birth: a date that cannot be does not stretch the page over centuries.
        first = std::clamp(firstHeld->start, birth - 5, first);
        last = std::clamp(lastHeld->start, last, std::max(last, catalogue::AcademicYear::of(today).start + 1));
    }
    return {first, last};
}

bool hasRule(const QString& key)
{
    const auto& rules = catalogue::coverageRules();
    return std::any_of(rules.begin(), rules.end(), [&](const catalogue::CoverageRule& rule) { return rule.key == key; });
}

CoverRow emptyRow(const QString& key, catalogue::CoverageSection section)
{
    CoverRow row;
    row.collection = key;
    row.title = catalogue::collectionName(key);
    row.section = section;
    row.termly = !catalogue::coverageTerms(key, 0, {0}).empty();
    return row;
}

// The collections with a rule, in its order, then those that are here without one.
std::vector<CoverRow> rowsOf(const CoverageEvidence& evidence)
{
    std::vector<CoverRow> rows;
    for (const catalogue::CoverageRule& rule : catalogue::coverageRules())
        if (rows.empty() || rows.back().collection != rule.key)
            rows.push_back(emptyRow(rule.key, rule.section));
    for (const QString& key : evidence.collections())
        if (!hasRule(key) && catalogue::collection(key) && key != "CTF"_L1 && key != "OTHER"_L1)
            rows.push_back(emptyRow(key, catalogue::CoverageSection::After16));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const CoverRow& a, const CoverRow& b) { return a.section < b.section; });
    return rows;
}

Coverage made(const CoverageEvidence& evidence, QDate today)
{
    Coverage coverage;
    const auto [first, last] = yearsOf(evidence, today);
    for (int start = first; start <= last; ++start) {
        const catalogue::AcademicYear year{start};
        const auto group = evidence.group(year);
        coverage.years.push_back({year, group ? std::optional(group->group) : std::nullopt,
                                  group && group->from == YearGroup::From::Said});
    }
    const auto firstHeld = evidence.firstHeld();
    for (const CoverYear& year : coverage.years) {
        if ((year.group && *year.group >= nursery) || !year.group || (firstHeld && *firstHeld <= year.year))
            break;
        ++coverage.firstShown;
    }
    coverage.rows = rowsOf(evidence);
    for (CoverRow& row : coverage.rows)
        for (const CoverYear& year : coverage.years)
            row.cells.push_back(coverCell(row.collection, year.year, evidence, today));
    return coverage;
}

} // namespace

QString coverStateWord(CoverState state)
{
    switch (state) {
    case CoverState::Held:
        return u"held"_s;
    case CoverState::ExpectedAbsent:
        return u"expected_absent"_s;
    case CoverState::NotExpected:
        return u"not_expected"_s;
    case CoverState::NotCollected:
        return u"not_collected"_s;
    case CoverState::Cancelled:
        return u"cancelled"_s;
    case CoverState::CannotTell:
        break;
    }
    return u"cannot_tell"_s;
}

QString groupText(int group)
{
    const QString text = catalogue::yearGroupText(group);
    return text.isEmpty() ? QCoreApplication::translate("insight::Coverage", "age %1").arg(std::max(0, group + 4)) : text;
}

int Coverage::count(CoverState state) const
{
    int count = 0;
    for (const CoverRow& row : rows)
        count += int(std::count_if(row.cells.begin(), row.cells.end(),
                                   [state](const CoverCell& cell) { return cell.verdict.state == state; }));
    return count;
}

const CoverCell* Coverage::cell(QStringView collection, catalogue::AcademicYear year) const
{
    for (const CoverRow& row : rows)
        if (row.collection == collection)
            for (const CoverCell& cell : row.cells)
                if (cell.year == year)
                    return &cell;
    return nullptr;
}

std::vector<MissingPart> missingIn(const CoverCell& cell)
{
    std::vector<MissingPart> missing;
    for (const CoverTerm& term : cell.terms)
        if (term.verdict.state == CoverState::ExpectedAbsent)
            missing.push_back({cell.collection, cell.year, term.term});
    if (missing.empty() && cell.verdict.state == CoverState::ExpectedAbsent)
        missing.push_back({cell.collection, cell.year, catalogue::Term::None});
    return missing;
}

std::vector<MissingPart> missingIn(const Coverage& coverage)
{
    std::vector<MissingPart> missing;
    for (const CoverRow& row : coverage.rows)
        for (const CoverCell& cell : row.cells)
            for (const MissingPart& part : missingIn(cell))
                missing.push_back(part);
    return missing;
}

Coverage coverage(const record::Record& record, const record::Decisions& decisions, QDate today)
{
    return made(CoverageEvidence(OwnEntries(record, decisions), record.person.born), today);
}

Coverage coverage(QDate born, QDate today)
{
    record::Record nobody;
    nobody.person.born = born;
    return coverage(nobody, {}, today);
}

} // namespace insight
