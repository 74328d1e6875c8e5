// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/zoom_steps.h"

#include "catalogue/academic_year.h"

#include <algorithm>

namespace app {

namespace {

constexpr double daysOfYear = 365.25;
constexpr double shortYears = 0.6;       // shorter than that, a term is looked at
constexpr double yearsWithoutSchool = 5; // where nothing says which phase it was

// Reception is 0; before it, and where no year is meant, negative.
int groupNumber(const QString& text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber ? number : text == u'R' ? 0 : -1;
}

// Days at which a phase of schooling begins, as the record's own year groups have it. Somebody who skipped the year
// that usually begins a phase begins it with the next.
std::vector<double> phaseStarts(const insight::Timeline& timeline)
{
    std::vector<double> starts;
    for (const int first : {0, 7, 12})
        for (const insight::SchoolYearTick& tick : timeline.schoolYears)
            if (groupNumber(tick.text) >= first) {
                if (const double day = dayOf(tick.year.firstDay()); starts.empty() || day > starts.back())
                    starts.push_back(day);
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
