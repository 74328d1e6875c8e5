// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/mark_index.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {
// Marks that begin left of the screen and reach into it cover one another: the uppermost few are enough.
constexpr int mostFromTheLeft = 16;
// A cell with so few marks is looked at one by one; beyond that it is a count.
constexpr int fewInACell = 3;
// More marks of one time than this cannot be set side by side on any screen.
constexpr int mostSideBySide = 64;
constexpr double nothing = -std::numeric_limits<double>::infinity();
} // namespace

void MarkIndex::Maximum::build(const std::vector<double>& values)
{
    m_size = static_cast<int>(values.size());
    m_leaves = 1;
    while (m_leaves < values.size())
        m_leaves *= 2;
    m_tree.assign(2 * m_leaves, nothing);
    std::copy(values.begin(), values.end(), m_tree.begin() + static_cast<std::ptrdiff_t>(m_leaves));
    for (std::size_t i = m_leaves - 1; i > 0; --i)
        m_tree[i] = std::max(m_tree[2 * i], m_tree[2 * i + 1]);
}

double MarkIndex::Maximum::over(int first, int last) const
{
    double most = nothing;
    auto left = m_leaves + static_cast<std::size_t>(first);
    auto right = m_leaves + static_cast<std::size_t>(last);
    for (; left < right; left /= 2, right /= 2) {
        if (left % 2 == 1)
            most = std::max(most, m_tree[left++]);
        if (right % 2 == 1)
            most = std::max(most, m_tree[--right]);
    }
    return most;
}

int MarkIndex::Maximum::firstAtLeast(int from, double value) const
{
    if (from >= m_size)
        return m_size;
    std::size_t node = m_leaves + static_cast<std::size_t>(from);
    while (m_tree[node] < value) {
        // Up to the next subtree on the right.
        while (node > 1 && node % 2 == 1)
            node /= 2;
        if (node <= 1)
            return m_size;
        ++node;
    }
    while (node < m_leaves)
        node = m_tree[2 * node] >= value ? 2 * node : 2 * node + 1;
    return std::min(m_size, static_cast<int>(node - m_leaves));
}

int MarkIndex::Maximum::lastAbove(int before, double value) const
{
    if (before <= 0)
        return -1;
    std::size_t node = m_leaves + static_cast<std::size_t>(before) - 1;
    while (!(m_tree[node] > value)) {
        // Up to the next subtree on the left.
        while (node > 1 && node % 2 == 0)
            node /= 2;
        if (node <= 1)
            return -1;
        --node;
    }
    while (node < m_leaves)
        node = m_tree[2 * node + 1] > value ? 2 * node + 1 : 2 * node;
    return static_cast<int>(node - m_leaves);
}

MarkIndex::MarkIndex(const insight::Lane& lane)
{
    m_from.reserve(lane.marks.size());
    m_end.reserve(lane.marks.size());
    std::vector<double> lengths;
    lengths.reserve(lane.marks.size());
    m_apart = lane.marks.size() <= mostFromTheLeft;
    for (const insight::Mark& mark : lane.marks) {
        const QDate first = mark.from.isValid() ? mark.from : mark.to;
        const QDate last = mark.to.isValid() ? std::max(mark.to, first) : first;
        m_from.push_back(dayOf(first));
        m_end.push_back(dayOf(last) + 1);
        lengths.push_back(m_end.back() - m_from.back());
        m_apart = m_apart && (mark.kind == insight::MarkKind::Coverage || mark.kind == insight::MarkKind::Holding);
    }
    m_ends.build(m_end);
    m_lengths.build(lengths);
}

int MarkIndex::firstFrom(double day) const
{
    return static_cast<int>(std::lower_bound(m_from.begin(), m_from.end(), day) - m_from.begin());
}

MarkRun MarkIndex::run(int first, int last) const
{
    MarkRun run{first, last - first, from(first), m_ends.over(first, last), false};
    if (run.count > 1 && run.count <= mostSideBySide && from(last - 1) == run.from) {
        run.sameSpan = true;
        for (int i = first; i < last; ++i)
            run.sameSpan = run.sameSpan && end(i) == run.end;
    }
    return run;
}

MarkRun MarkIndex::runAt(int mark, double cellDays) const
{
    if (m_apart || cellDays <= 0)
        return run(mark, mark + 1);
    const double cell = std::floor(from(mark) / cellDays);
    int a = firstFrom(cell * cellDays);
    const int b = std::max(firstFrom((cell + 1) * cellDays), mark + 1);
    a = std::min(a, mark);
    const double wide = cellDays / 2;
    const auto isWide = [&](int i) { return end(i) - from(i) >= wide; };
    if (b - a == 1)
        return run(a, b);
    if (const MarkRun whole = run(a, b); whole.sameSpan)
        return whole;
    if (b - a <= fewInACell) {
        for (int i = a; i < b;) {
            int next = i + 1;
            while (!isWide(i) && next < b && !isWide(next))
                ++next;
            if (mark < next)
                return run(i, next);
            i = next;
        }
    }
    if (m_lengths.firstAtLeast(a, wide) == b - 1) // many short ones, then a long one: that keeps its name
        return mark == b - 1 ? run(b - 1, b) : run(a, b - 1);
    return run(a, b);
}

std::vector<MarkRun> MarkIndex::runs(const TimeRange& visible, double cellDays) const
{
    std::vector<MarkRun> result;
    const int start = firstFrom(visible.from);
    int i = start;
    for (int last = start, n = 0; n < mostFromTheLeft; ++n) {
        const int mark = m_ends.lastAbove(last, visible.from);
        if (mark < 0)
            break;
        result.push_back(runAt(mark, cellDays));
        i = std::max(i, result.back().first + result.back().count);
        last = result.back().first;
    }
    std::reverse(result.begin(), result.end());
    while (i < size() && from(i) < visible.to) {
        result.push_back(runAt(i, cellDays));
        i = result.back().first + result.back().count;
    }
    return result;
}

int MarkIndex::nearest(double day) const
{
    if (size() == 0)
        return -1;
    const int after = firstFrom(day);
    if (after < size() && from(after) == day)
        return after;
    if (const int holding = m_ends.lastAbove(after, day); holding >= 0)
        return holding;
    if (after == 0)
        return 0;
    if (after == size())
        return after - 1;
    return from(after) - day < day - end(after - 1) ? after : after - 1;
}

bool MarkIndex::anyIn(const TimeRange& range) const
{
    const int after = firstFrom(range.to);
    return m_ends.lastAbove(after, range.from) >= 0;
}

} // namespace app
