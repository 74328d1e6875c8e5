// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/scope_rule.h"

#include "catalogue/cohorts.h"
#include "catalogue/collections.h"

#include <QCoreApplication>

#include <algorithm>

namespace insight {

namespace {

#define SENTENCE(text) QT_TRANSLATE_NOOP("insight::exposure", text)
constexpr const char* refused = SENTENCE("The list says that this request was refused.");
constexpr const char* notPursued = SENTENCE("The list says that this request was not pursued.");
constexpr const char* noRecordOfNothing =
    SENTENCE("No list records that nothing was handed over, so this stays unknown.");
constexpr const char* stillOpen = SENTENCE("It was applied for. What became of it is not known.");
constexpr const char* notSaid = SENTENCE("Whether it was approved is not stated.");
constexpr const char* supplied = SENTENCE("It is recorded that data was handed over.");
constexpr const char* onlyGranted =
    SENTENCE("It was allowed. That data was handed over is not itself recorded.");
constexpr const char* bornOutside = SENTENCE("Who: people born from %1 to %2. The birth date is outside that.");
constexpr const char* bornInside = SENTENCE("Who: people born from %1 to %2. The birth date is inside that.");
constexpr const char* notYetBorn =
    SENTENCE("Who: all pupils. The birth date is later than the share, so it cannot have been one of them.");
constexpr const char* otherAge =
    SENTENCE("Who: all pupils of those data sets and years. The birth date gives another age in every one of them.");
constexpr const char* everybodyIn = SENTENCE("Who: all pupils.");
constexpr const char* someOnly = SENTENCE("Who: a group whose limits the words do not give exactly.");
constexpr const char* whoNotStated = SENTENCE("Who: not stated.");
constexpr const char* noDataSets = SENTENCE("What: the words do not say which data sets.");
constexpr const char* yearsNotStated = SENTENCE("Years: not stated.");
constexpr const char* allYears = SENTENCE("Years: all that there were.");
constexpr const char* rightAge = SENTENCE("The birth date gives the right age for it.");
constexpr const char* nearlyAge = SENTENCE("The birth date gives an age within two years of it.");
constexpr const char* wrongAge = SENTENCE("The birth date gives another age.");
constexpr const char* noBirthDate = SENTENCE("The birth date is not known.");
#undef SENTENCE

// Pupils taught out of their year group are up to two years older or younger than the rest.
constexpr int outOfYear = 2;

std::optional<QDate> dayOfShare(const registry::Release& release)
{
    if (release.approved.latest.isValid())
        return release.approved.latest;
    if (release.applied.latest.isValid())
        return release.applied.latest;
    return {};
}

} // namespace

void ScopeRule::judge(ReleaseExposure& exposure)
{
    exposure.trace.reserve(6);
    if (!happened(exposure))
        return;
    const registry::Scope& scope = exposure.release.scope;
    const YearRange range = rangeOf(exposure.release);
    findEntries(exposure, range);
    bool cohortFits = false;
    if (shutOut(exposure, range, cohortFits)) {
        exposure.verdict = Verdict::No;
        return;
    }
    const bool everybody = scope.wholePopulation || cohortFits;
    if (!cohortFits)
        exposure.trace << m_say.fixed(everybody                  ? everybodyIn
                                      : scope.population.isEmpty() ? whoNotStated
                                                                   : someOnly);
    weigh(exposure, range, everybody);
    if (scope.samplingShare && exposure.verdict != Verdict::Unknown) {
        exposure.verdict = Verdict::Possible;
        exposure.trace << m_say.sample(*scope.samplingShare);
    }
    if (exposure.release.status == registry::ReleaseStatus::NotStated && exposure.verdict < Verdict::Possible)
        exposure.verdict = Verdict::Possible;
    collectValues(exposure, range);
}

bool ScopeRule::happened(ReleaseExposure& exposure)
{
    using registry::ReleaseStatus;
    switch (exposure.release.status) {
    case ReleaseStatus::Rejected:
        exposure.trace << m_say.fixed(refused) << m_say.fixed(noRecordOfNothing);
        return false;
    case ReleaseStatus::NotPursued:
        exposure.trace << m_say.fixed(notPursued) << m_say.fixed(noRecordOfNothing);
        return false;
    case ReleaseStatus::Open:
        exposure.trace << m_say.fixed(stillOpen);
        return false;
    case ReleaseStatus::NotStated:
        exposure.trace << m_say.fixed(exposure.release.scope.supplyRecorded ? supplied : notSaid);
        return true;
    case ReleaseStatus::Approved:
    case ReleaseStatus::Released:
        exposure.trace << m_say.fixed(exposure.release.scope.supplyRecorded ? supplied : onlyGranted);
        return true;
    }
    Q_UNREACHABLE();
}

ScopeRule::YearRange ScopeRule::rangeOf(const registry::Release& release) const
{
    const registry::Scope& scope = release.scope;
    YearRange range{{1990}, {2100}, scope.allYears || scope.firstYear || scope.lastYear};
    if (const auto day = dayOfShare(release))
        range.last = catalogue::AcademicYear::of(*day);
    if (scope.firstYear)
        range.first = *scope.firstYear;
    if (scope.lastYear)
        range.last = *scope.lastYear;
    return range;
}

void ScopeRule::findEntries(ReleaseExposure& exposure, const YearRange& range)
{
    for (const QString& key : exposure.release.scope.collections) {
        const ExposureIndex::HeldCollection* held = m_index.collection(key);
        if (!held)
            continue;
        bool any = false;
        for (const ExposureIndex::HeldYear& year : held->years) {
            if (year.year < range.first || year.year > range.last)
                continue;
            any = true;
            exposure.years.push_back(year.year);
        }
        if (any)
            exposure.collections << key;
    }
    if (exposure.collections.size() > 1) {
        std::sort(exposure.years.begin(), exposure.years.end());
        exposure.years.erase(std::unique(exposure.years.begin(), exposure.years.end()), exposure.years.end());
    }
}

bool ScopeRule::shutOut(ReleaseExposure& exposure, const YearRange& range, bool& cohortFits)
{
    const registry::Scope& scope = exposure.release.scope;
    const bool entryInside = !exposure.collections.isEmpty();
    if (!m_born.isValid())
        return false;
    if (scope.bornFrom || scope.bornTo) {
        const int from = scope.bornFrom.value_or(1900);
        const int to = scope.bornTo.value_or(2100);
        cohortFits = from <= m_born.year() && m_born.year() <= to;
        exposure.trace << m_say.number(cohortFits ? bornInside : bornOutside, from, to);
        return !cohortFits && !entryInside;
    }
    if (!scope.wholePopulation || entryInside)
        return false;
    if (const auto day = dayOfShare(exposure.release); day && m_born > *day) {
        exposure.trace << m_say.fixed(notYetBorn);
        return true;
    }
    if ((scope.firstYear || scope.lastYear) && !scope.collections.isEmpty()
        && ofAge(scope.collections, range) == OfAge::No) {
        exposure.trace << m_say.years(range.first, range.last) << m_say.fixed(otherAge);
        return true;
    }
    return false;
}

ScopeRule::Ages ScopeRule::agesOf(const QString& collection)
{
    auto found = m_ages.find(collection);
    if (found == m_ages.end()) {
        const catalogue::Collection* known = catalogue::collection(collection);
        Ages ages;
        if (known && known->ageTo > 0) {
            ages = {known->ageFrom, known->ageTo, known->first.value_or(ages.first), known->last.value_or(ages.last),
                    true};
        }
        found = m_ages.insert(collection, ages);
    }
    return *found;
}

ScopeRule::OfAge ScopeRule::ofAge(const QStringList& collections, const YearRange& range)
{
    if (!m_born.isValid())
        return OfAge::NotKnown;
    OfAge best = OfAge::No;
    for (const QString& key : collections) {
        const Ages ages = agesOf(key);
        if (!ages.known)
            return OfAge::NotKnown;
        const catalogue::AcademicYear first = std::max(range.first, ages.first);
        const catalogue::AcademicYear last = std::min(range.last, ages.last);
        if (last < first)
            continue;
        // Age rises by one each year, so the ages over the years are one stretch that need not be walked.
        const int youngest = catalogue::ageAtStart(m_born, first);
        const int oldest = catalogue::ageAtStart(m_born, last);
        if (ages.from <= oldest && youngest <= ages.to)
            return OfAge::Yes;
        if (ages.from - outOfYear <= oldest && youngest <= ages.to + outOfYear)
            best = OfAge::Nearly;
    }
    return best;
}

void ScopeRule::weigh(ReleaseExposure& exposure, const YearRange& range, bool everybody)
{
    const registry::Scope& scope = exposure.release.scope;
    QStringList& trace = exposure.trace;
    if (scope.collections.isEmpty()) {
        trace << m_say.fixed(noDataSets);
        exposure.verdict = everybody ? Verdict::Possible : Verdict::Unknown;
        return;
    }
    if (!range.stated)
        trace << m_say.fixed(yearsNotStated);
    else if (scope.firstYear || scope.lastYear)
        trace << m_say.years(range.first, range.last);
    else
        trace << m_say.fixed(allYears);

    if (!exposure.collections.isEmpty()) {
        for (const QString& key : exposure.collections) {
            const auto& years = m_index.collection(key)->years;
            const auto from = std::lower_bound(
                years.begin(), years.end(), range.first,
                [](const auto& held, catalogue::AcademicYear year) { return held.year < year; });
            const auto to = std::upper_bound(
                from, years.end(), range.last,
                [](catalogue::AcademicYear year, const auto& held) { return year < held.year; });
            trace << m_say.entries(key, from->year, std::prev(to)->year, int(to - from));
        }
        if (everybody && range.stated)
            exposure.verdict = scope.supplyRecorded ? Verdict::Definite : Verdict::VeryLikely;
        else if (everybody || (scope.population.isEmpty() && range.stated))
            exposure.verdict = scope.supplyRecorded ? Verdict::VeryLikely : Verdict::Likely;
        else
            exposure.verdict = Verdict::Possible;
        return;
    }

    trace << m_say.noEntries(scope.collections);
    switch (ofAge(scope.collections, range)) {
    case OfAge::Yes:
        trace << m_say.fixed(rightAge);
        exposure.verdict = everybody && range.stated ? Verdict::Likely : Verdict::Possible;
        break;
    case OfAge::Nearly:
        trace << m_say.fixed(nearlyAge);
        exposure.verdict = everybody ? Verdict::Possible : Verdict::Unknown;
        break;
    case OfAge::No:
        trace << m_say.fixed(wrongAge);
        exposure.verdict = Verdict::Unknown;
        break;
    case OfAge::NotKnown:
        if (!m_born.isValid())
            trace << m_say.fixed(noBirthDate);
        exposure.verdict = everybody ? Verdict::Possible : Verdict::Unknown;
        break;
    }
}

void ScopeRule::collectValues(ReleaseExposure& exposure, const YearRange& range)
{
    const registry::Scope& scope = exposure.release.scope;
    const std::vector<bool>* named = scope.items.isEmpty() ? nullptr : &m_index.namedFields(scope.items);
    const auto take = [&](const ExposureIndex::HeldYear& year, bool all) {
        const std::size_t before = exposure.values.size();
        exposure.values.resize(before + year.values.size());
        std::size_t at = before;
        for (const ExposureIndex::HeldValue& value : year.values)
            if (all || (*named)[std::size_t(value.field)])
                exposure.values[at++] = value.id;
        exposure.values.resize(at);
    };
    for (const QString& key : exposure.collections) {
        const bool all = !named || ExposureIndex::namesWhole(scope.items, key);
        for (const ExposureIndex::HeldYear& year : m_index.collection(key)->years)
            if (year.year >= range.first && year.year <= range.last)
                take(year, all);
    }
    if (!named)
        return;
    // The words name fields that another count holds: listed from there, for the years that fall in.
    for (const ExposureIndex::HeldCollection& held : m_index.collections()) {
        if (!held.describesPupil || exposure.collections.contains(held.key))
            continue;
        if (!scope.collections.isEmpty() && exposure.collections.isEmpty())
            continue;
        for (const ExposureIndex::HeldYear& year : held.years) {
            const bool inside = scope.collections.isEmpty()
                ? year.year >= range.first && year.year <= range.last
                : std::binary_search(exposure.years.begin(), exposure.years.end(), year.year);
            if (inside)
                take(year, false);
        }
    }
}

} // namespace insight
