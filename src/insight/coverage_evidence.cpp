// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/coverage_evidence.h"

#include "catalogue/cohorts.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// A year group further from the birthday than this is a mistake or another child; it moves nothing.
constexpr int furthest = 2;
// Longer than a summer holiday: then nobody merely changed schools.
constexpr int longestMoveDays = 100;
// From birth to eighteen; a slip in a year must not fill the table.
constexpr int longestCareYears = 18;

bool isFilled(const record::Value& value)
{
    return !value.raw.trimmed().isEmpty();
}

// Care returns run from April to March.
int careYear(QDate day)
{
    return day.month() >= 4 ? day.year() : day.year() - 1;
}

bool saysYes(const QString& raw)
{
    const QString word = raw.trimmed().toUpper();
    return word == "1"_L1 || word == "Y"_L1 || word == "YES"_L1 || word == "TRUE"_L1 || word == "T"_L1;
}

} // namespace

CoverageEvidence::CoverageEvidence(const OwnEntries& entries, QDate born) : m_born(born)
{
    Fields fields;
    for (const record::Entry* entry : entries.all())
        readEntry(*entry, fields);
    findGaps();
}

void CoverageEvidence::hold(const QString& collection, const Moment& moment, const record::Entry& entry)
{
    HeldPart& part = m_held[collection][moment.year.start];
    ++part.entries;
    part.terms.insert(moment.term);
    if (!entry.values.empty())
        part.values[moment.term].push_back(entry.values.front().id);
}

void CoverageEvidence::readEntry(const record::Entry& entry, Fields& fields)
{
    const auto moment = momentOf(entry);
    const bool describes = describesPupil(entry.collection);
    const bool census = moment && isCensus(entry.collection);
    // A school's own return holds in one piece what the national tables keep apart: addresses, absence.
    std::set<QString> others;
    for (const record::Value& value : entry.values) {
        const Field& field = fields.of(entry, value);
        if (describes && (field.role == FieldRole::EntryDate || field.role == FieldRole::LeavingDate))
            if (const QDate day = readDay(value.raw); day.isValid())
                (field.role == FieldRole::EntryDate ? m_entered : m_left).insert(day);
        if (census && field.item && field.item->collection != entry.collection && isFilled(value))
            others.insert(field.item->collection);
        if (moment && field.schoolType) {
            const auto outside = catalogue::outsideSchool(value.item.isEmpty() ? value.name : value.item, value.raw);
            if (outside != catalogue::OutsideSchool::No)
                m_outside[moment->year.start] = outside;
        }
    }
    readCare(entry, moment, fields);
    if (!moment)
        return;
    hold(entry.collection, *moment, entry);
    if (census) {
        if (!m_lastCounted.isValid() || m_lastCounted < moment->span.to)
            m_lastCounted = moment->span.to;
        m_seen[moment->span.from] = moment->span.to;
        for (const QString& other : others)
            if (other != "CTF"_L1 && other != "OTHER"_L1)
                hold(other, *moment, entry);
    }
    if (const auto group = taughtYearGroup(entry, fields)) {
        const bool canBe =
            !m_born.isValid() || std::abs(*group - catalogue::yearGroup(m_born, moment->year)) <= furthest;
        if (canBe)
            m_said[moment->year.start] = *group; // entries are in time order: the last term of a year stays
    }
}

// A school's flag, or a stay that a care return tells with its days.
void CoverageEvidence::readCare(const record::Entry& entry, const std::optional<Moment>& moment, Fields& fields)
{
    QDate from, to;
    for (const record::Value& value : entry.values) {
        const Field& field = fields.of(entry, value);
        if (field.key == "InCare"_L1 && moment && saysYes(value.raw))
            m_care.insert(careYear(entry.date.isValid() ? entry.date : moment->span.from));
        if (entry.collection != "CLA"_L1)
            continue;
        if (field.stem.compare("DATE_EPI_COMM"_L1, Qt::CaseInsensitive) == 0)
            from = readDay(value.raw);
        else if (field.stem.compare("DATE_EPI_CEASED"_L1, Qt::CaseInsensitive) == 0)
            to = readDay(value.raw);
    }
    if (!from.isValid() || (m_born.isValid() && from < m_born))
        return;
    // Without an end it went on to the end of that return's year.
    const int last = to.isValid() ? careYear(to) : entry.year ? entry.year->start : careYear(from);
    for (int year = careYear(from); year <= std::min(last, careYear(from) + longestCareYears); ++year)
        m_care.insert(year);
}

