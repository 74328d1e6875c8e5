// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/zoom_steps.h"

#include "catalogue/academic_year.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr double daysOfYear = 365.25;
constexpr double shortYears = 0.6;       // shorter than that, a term is looked at
constexpr double yearsWithoutSchool = 5; // where nothing says which phase it was

// Days at which a phase of schooling begins, as the record's own year groups have it.
std::vector<double> phaseStarts(const insight::Timeline& timeline)
{
    std::vector<double> starts;
    for (const QString& first : {u"R"_s, u"7"_s, u"12"_s})
        for (const insight::SchoolYearTick& tick : timeline.schoolYears)
            if (tick.text == first) {
                starts.push_back(dayOf(tick.year.firstDay()));
                break;
            }
    if (!timeline.schoolYears.empty() && !starts.empty())
        starts.push_back(dayOf(timeline.schoolYears.back().year.lastDay()) + 1);
    std::sort(starts.begin(), starts.end());
    return starts;
}

TimeRange phaseRange(const insight::Timeline& timeline, double day, const TimeRange& limits)
{
    const std::vector<double> starts = phaseStarts(timeline);
    if (starts.empty())
        return {day - yearsWithoutSchool / 2 * daysOfYear, day + yearsWithoutSchool / 2 * daysOfYear};
    const auto after = std::upper_bound(starts.begin(), starts.end(), day);
    const TimeRange phase{after == starts.begin() ? limits.from : *std::prev(after),
                          after == starts.end() ? limits.to : *after};
    const double margin = phase.length() * 0.03;
    return {phase.from - margin, phase.to + margin};
}

} // namespace

TimeRange stepRange(const insight::Timeline& timeline, ZoomStep step, double day, const TimeRange& limits)
{
    using catalogue::Term;
    const auto year = catalogue::AcademicYear::of(dateOf(day));
    switch (step) {
    case ZoomStep::Life:
        break;
    case ZoomStep::Phase:
        return phaseRange(timeline, day, limits);
    case ZoomStep::SchoolYear:
        return rangeOf(year.firstDay().addDays(-30), year.lastDay().addDays(21));
    case ZoomStep::Term:
        for (const Term term : {Term::Autumn, Term::Spring, Term::Summer}) {
            const catalogue::DateSpan span = catalogue::termSpan(year, term);
            if (dateOf(day) <= span.to)
                return rangeOf(span.from.addDays(-10), span.to.addDays(10));
        }
    }
    return limits;
}

ZoomStep stepOf(const TimeRange& range, const TimeRange& limits)
{
    if (range == limits)
        return ZoomStep::Life;
    const double years = range.length() / daysOfYear;
    if (years < shortYears)
        return ZoomStep::Term;
    if (years < 1.6)
        return ZoomStep::SchoolYear;
    return years < 9 ? ZoomStep::Phase : ZoomStep::Life;
}

TimeRange namedTime(const TimeRange& range)
{
    using catalogue::Term;
    if (range.length() < shortYears * daysOfYear) {
        const QDate middle = dateOf(range.middle());
        const auto year = catalogue::AcademicYear::of(middle);
        for (const Term term : {Term::Autumn, Term::Spring, Term::Summer})
            if (const catalogue::DateSpan span = catalogue::termSpan(year, term); middle <= span.to)
                return rangeOf(span.from, span.to);
    }
    const double margin = range.length() * 0.12;
    const auto first = catalogue::AcademicYear::of(dateOf(range.from + margin));
    const auto last = catalogue::AcademicYear::of(dateOf(range.to - margin));
    return rangeOf(first.firstDay(), last.lastDay());
}

QDate birthday(QDate born, int age)
{
    const QDate day = born.addYears(age);
    return born.day() == 29 && born.month() == 2 && day.day() == 28 ? day.addDays(1) : day;
}

} // namespace app
