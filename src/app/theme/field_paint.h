// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QWidget;

namespace app {

// What one writes in, ticks, drags and waits for.
void drawField(const QStyleOption* option, QPainter* painter, const QWidget* widget);
void drawSpinArrows(const QStyleOption* option, QPainter* painter, const QRect& up, const QRect& down);
// A check box or a radio button, without its words.
void drawMark(QStyle::PrimitiveElement element, const QStyleOption* option, QPainter* painter);
void drawScrollBar(const QStyleOptionSlider* option, QPainter* painter, const QRect& handle);
void drawProgress(const QStyleOptionProgressBar* bar, QPainter* painter);

} // namespace app
