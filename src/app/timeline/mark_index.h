// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/time_scale.h"
#include "insight/timeline.h"

#include <vector>

namespace app {

// Marks that are drawn as one: a single mark, or several that would touch and become a number in a box.
struct MarkRun {
    int first = 0;
    int count = 1;
    double from = 0;       // of the first
    double end = 0;        // the latest end, exclusive
    bool sameSpan = false; // several marks of exactly the same time (results of one year): no zoom parts them
};

// The marks of one lane, made ready for painting: finding what is on screen costs O(log marks) for every thing drawn,
// and no more than a fixed number of things fit on a screen. Marks that begin in one cell (a stretch of time as wide
// as a count box, counted from day 0 so that panning does not regroup them) are drawn together.
class MarkIndex {
public:
    MarkIndex() = default;
    explicit MarkIndex(const insight::Lane& lane);

    [[nodiscard]] int size() const { return static_cast<int>(m_from.size()); }
    [[nodiscard]] double from(int mark) const { return m_from[static_cast<std::size_t>(mark)]; }
    [[nodiscard]] double end(int mark) const { return m_end[static_cast<std::size_t>(mark)]; }

    [[nodiscard]] MarkRun runAt(int mark, double cellDays) const;
    // What is to be drawn in a stretch of time, in the order of painting.
    [[nodiscard]] std::vector<MarkRun> runs(const TimeRange& visible, double cellDays) const;
    // The mark nearest to a moment: one that holds it, else the one whose edge is nearest. -1 in an empty lane.
    [[nodiscard]] int nearest(double day) const;
    // Whether some mark reaches into a stretch of time.
    [[nodiscard]] bool anyIn(const TimeRange& range) const;

private:
    [[nodiscard]] int firstFrom(double day) const; // first mark that begins at or after a moment
    [[nodiscard]] MarkRun run(int first, int last) const;

    // Largest value of any stretch of marks, as a complete binary tree over them.
    class Maximum {
    public:
        void build(const std::vector<double>& values);
        [[nodiscard]] double over(int first, int last) const;         // of [first, last)
        [[nodiscard]] int firstAtLeast(int from, double value) const; // size if there is none
        [[nodiscard]] int lastAbove(int before, double value) const;  // the last below `before`; -1 if none

    private:
        std::size_t m_leaves = 0;
        int m_size = 0;
        std::vector<double> m_tree;
    };

    std::vector<double> m_from;
    std::vector<double> m_end;
    Maximum m_ends;
    Maximum m_lengths;
    bool m_apart = false; // bracket and bar of a release: never merged
};

} // namespace app
