// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/time_scale.h"

#include <algorithm>
#include <cmath>

namespace app {

TimeRange TimeRange::within(const TimeRange& limits) const
{
    if (length() >= limits.length())
        return limits;
    if (from < limits.from)
        return {limits.from, limits.from + length()};
    if (to > limits.to)
        return {limits.to - length(), limits.to};
    return *this;
}

double dayOf(QDate date)
{
    return static_cast<double>(date.toJulianDay());
}

QDate dateOf(double day)
{
    return QDate::fromJulianDay(static_cast<qint64>(std::floor(day)));
}

TimeRange rangeOf(QDate first, QDate last)
{
    return {dayOf(first), dayOf(last) + 1};
}

double TimeScale::pixelsPerDay() const
{
    return range.length() > 0 ? width / range.length() : 0;
}

double TimeScale::days(double pixels) const
{
    return width > 0 ? pixels * range.length() / width : 0;
}

double TimeScale::x(double day) const
{
    return left + (day - range.from) * pixelsPerDay();
}

double TimeScale::day(double x) const
{
    return range.from + days(x - left);
}

TimeRange TimeScale::zoomed(double x, double factor, const TimeRange& limits, double shortest) const
{
    if (factor <= 0 || range.length() <= 0)
        return range;
    const double length = std::clamp(range.length() / factor, std::min(shortest, limits.length()), limits.length());
    const double share = width > 0 ? std::clamp((x - left) / width, 0.0, 1.0) : 0.5;
    const double from = range.from + share * (range.length() - length);
    return TimeRange{from, from + length}.within(limits);
}

TimeRange TimeScale::dragged(double pixels, const TimeRange& limits) const
{
    const double by = days(pixels);
    return TimeRange{range.from - by, range.to - by}.within(limits);
}

} // namespace app
