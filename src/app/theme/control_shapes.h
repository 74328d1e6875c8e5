// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;
class QWidget;

namespace app {

// What the drawing of single controls shares.

// Room kept inside a button's rectangle for the ring of focus, which so never leaves its parent.
[[nodiscard]] int ringRoom();
// One of the dynamic properties of house_style.h is set and true.
[[nodiscard]] bool isMarked(const QWidget* widget, const char* property);
void drawRoundRect(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& line, double width);
void drawFocusRing(QPainter* painter, const QRectF& rect);
void drawChevron(QPainter* painter, const QRect& rect, bool enabled, const QWidget* widget);

} // namespace app
