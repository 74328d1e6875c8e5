// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one row of a group that is folded: numbers, and for results which test they are of.
#include "app/charts/signs.h"
#include "app/timeline/lane_painter.h"

#include <algorithm>
#include <cmath>

namespace app {

using insight::Mark;
using insight::MarkKind;

void LanePainter::paintSummary(const LaneRow& row, const FoldedLane& folded)
{
    const double middle = m_scene.rowTop(row) + row.height / 2;
    const SceneSizes& sizes = m_scene.sizes;
    const std::vector<MarkRun> runs = folded.index.runs(m_scene.scale.range, m_scene.cellDays());
    double taken = m_plot.left(); // to where something stands in this row
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const MarkRun& run = runs[i];
        const auto first = static_cast<std::size_t>(run.first);
        const Mark& mark = folded.lane.marks[first];
        const double cell = m_scene.scale.x(std::floor(run.from / m_scene.cellDays()) * m_scene.cellDays());
        const int fits = folded.fitsBefore.empty() ? run.count
                                                   : folded.fitsBefore[first + static_cast<std::size_t>(run.count)] -
                                                         folded.fitsBefore[first];
        const int shown = fits > 0 ? fits : run.count;
        dim(fits == 0);
        if (mark.kind != MarkKind::Result) {
            countBox(row, {cell, middle - sizes.barHeight / 2, sizes.boxWidth, sizes.barHeight}, shown);
            continue;
        }
        // Results in one row name their test: "13 Foundation Stage".
        const double size = u(3.5);
        const double centre = m_scene.scale.x(run.sameSpan || run.count == 1 ? (run.from + run.end) / 2 : run.from);
        const auto begin = folded.lane.marks.begin() + run.first;
        const bool tested = std::any_of(begin, begin + run.count,
                                        [](const Mark& m) { return m.judgement == insight::Judgement::Test; });
        drawResult(m_painter, {centre, middle}, size, tested ? insight::Judgement::Test : mark.judgement, false,
                   m_inks->lane(row.group).strong, m_inks->sheet);
        const double free = i + 1 < runs.size() ? m_scene.scale.x(runs[i + 1].from) : m_plot.right();
        const double room = std::min(free, m_plot.right()) - centre - size / 2 - 2 * m_pad;
        const QString number = QString::number(shown);
        const bool oneTest = std::all_of(folded.names.begin() + run.first, folded.names.begin() + run.first + run.count,
                                         [&](const QString& name) { return name == folded.names[first]; });
        const QString words = oneTest ? folded.names[first] : QString();
        const double numberWidth = m_kit.textWidth(number, Face::Bold);
        const double both = numberWidth + u(1) + m_kit.textWidth(words);
        double left = centre + size / 2 + u(1);
        const double before = centre - size / 2 - u(1) - both;
        const bool whole = both <= room;
        // Where the next test is near, the words stand before their sign rather than not at all.
        const bool ahead = !whole && !words.isEmpty() && before >= taken + 2 * m_pad;
        taken = std::max(taken, left);
        if (!ahead && numberWidth > room)
            continue;
        if (ahead)
            left = before;
        m_kit.drawText(m_painter, left, middle, number, m_inks->ink, Face::Bold);
        if (whole || ahead)
            m_kit.drawText(m_painter, left + numberWidth + u(1), middle, words, m_inks->ink);
        if (!ahead)
            taken = left + (whole ? both : numberWidth);
    }
    dim(false);
}

} // namespace app
