// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/coverage_cell.h"

#include "catalogue/collections.h"
#include "insight/coverage_printed.h"
#include "insight/coverage_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

using catalogue::Applies;
using catalogue::Certainty;
using catalogue::Schools;
using catalogue::YearState;

// Tests are sat in May; somebody who was at no school then was at none that could send results in.
QDate testDay(catalogue::AcademicYear year)
{
    return {year.start + 1, 5, 15};
}

// Census days of the three terms: the first Thursday of October, the third of January, the third of May, near enough
// to tell whether somebody was at a school.
QDate censusDay(catalogue::AcademicYear year, catalogue::Term term)
{
    switch (term) {
    case catalogue::Term::Autumn:
        return {year.start, 10, 5};
    case catalogue::Term::Spring:
        return {year.start + 1, 1, 19};
    case catalogue::Term::Summer:
    case catalogue::Term::None:
        break;
    }
    return {year.start + 1, 5, 18};
}

Certainty weaker(Certainty a, Certainty b)
{
    return std::max(a, b);
}

Certainty certaintyOf(YearState state)
{
    switch (state) {
    case YearState::SeedOnly:
        return Certainty::Seed;
    case YearState::BelievedToContinue:
    case YearState::NotKnown:
        return Certainty::Background;
    default:
        return Certainty::Table;
    }
}

// The lists of years end somewhere; what was believed to go on then is believed to go on still.
YearState collected(const QString& key, catalogue::AcademicYear year)
{
    constexpr int furthestBack = 50;
    const YearState said = catalogue::collectedIn(key, year);
    YearState state = said;
    for (int back = 1; state == YearState::NotKnown && back <= furthestBack; ++back)
        state = catalogue::collectedIn(key, {year.start - back});
    return state == YearState::BelievedToContinue ? state : said;
}

// Nobody needs to have done anything special to be in it.
bool aboutEverybody(Applies applies)
{
    switch (applies) {
    case Applies::Everyone:
    case Applies::StayingOn:
    case Applies::Baseline:
    case Applies::Sample:
    case Applies::AutumnCheck:
    case Applies::ALevels:
    case Applies::SecondaryFirst:
    case Applies::CollegeOrTraining:
    case Applies::Tracked:
    case Applies::Matched:
        return true;
    default:
        return false;
    }
}

class Judge {
public:
    Judge(const QString& key, catalogue::AcademicYear year, const CoverageEvidence& evidence, QDate today)
        : m_key(key), m_year(year), m_evidence(evidence), m_today(today), m_group(evidence.group(year)),
          m_collected(collected(key, year))
    {
        if (const catalogue::Collection* known = catalogue::collection(key)) {
            m_source = known->source;
            m_sourced = known->certainty;
        }
        if (m_group) {
            m_rule = catalogue::coverageRule(key, m_group->group, year);
            m_place = coverwords::place(*m_group, year);
        }
    }

    [[nodiscard]] CoverVerdict whole() const
    {
        if (const auto verdict = beforeHandingOn())
            return *verdict;
        if (m_today < m_rule->due.from(m_year))
            return plain(CoverState::NotExpected, coverwords::notYet(m_rule->due.from(m_year)));
        return afterHandingOn(testDay(m_year), m_year.firstDay());
    }

    [[nodiscard]] CoverVerdict term(const catalogue::CoverageTerm& term, const HeldPart* held) const
    {
        if (held && held->terms.contains(term.term))
            return plain(CoverState::Held, coverwords::held(int(held->values.at(term.term).size())));
        if (const auto verdict = beforeHandingOn())
            return *verdict;
        if (term.state == catalogue::TermState::NotCollected)
            return {CoverState::NotCollected, term.certainty, coverwords::termNotCollected(term.term, m_year),
                    term.source};
        if (term.state == catalogue::TermState::Cancelled)
            return {CoverState::Cancelled, term.certainty, coverwords::cancelled(m_year), term.source};
        if (m_today < term.due.from(m_year))
            return plain(CoverState::NotExpected, coverwords::notYet(term.due.from(m_year)));
        if (held && held->terms.contains(catalogue::Term::None))
            return plain(CoverState::CannotTell, coverwords::termNotSaid());
        CoverVerdict verdict = afterHandingOn(censusDay(m_year, term.term), catalogue::termSpan(m_year, term.term).from);
        if (verdict.state == CoverState::ExpectedAbsent)
            verdict.certainty = weaker(verdict.certainty, term.certainty);
        return verdict;
    }

    [[nodiscard]] CoverVerdict heldVerdict(const QString& rule) const
    {
        return plain(CoverState::Held, rule);
    }

