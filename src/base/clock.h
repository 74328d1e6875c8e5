// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>

#include <optional>

namespace base {

// The only place that asks what time it is. `--today` and tests fix the date; everything below takes dates as
// arguments.
class Clock {
public:
    Clock() = default;
    explicit Clock(QDate fixed) : m_fixed(fixed) {}

    [[nodiscard]] QDate today() const;
    // UTC, whole seconds. With a fixed date: midday of that date, so that two runs write the same bytes.
    [[nodiscard]] QDateTime now() const;

private:
    std::optional<QDate> m_fixed;
};

} // namespace base