// Left one school, entered the next much later, and no school counted the person between the two.
void CoverageEvidence::findGaps()
{
    for (const QDate left : m_left) {
        const auto next = m_entered.upper_bound(left);
        if (next == m_entered.end() || left.daysTo(*next) <= longestMoveDays)
            continue;
        const bool seenBetween = std::any_of(m_seen.upper_bound(left), m_seen.end(),
                                             [&](const auto& term) { return term.second < *next; });
        if (!seenBetween)
            m_gaps.push_back({left, *next});
    }
}

const HeldPart* CoverageEvidence::held(const QString& collection, catalogue::AcademicYear year) const
{
    const auto years = m_held.find(collection);
    if (years == m_held.end())
        return nullptr;
    const auto part = years->second.find(year.start);
    return part == years->second.end() ? nullptr : &part->second;
}

std::vector<QString> CoverageEvidence::collections() const
{
    std::vector<QString> keys;
    keys.reserve(m_held.size());
    for (const auto& [key, years] : m_held)
        keys.push_back(key);
    return keys;
}

std::optional<YearGroup> CoverageEvidence::group(catalogue::AcademicYear year) const
{
    if (const auto said = m_said.find(year.start); said != m_said.end())
        return YearGroup{said->second, YearGroup::From::Said};
    // Counted on from the nearest year before, else back from the nearest after: who was taught a year behind stays so.
    const auto after = m_said.upper_bound(year.start);
    const auto known = after != m_said.begin() ? std::prev(after) : after;
    if (known != m_said.end()) {
        const int group = known->second + year.start - known->first;
        const bool usual = m_born.isValid() && group == catalogue::yearGroup(m_born, year);
        return YearGroup{group, usual ? YearGroup::From::Birth : YearGroup::From::CountedOn};
    }
    if (!m_born.isValid())
        return {};
    return YearGroup{catalogue::yearGroup(m_born, year), YearGroup::From::Birth};
}

catalogue::OutsideSchool CoverageEvidence::outside(catalogue::AcademicYear year) const
{
    const auto found = m_outside.find(year.start);
    return found == m_outside.end() ? catalogue::OutsideSchool::No : found->second;
}

const NoSchool* CoverageEvidence::noSchoolOn(QDate day) const
{
    const auto found = std::find_if(m_gaps.begin(), m_gaps.end(),
                                    [day](const NoSchool& gap) { return gap.left < day && day < gap.entered; });
    return found == m_gaps.end() ? nullptr : &*found;
}

std::optional<catalogue::AcademicYear> CoverageEvidence::heldNear(const QString& collection,
                                                                  catalogue::AcademicYear year) const
{
    const auto years = m_held.find(collection);
    if (years == m_held.end() || years->second.empty())
        return {};
    const auto nearest = std::min_element(years->second.begin(), years->second.end(), [&](const auto& a, const auto& b) {
        return std::abs(a.first - year.start) < std::abs(b.first - year.start);
    });
    return catalogue::AcademicYear{nearest->first};
}

std::optional<catalogue::AcademicYear> CoverageEvidence::firstHeld() const
{
    std::optional<catalogue::AcademicYear> first;
    for (const auto& [key, years] : m_held)
        if (!first || years.begin()->first < first->start)
            first = catalogue::AcademicYear{years.begin()->first};
    return first;
}

std::optional<catalogue::AcademicYear> CoverageEvidence::lastHeld() const
{
    std::optional<catalogue::AcademicYear> last;
    for (const auto& [key, years] : m_held)
        if (!last || years.rbegin()->first > last->start)
            last = catalogue::AcademicYear{years.rbegin()->first};
    return last;
}

bool CoverageEvidence::countedSince(QDate day) const
{
    return m_lastCounted.isValid() && m_lastCounted >= day;
}

} // namespace insight