    [[nodiscard]] std::optional<int> group() const
    {
        return m_group ? std::optional(m_group->group) : std::nullopt;
    }
    [[nodiscard]] bool collectedAtThatAge() const { return m_rule && m_collected != YearState::NotCollected; }

private:
    [[nodiscard]] CoverVerdict plain(CoverState state, const QString& rule) const
    {
        return {state, Certainty::Table, rule, m_source};
    }

    [[nodiscard]] CoverVerdict notAtThatAge() const
    {
        const QString rule = coverwords::notAmong(m_key, m_group.value_or(YearGroup{}), m_year);
        // The ages stand in the campaign documents only, where they stand there.
        const catalogue::PrintedSource* printed = catalogue::printedSource(m_key);
        if (printed && !printed->ages.isEmpty())
            return {CoverState::NotExpected, Certainty::Seed, rule, catalogue::printedTableName()};
        return {CoverState::NotExpected, m_sourced, rule, m_source};
    }

    [[nodiscard]] CoverVerdict notCollected() const
    {
        // An end that no table was read for is believed, not known.
        const catalogue::Collection* known = catalogue::collection(m_key);
        const bool afterBelievedEnd =
            known && known->last && *known->last < m_year
            && catalogue::collectedIn(m_key, *known->last) == YearState::BelievedToContinue;
        return {CoverState::NotCollected, afterBelievedEnd ? Certainty::Background : m_sourced,
                coverwords::notCollected(m_key, m_year), m_source};
    }

    // What does not depend on when data is handed on. Past it there are a group and a rule.
    [[nodiscard]] std::optional<CoverVerdict> beforeHandingOn() const
    {
        if (m_today < m_year.firstDay())
            return plain(CoverState::NotExpected, coverwords::notBegun(m_year));
        if (!m_group)
            return plain(CoverState::CannotTell, coverwords::noAge());
        if (!m_rule && !coverwords::knowsAges(m_key))
            return CoverVerdict{CoverState::CannotTell, Certainty::Background, coverwords::notKnown(m_year), m_source};
        if (!m_rule)
            return notAtThatAge();
        switch (m_collected) {
        case YearState::NotCollected:
            return notCollected();
        case YearState::Cancelled: {
            const bool stoodIn = m_rule->applies == Applies::AutumnCheck;
            return CoverVerdict{CoverState::Cancelled, Certainty::Table,
                                coverwords::joined({coverwords::cancelled(m_year),
                                                    stoodIn ? coverwords::whom(*m_rule) : QString()}),
                                m_source};
        }
        case YearState::NotKnown:
            if (m_today < m_rule->due.from(m_year))
                return {};
            return CoverVerdict{CoverState::CannotTell, weaker(m_sourced, Certainty::Seed),
                                coverwords::notKnown(m_year), m_source};
        default:
            return {};
        }
    }

    // Of those over 16 some go to a school and others to a college or training: who is known to have done one of the two
    // is not missed in the other.
    [[nodiscard]] QString didTheOther() const
    {
        if (m_rule->applies == Applies::CollegeOrTraining && m_evidence.held(u"SC"_s, m_year))
            return coverwords::schoolInstead();
        if (m_rule->applies == Applies::StayingOn && !m_evidence.held(u"SC"_s, m_year) && m_evidence.held(u"ILR"_s, m_year))
            return coverwords::collegeInstead();
        return {};
    }

    // `day`: somebody at no school then cannot be in it. `since`: who was counted by a school on that day or later was at
    // a school then.
    [[nodiscard]] CoverVerdict afterHandingOn(QDate day, QDate since) const
    {
        if (m_rule->once) {
            const auto other = m_evidence.heldNear(m_key, m_year);
            if (other)
                return plain(CoverState::NotExpected, coverwords::takenIn(*other));
        }
        if (m_rule->schools != Schools::Any) {
            const auto outside = m_evidence.outside(m_year);
            const bool takesPart =
                m_rule->schools == Schools::IndependentToo && outside == catalogue::OutsideSchool::Independent;
            if (outside != catalogue::OutsideSchool::No && !takesPart)
                return plain(CoverState::CannotTell, coverwords::outside(outside));
            if (const NoSchool* gap = m_evidence.noSchoolOn(day))
                return plain(CoverState::CannotTell, coverwords::noSchool(*gap));
        }
        const Certainty year = certaintyOf(m_collected);
        const QString going = m_collected == YearState::BelievedToContinue ? coverwords::believed() : QString();
        const bool schoolSaysSo = (m_rule->applies == Applies::SixthForm || m_rule->applies == Applies::StayingOn)
            && m_evidence.countedSince(since);
        if (schoolSaysSo)
            return {CoverState::ExpectedAbsent, year, coverwords::joined({coverwords::countedLater(), m_place, going}),
                    m_source};
        if (m_rule->applies == Applies::InCare && m_evidence.inCare(m_year))
            return {CoverState::ExpectedAbsent, year, coverwords::joined({coverwords::inCare(), m_place, going}), m_source};
        if (const QString other = didTheOther(); !other.isEmpty())
            return {CoverState::CannotTell, weaker(year, m_rule->certainty), coverwords::joined({other, m_place}), m_rule->source};
        const QString rule = coverwords::joined({coverwords::whom(*m_rule), m_place, going});
        if (aboutEverybody(m_rule->applies))
            return {CoverState::ExpectedAbsent, weaker(year, m_rule->certainty), rule, m_rule->source};
        return {CoverState::CannotTell, weaker(year, m_rule->certainty), rule, m_rule->source};
    }

