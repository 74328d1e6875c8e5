// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/coverage_rules.h"

#include "catalogue/convert.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace catalogue {

namespace {

bool within(AcademicYear year, const std::optional<AcademicYear>& first, const std::optional<AcademicYear>& last)
{
    return (!first || *first <= year) && (!last || year <= *last);
}

bool fits(const table::CoverageTermRow& row, int group, AcademicYear year)
{
    return row.groupFrom <= group && group <= row.groupTo
        && within(year, table::year(row.first), table::year(row.last));
}

} // namespace

QDate Due::from(AcademicYear year) const
{
    return month == 0 ? year.lastDay().addDays(1) : QDate(year.start + years, month, 1);
}

const std::vector<CoverageRule>& coverageRules()
{
    static const std::vector<CoverageRule> all = [] {
        std::vector<CoverageRule> list;
        list.reserve(table::coverageRules.size());
        for (const table::CoverageRuleRow& row : table::coverageRules) {
            list.push_back({.key = table::string(row.key),
                            .section = static_cast<CoverageSection>(row.section),
                            .groupFrom = row.groupFrom,
                            .groupTo = row.groupTo,
                            .first = table::year(row.first),
                            .last = table::year(row.last),
                            .applies = static_cast<Applies>(row.applies),
                            .schools = static_cast<Schools>(row.schools),
                            .once = row.once,
                            .due = {row.dueYears, row.dueMonth},
                            .certainty = table::certainty(row.certainty),
                            .source = table::string(row.source)});
        }
        return list;
    }();
    return all;
}

const CoverageRule* coverageRule(QStringView key, int group, AcademicYear year)
{
    const auto& all = coverageRules();
    const auto found = std::find_if(all.begin(), all.end(), [&](const CoverageRule& rule) {
        return rule.key == key && rule.groupFrom <= group && group <= rule.groupTo
            && within(year, rule.first, rule.last);
    });
    return found == all.end() ? nullptr : &*found;
}

std::vector<CoverageTerm> coverageTerms(QStringView key, int group, AcademicYear year)
{
    const QByteArray wanted = key.toUtf8();
    const auto ofKey = [&](const table::CoverageTermRow& row) { return wanted == table::text(row.key); };
    if (std::none_of(table::coverageTerms.begin(), table::coverageTerms.end(), ofKey))
        return {};
    std::vector<CoverageTerm> terms;
    for (const Term term : {Term::Autumn, Term::Spring, Term::Summer}) {
        CoverageTerm one;
        one.term = term;
        const auto mine = [&](const table::CoverageTermRow& row) {
            return ofKey(row) && row.term == static_cast<std::uint8_t>(term);
        };
        // Where no row fits, the word that it was not collected is as good as the row that says when it was.
        auto found = std::find_if(table::coverageTerms.begin(), table::coverageTerms.end(),
                                  [&](const auto& row) { return mine(row) && fits(row, group, year); });
        if (found != table::coverageTerms.end())
            one.state = found->cancelled ? TermState::Cancelled : TermState::Collected;
        else
            found = std::find_if(table::coverageTerms.begin(), table::coverageTerms.end(),
                                 [&](const auto& row) { return mine(row) && !row.cancelled; });
        if (found != table::coverageTerms.end()) {
            one.due = {found->dueYears, found->dueMonth};
            one.certainty = table::certainty(found->certainty);
            one.source = table::string(found->source);
        }
        terms.push_back(std::move(one));
    }
    return terms;
}

const std::vector<PrintedSource>& printedSources()
{
    static const std::vector<PrintedSource> all = [] {
        std::vector<PrintedSource> list;
        for (const table::PrintedRow& row : table::printed)
            list.push_back({table::string(row.key), table::string(row.name), table::string(row.mark),
                            table::string(row.ages), table::year(row.first), table::year(row.last)});
        return list;
    }();
    return all;
}

const PrintedSource* printedSource(QStringView key)
{
    const auto& all = printedSources();
    const auto found = std::find_if(all.begin(), all.end(), [key](const PrintedSource& one) { return one.key == key; });
    return found == all.end() ? nullptr : &*found;
}

QString printedTableName()
{
    return u"campaign briefing documents (defenddigitalme), table of sources from the DfE NPD user guide"_s;
}

bool isSchoolType(QStringView field)
{
    const QString name = field.toString().toLower();
    // Where the pupil was the year before says nothing about this year.
    if (name.contains(u"prev"_s))
        return false;
    return std::any_of(table::outside.begin(), table::outside.end(), [&](const table::OutsideRow& row) {
        return name.endsWith(QLatin1StringView(table::text(row.ending)));
    });
}

OutsideSchool outsideSchool(QStringView field, QStringView code)
{
    if (!isSchoolType(field))
        return OutsideSchool::No;
    const QString name = field.toString().toLower();
    const QByteArray number = code.trimmed().toUtf8();
    for (const table::OutsideRow& row : table::outside)
        if (name.endsWith(QLatin1StringView(table::text(row.ending))) && number == table::text(row.code))
            return static_cast<OutsideSchool>(row.kind + 1); // "No" has no rows
    return OutsideSchool::No;
}

} // namespace catalogue
