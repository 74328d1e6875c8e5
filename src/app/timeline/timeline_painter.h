// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/paint_kit.h"
#include "app/timeline/timeline_scene.h"

#include <map>

namespace app {

// Draws the whole timeline: ground, lanes, names at the left, axis, today, and the ring around the current thing.
class TimelinePainter {
public:
    TimelinePainter(QPainter& painter, PaintKit& kit, const TimelineScene& scene,
                    const std::map<insight::LaneGroup, FoldedLane>& folded);
    void paint(const Spot& current, bool hasFocus, const QRectF& dirty);

private:
    void otherTimes();
    void contextBands();
    void todayLine(double top, double bottom);
    [[nodiscard]] QString nameThatFits(const insight::Lane& lane, double room) const;
    void drawName(double left, double middle, double room, const QString& name, Face face, Face smaller,
                  const Tokens& inks);
    void groupGround(const LaneRow& row);
    void rowName(const LaneRow& row);
    void rowContent(const LaneRow& row);
    void legend(const LaneRow& row);
    void ringAndTag(const Spot& current, bool hasFocus);
    void tag(const QRectF& rect, const QString& name); // above what it names, else below

    QPainter& m_painter;
    PaintKit& m_kit;
    const TimelineScene& m_scene;
    const std::map<insight::LaneGroup, FoldedLane>& m_folded;
    QRectF m_plot;
};

} // namespace app
