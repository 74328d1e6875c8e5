// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

namespace app {

// A stretch of time in days (Julian day numbers, so that arithmetic is plain); `to` is the first moment outside.
struct TimeRange {
    double from = 0;
    double to = 0;

    [[nodiscard]] double length() const { return to - from; }
    [[nodiscard]] double middle() const { return (from + to) / 2; }
    [[nodiscard]] bool contains(double day) const { return day >= from && day < to; }
    // As long as it is, moved (and cut, where it is longer) to lie inside `limits`.
    [[nodiscard]] TimeRange within(const TimeRange& limits) const;
    bool operator==(const TimeRange&) const = default;
};

[[nodiscard]] double dayOf(QDate date);
[[nodiscard]] QDate dateOf(double day);
[[nodiscard]] TimeRange rangeOf(QDate first, QDate last); // both days inclusive

// Time against pixels, both ways. Pure: the painted view, hit testing, the keyboard and the tests share it.
struct TimeScale {
    TimeRange range;
    double left = 0;
    double width = 1;

    [[nodiscard]] double x(double day) const;
    [[nodiscard]] double x(QDate date) const { return x(dayOf(date)); } // where the day begins
    [[nodiscard]] double day(double x) const;
    [[nodiscard]] double pixelsPerDay() const;
    [[nodiscard]] double pixelsPerYear() const { return pixelsPerDay() * 365.25; }
    [[nodiscard]] double days(double pixels) const; // how long so many pixels are
    // The range after zooming by `factor` (above 1: closer) while the moment under `x` keeps its place, inside
    // `limits` and never shorter than `shortest` days.
    [[nodiscard]] TimeRange zoomed(double x, double factor, const TimeRange& limits, double shortest) const;
    // The range after dragging the paper by so many pixels to the right.
    [[nodiscard]] TimeRange dragged(double pixels, const TimeRange& limits) const;
};

} // namespace app
