// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/panel_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {

double panelHeight(const insight::AttainmentPanel& panel, std::size_t n, const PanelSizes& sizes)
{
    return sizes.title + sizes.subtitle + (panel.listed ? 0 : sizes.axis) + sizes.row * static_cast<double>(panel.rows.size()) +
           (n < sizes.notes.size() ? sizes.notes[n] : 0);
}

} // namespace

PanelLayout panelLayout(const insight::Attainment& attainment, double width, const PanelSizes& sizes)
{
    PanelLayout layout;
    layout.columns = std::clamp(static_cast<int>((width + sizes.gap) / (sizes.narrowest + sizes.gap)), 1, 3);
    const double wide =
        std::min(sizes.widest, (width - sizes.gap * (layout.columns - 1)) / static_cast<double>(layout.columns));
    std::vector<double> bottoms(static_cast<std::size_t>(layout.columns), 0);
    // In the order of time down the first column, then the next: a column is left when its share is full.
    double whole = 0;
    for (std::size_t p = 0; p < attainment.panels.size(); ++p)
        whole += panelHeight(attainment.panels[p], p, sizes) + sizes.gap;
    const double scoreHeight = sizes.title + sizes.subtitle + 2 * sizes.row;
    whole += (scoreHeight + sizes.gap) * static_cast<double>(attainment.relative.size());
    const double share = whole / layout.columns;
    std::size_t column = 0;
    const auto place = [&](double height) {
        if (column + 1 < bottoms.size() && bottoms[column] > 0 && bottoms[column] + height * 0.6 > share)
            ++column;
        const QRectF rect(static_cast<double>(column) * (wide + sizes.gap), bottoms[column], wide, height);
        bottoms[column] += height + sizes.gap;
        return rect;
    };
    for (int p = 0; p < static_cast<int>(attainment.panels.size()); ++p) {
        const insight::AttainmentPanel& panel = attainment.panels[static_cast<std::size_t>(p)];
        const QRectF rect = place(panelHeight(panel, static_cast<std::size_t>(p), sizes));
        const double top = rect.top() + sizes.title + sizes.subtitle + (panel.listed ? 0 : sizes.axis);
        // A list has no axis: its left edge parts the names from the results.
        const double left = rect.left() + rect.width() * (panel.listed ? 0.62 : sizes.label);
        const double count = static_cast<double>(panel.rows.size());
        layout.panels.push_back({rect, QRectF(left, top, rect.right() - sizes.result - left, sizes.row * count)});
        for (int r = 0; r < static_cast<int>(panel.rows.size()); ++r)
            layout.rows.push_back({p, r, panel.rows[static_cast<std::size_t>(r)].value,
                                   QRectF(rect.left(), top + sizes.row * r, rect.width(), sizes.row)});
    }
    for (int s = 0; s < static_cast<int>(attainment.relative.size()); ++s) {
        const QRectF rect = place(scoreHeight);
        const double top = rect.top() + sizes.title + sizes.subtitle;
        layout.panels.push_back(
            {rect, QRectF(rect.left() + sizes.result / 4, top, rect.width() - sizes.result * 1.75, 2 * sizes.row)});
        layout.rows.push_back({static_cast<int>(attainment.panels.size()) + s, 0,
                               attainment.relative[static_cast<std::size_t>(s)].value,
                               QRectF(rect.left(), top, rect.width(), 2 * sizes.row)});
    }
    layout.height = *std::max_element(bottoms.begin(), bottoms.end());
    return layout;
}

int PanelLayout::rowAt(QPointF point) const
{
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const PanelRow& r) { return r.rect.contains(point); });
    return row == rows.end() ? -1 : static_cast<int>(row - rows.begin());
}

int PanelLayout::rowOf(record::ValueId value) const
{
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const PanelRow& r) { return r.value == value; });
    return row == rows.end() ? -1 : static_cast<int>(row - rows.begin());
}

int PanelLayout::moved(int from, Qt::Key key) const
{
    const int last = static_cast<int>(rows.size()) - 1;
    if (last < 0)
        return -1;
    if (from < 0)
        return 0;
    switch (key) {
    case Qt::Key_Up:
        return std::max(0, from - 1);
    case Qt::Key_Down:
        return std::min(last, from + 1);
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return last;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const QRectF& here = rows[static_cast<std::size_t>(from)].rect;
        int best = from;
        double bestDistance = std::numeric_limits<double>::max();
        for (int i = 0; i <= last; ++i) {
            const QRectF& there = rows[static_cast<std::size_t>(i)].rect;
            const double across = key == Qt::Key_Right ? there.left() - here.right() : here.left() - there.right();
            if (across < 0)
                continue;
            // The next column first, then the nearest height.
            const double distance = across * 1000 + std::abs(there.center().y() - here.center().y());
            if (distance < bestDistance) {
                bestDistance = distance;
                best = i;
            }
        }
        return best;
    }
    default:
        return from;
    }
}

double placeX(const insight::AttainmentPanel& panel, const QRectF& axis, double place)
{
    const double length = panel.to - panel.from;
    // Half a step of room at both ends, so that no mark hangs over its panel.
    const double room = axis.width() * 0.06;
    const double share = length > 0 ? std::clamp((place - panel.from) / length, 0.0, 1.0) : 0.5;
    return axis.left() + room + share * (axis.width() - 2 * room);
}

} // namespace app
