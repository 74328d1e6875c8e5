// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/paint_kit.h"
#include "app/timeline/timeline_scene.h"

namespace app {

// Draws the axis above the lanes: years, ages and school years; close up terms, months and birthdays.
class AxisPainter {
public:
    AxisPainter(QPainter& painter, PaintKit& kit, const TimelineScene& scene);
    void paint();

private:
    void yearsAndAges(double yearMiddle, double ageMiddle);
    void schoolYears(double middle);
    void terms(double middle);
    void months(double middle);
    void days(double middle);
    void contexts();
    void today();
    // Where "Today" stands, beside its line: on the row of school years, or above it where one of them reaches under
    // it. Empty: today is out of sight.
    [[nodiscard]] QRectF todayLabel() const;
    [[nodiscard]] QString closeHeading() const; // school year and year group, or from when to when
    void heading(double middle, const QString& text, Face face, const QColor& colour);
    [[nodiscard]] int labelStep(double width) const; // whole years between labels of such a width

    QPainter& m_painter;
    PaintKit& m_kit;
    const TimelineScene& m_scene;
    QRectF m_plot;
};

} // namespace app
