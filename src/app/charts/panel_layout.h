// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/attainment.h"

#include <QRectF>

#include <functional>

namespace app {

// Sizes in pixels, from the font.
struct PanelSizes {
    double title = 20;
    double subtitle = 18;
    double axis = 22;
    double row = 25;
    std::function<double(const insight::ResultRow& row, double room)> high; // of a row, where its name has that much room
    std::vector<double> notes; // of each panel; nothing for those without one
    double gap = 24;        // between panels
    double narrowest = 300; // of a column
    double widest = 420;
    double label = 0.46; // share of a panel's width that names the subject
    double result = 44;  // room for the printed result at the row's end
};

// A row that the keyboard can stand on.
struct PanelRow {
    int panel = 0; // of Attainment::panels; relative scores follow after the last panel
    int row = 0;
    record::ValueId value;
    QRectF rect;
};

struct PanelPlace {
    QRectF rect;
    QRectF axis; // where places are drawn: from the lowest to the highest of the scale, all rows high
    std::vector<QRectF> rows; // as wide as the panel

    [[nodiscard]] double nameRoom() const { return axis.left() - rect.left(); }
};

struct PanelLayout {
    std::vector<PanelPlace> panels; // then one for each relative score
    std::vector<PanelRow> rows;     // in reading order
    double height = 0;
    int columns = 1;

    [[nodiscard]] int rowAt(QPointF point) const; // -1 if there is none
    [[nodiscard]] int rowOf(record::ValueId value) const;
    // The row that a key leads to: within a column up and down, aside to the row beside it.
    [[nodiscard]] int moved(int from, Qt::Key key) const;
};

// Panels one below the other in as many columns as the width holds, always in the shortest one. Pure.
[[nodiscard]] PanelLayout panelLayout(const insight::Attainment& attainment, double width, const PanelSizes& sizes);
// Where a place of the scale is drawn.
[[nodiscard]] double placeX(const insight::AttainmentPanel& panel, const QRectF& axis, double place);

} // namespace app
