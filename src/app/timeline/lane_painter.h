// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/label_rule.h"
#include "app/timeline/paint_kit.h"
#include "app/timeline/timeline_scene.h"

namespace app {

// How much is left of what does not fit the filter: it stays where it is, and can still be made out.
inline constexpr double dimmed = 0.25;

// Draws the marks of one lane. Nothing off screen is looked at, and what shares a pixel is drawn once.
class LanePainter {
public:
    LanePainter(QPainter& painter, PaintKit& kit, const TimelineScene& scene);

    void paintLane(const LaneRow& row);
    // All lanes of a folded group as counts in one row.
    void paintSummary(const LaneRow& row, const FoldedLane& folded);
    void countBox(const QRectF& box, int count, const Tokens::Lane& colours);

private:
    struct Context {
        const LaneRow* row;
        const insight::Lane* lane;
        const Tokens::Lane* colours;
    };
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
    bool paintSideBySide(const Context& lane, const MarkRun& run, const QRectF& bar);
    void paintCoverage(const Context& lane, const insight::Mark& mark, const QRectF& rect);
    void paintHolding(const Context& lane, const insight::Mark& mark, const QRectF& rect, double freeUntil);
    void tintBar(const QRectF& bar, const Tokens::Lane& colours, bool beginsHere);
    void dots(double from, double to, double y, const QColor& colour);
    double label(const insight::Mark& mark, const QRectF& inside, bool plate, const QColor& ground);

    QPainter& m_painter;
    PaintKit& m_kit;
    const TimelineScene& m_scene;
    QRectF m_plot;
    double m_pad; // between the edge of a mark and its words
};

} // namespace app
