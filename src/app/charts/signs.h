// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/tokens.h"
#include "insight/timeline.h"

#include <QPainter>

namespace app {

// The signs that all painted views share. Shape says what colour only repeats.

// Diamond test or exam, disc teacher, triangle centre-assessed (also for no judgement known: a disc); open: no result.
void drawResult(QPainter& painter, QPointF centre, double size, insight::Judgement judgement, bool open,
                const QColor& colour, const QColor& ground);
void drawTick(QPainter& painter, QPointF centre, double size, const QColor& colour);
// The dashed box of what is expected and not here; without a wash: something is here, and does not say it.
void drawNotHere(QPainter& painter, const QRectF& box, const Tokens& tokens, bool wash = true);
// Ring and gap of what is selected or focused.
void drawRing(QPainter& painter, const QRectF& around, const Tokens& tokens);

} // namespace app
