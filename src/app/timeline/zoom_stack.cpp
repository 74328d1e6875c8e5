// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/zoom_stack.h"

namespace app {

namespace {
constexpr std::size_t longestWayBack = 100;
}

void ZoomStack::setLimits(const TimeRange& limits)
{
    const bool wasFit = isFit();
    m_limits = limits;
    m_current = wasFit ? limits : m_current.within(limits);
    for (auto* way : {&m_back, &m_forward})
        for (TimeRange& range : *way)
            range = range.within(limits);
}

void ZoomStack::show(const TimeRange& range, Step step)
{
    const TimeRange wanted = range.within(m_limits);
    if (wanted == m_current)
        return;
    if (step == Step::New || !m_inGesture) {
        m_back.push_back(m_current);
        if (m_back.size() > longestWayBack)
            m_back.erase(m_back.begin());
    }
    m_inGesture = step == Step::Same;
    m_forward.clear();
    m_current = wanted;
}

bool ZoomStack::back()
{
    if (m_back.empty())
        return false;
    m_forward.push_back(m_current);
    m_current = m_back.back();
    m_back.pop_back();
    m_inGesture = false;
    return true;
}

bool ZoomStack::forward()
{
    if (m_forward.empty())
        return false;
    m_back.push_back(m_current);
    m_current = m_forward.back();
    m_forward.pop_back();
    m_inGesture = false;
    return true;
}

} // namespace app