    QString m_key;
    catalogue::AcademicYear m_year;
    const CoverageEvidence& m_evidence;
    QDate m_today;
    std::optional<YearGroup> m_group;
    YearState m_collected;
    QString m_place; // the year group of that year, in words
    QString m_source;
    Certainty m_sourced = Certainty::Background;
    const catalogue::CoverageRule* m_rule = nullptr;
};

// The terms of one year as one word: what is missing is said before what was never there.
CoverVerdict together(const std::vector<CoverTerm>& terms)
{
    for (const CoverState state : {CoverState::ExpectedAbsent, CoverState::CannotTell, CoverState::Cancelled,
                                   CoverState::NotExpected, CoverState::NotCollected}) {
        const CoverVerdict* found = nullptr;
        for (const CoverTerm& term : terms) {
            if (term.verdict.state == state && (!found || term.verdict.certainty < found->certainty))
                found = &term.verdict;
        }
        if (found)
            return *found;
    }
    return {};
}

CoverVerdict heldInTerms(const Judge& judge, const std::vector<CoverTerm>& terms)
{
    QStringList here, missing;
    for (const CoverTerm& term : terms) {
        if (term.verdict.state == CoverState::Held)
            here << catalogue::termText(term.term);
        if (term.verdict.state == CoverState::ExpectedAbsent)
            missing << catalogue::termText(term.term);
    }
    return judge.heldVerdict(coverwords::heldInTerms(here, missing));
}

std::vector<record::ValueId> valuesOf(const HeldPart& held)
{
    std::vector<record::ValueId> values;
    for (const auto& [term, ids] : held.values)
        values.insert(values.end(), ids.begin(), ids.end());
    return values;
}

} // namespace

CoverCell coverCell(const QString& collection, catalogue::AcademicYear year, const CoverageEvidence& evidence,
                    QDate today)
{
    const Judge judge(collection, year, evidence, today);
    const HeldPart* held = evidence.held(collection, year);
    CoverCell cell;
    cell.collection = collection;
    cell.year = year;
    cell.printed = printedCell(collection, year);
    if (held)
        cell.values = valuesOf(*held);

    const bool termly = judge.group() && judge.collectedAtThatAge() && year.firstDay() <= today;
    if (termly || held) {
        for (const catalogue::CoverageTerm& term : catalogue::coverageTerms(collection, judge.group().value_or(0), year)) {
            CoverTerm one{term.term, judge.term(term, held), {}};
            if (held && held->values.contains(term.term))
                one.values = held->values.at(term.term);
            cell.terms.push_back(std::move(one));
        }
        // A return of a year with one count needs no term to be placed.
        const auto counted = [](const CoverTerm& term) { return term.verdict.state != CoverState::NotCollected; };
        if (held && held->terms.contains(catalogue::Term::None)
            && std::count_if(cell.terms.begin(), cell.terms.end(), counted) == 1) {
            const auto only = std::find_if(cell.terms.begin(), cell.terms.end(), counted);
            only->verdict = judge.heldVerdict(coverwords::held(held->entries));
            only->values = cell.values;
        }
    }
    const bool anyTerm = std::any_of(cell.terms.begin(), cell.terms.end(), [](const CoverTerm& term) {
        return term.verdict.state == CoverState::Held;
    });
    if (held)
        cell.verdict = anyTerm ? heldInTerms(judge, cell.terms) : judge.heldVerdict(coverwords::held(held->entries));
    else
        cell.verdict = cell.terms.empty() ? judge.whole() : together(cell.terms);
    return cell;
}

} // namespace insight
