// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/time_scale.h"

#include <vector>

namespace app {

// What stretch of time is looked at, with the way back. The whole life is always the way out: fit() works from
// anywhere, and back() ends there.
class ZoomStack {
public:
    // Other limits (a new record, another today): the place is kept as far as it lies inside them; a view that showed
    // everything goes on showing everything.
    void setLimits(const TimeRange& limits);
    [[nodiscard]] const TimeRange& limits() const { return m_limits; }
    [[nodiscard]] const TimeRange& current() const { return m_current; }
    [[nodiscard]] bool isFit() const { return m_current == m_limits; }

    // A step of its own (button, key), or the continuation of one gesture (wheel, drag), which back() undoes whole.
    enum class Step { New, Same };
    void show(const TimeRange& range, Step step = Step::New);
    void fit() { show(m_limits); }
    [[nodiscard]] bool canGoBack() const { return !m_back.empty(); }
    [[nodiscard]] bool canGoForward() const { return !m_forward.empty(); }
    bool back();
    bool forward();
    void endGesture() { m_inGesture = false; }

private:
    TimeRange m_limits;
    TimeRange m_current;
    std::vector<TimeRange> m_back;
    std::vector<TimeRange> m_forward;
    bool m_inGesture = false;
};

} // namespace app
