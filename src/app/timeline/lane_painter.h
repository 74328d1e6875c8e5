// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/label_rule.h"
#include "app/timeline/paint_kit.h"
#include "app/timeline/timeline_scene.h"

namespace app {

// Draws the marks of one lane. Nothing off screen is looked at, and what shares a pixel is drawn once.
class LanePainter {
public:
    LanePainter(QPainter& painter, PaintKit& kit, const TimelineScene& scene);

    void paintLane(const LaneRow& row);
    // All lanes of a folded group as counts in one row.
    void paintSummary(const LaneRow& row, const FoldedLane& folded);

private:
    struct Context {
        const LaneRow* row;
        const insight::Lane* lane;
    };
    // What does not fit what is looked for is drawn in weaker colours.
    void dim(bool dimmed) { m_inks = dimmed ? &m_kit.dimmedTokens() : &m_kit.tokens(); }
    [[nodiscard]] const Tokens::Lane& colours(const Context& lane) const { return m_inks->lane(lane.row->group); }
    void countBox(const LaneRow& row, const QRectF& box, int count);
    void paintGaps(const LaneRow& row);
    void gapBox(const LaneRow& row, const TimeRange& gap, const QString& words, bool wash);
    void notAsked(const LaneRow& row, const TimeRange& gap);
    void paintRun(const Context& lane, const MarkRun& run, double freeUntil);
    void paintRunFully(const Context& lane, const MarkRun& run, const QRectF& rect, double freeUntil,
                       const insight::Mark& mark, int number);
    void paintSpan(const Context& lane, const insight::Mark& mark, const QRectF& bar, double freeUntil);
    void paintChange(const Context& lane, const MarkRun& before, const MarkRun& after);
    void paintReadings(const Context& lane, const insight::Mark& mark, const QRectF& bar);
    void paintAmount(const Context& lane, const insight::Mark& mark, const QRectF& bar);
    void paintResults(const Context& lane, const MarkRun& run, const QRectF& bar, double freeUntil);
    void paintSources(const Context& lane, const MarkRun& run, const QRectF& bar);
    bool paintSideBySide(const Context& lane, const MarkRun& run, const QRectF& bar);
    void paintCoverage(const Context& lane, const insight::Mark& mark, const QRectF& rect);
    void paintHolding(const Context& lane, const insight::Mark& mark, const QRectF& rect, double freeUntil);
    void tintBar(const QRectF& bar, const Tokens::Lane& colours, bool beginsHere);
    void dots(double from, double to, double y, const QColor& colour);
    double label(const insight::Mark& mark, const QRectF& inside, bool plate, const QColor& ground);

    QPainter& m_painter;
    PaintKit& m_kit;
    const Tokens* m_inks;
    const TimelineScene& m_scene;
    QRectF m_plot;
    double m_pad; // between the edge of a mark and its words
};

} // namespace app
