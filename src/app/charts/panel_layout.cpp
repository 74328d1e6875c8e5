// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/panel_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace app {

namespace {

// A list has no axis: its left edge parts the names from the results.
double nameRoom(const insight::AttainmentPanel& panel, double wide, const PanelSizes& sizes)
{
    return wide * (panel.listed ? 0.62 : sizes.label);
}

std::vector<double> rowsHigh(const insight::AttainmentPanel& panel, double wide, const PanelSizes& sizes)
{
    std::vector<double> high;
    for (const insight::ResultRow& row : panel.rows)
        high.push_back(sizes.high ? std::max(sizes.row, sizes.high(row, nameRoom(panel, wide, sizes))) : sizes.row);
    return high;
}

double headHeight(const insight::AttainmentPanel& panel, const PanelSizes& sizes)
{
    return sizes.title + sizes.subtitle + (panel.listed ? 0 : sizes.axis);
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
    std::vector<std::vector<double>> high;
    std::vector<double> heights;
    for (std::size_t p = 0; p < attainment.panels.size(); ++p) {
        const insight::AttainmentPanel& panel = attainment.panels[p];
        high.push_back(rowsHigh(panel, wide, sizes));
        heights.push_back(std::accumulate(high[p].begin(), high[p].end(), headHeight(panel, sizes))
                          + (p < sizes.notes.size() ? sizes.notes[p] : 0));
        whole += heights[p] + sizes.gap;
    }
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
        const auto n = static_cast<std::size_t>(p);
        const insight::AttainmentPanel& panel = attainment.panels[n];
        const QRectF rect = place(heights[n]);
        const double left = rect.left() + nameRoom(panel, wide, sizes);
        const double first = rect.top() + headHeight(panel, sizes);
        PanelPlace placed{rect, {}, {}};
        double top = first;
        for (std::size_t r = 0; r < panel.rows.size(); ++r) {
            placed.rows.emplace_back(rect.left(), top, rect.width(), high[n][r]);
            layout.rows.push_back({p, static_cast<int>(r), panel.rows[r].value, placed.rows.back()});
            top += high[n][r];
        }
        placed.axis = QRectF(left, first, rect.right() - sizes.result - left, top - first);
        layout.panels.push_back(std::move(placed));
    }
    for (int s = 0; s < static_cast<int>(attainment.relative.size()); ++s) {
        const QRectF rect = place(scoreHeight);
        const double top = rect.top() + sizes.title + sizes.subtitle;
        layout.panels.push_back(
            {rect, QRectF(rect.left() + sizes.result / 4, top, rect.width() - sizes.result * 1.75, 2 * sizes.row), {}});
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
