// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

class QColor;
class QPainter;

namespace app {

// What a result is of, beside its mark: on one line, in smaller words, or on as many lines as it takes. Never cut off:
// two goals may begin with the same words.
[[nodiscard]] double nameHeight(const QString& name, double room);
void paintName(QPainter& painter, const QRectF& box, const QString& name, const QColor& ink);

} // namespace app
