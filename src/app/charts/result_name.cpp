// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/result_name.h"

#include "app/theme/tokens.h"

#include <QFontMetricsF>
#include <QPainter>

namespace app {

namespace {

constexpr int wrapping = int(Qt::AlignLeft) | int(Qt::AlignVCenter) | int(Qt::TextWordWrap);

double inner(double room) { return room - u(2); } // from the axis

bool onOneLine(const QString& name, double room)
{
    return QFontMetricsF(textFont(TextSize::Body)).horizontalAdvance(name) <= inner(room);
}

} // namespace

double nameHeight(const QString& name, double room)
{
    if (onOneLine(name, room))
        return QFontMetricsF(textFont(TextSize::Body)).height();
    const QFontMetricsF small(textFont(TextSize::Small));
    return small.boundingRect(QRectF(0, 0, inner(room), 1e4), wrapping, name).height();
}

void paintName(QPainter& painter, const QRectF& box, const QString& name, const QColor& ink)
{
    painter.setPen(ink);
    painter.setFont(textFont(onOneLine(name, box.width()) ? TextSize::Body : TextSize::Small));
    painter.drawText(QRectF(box.left(), box.top(), inner(box.width()), box.height()), wrapping, name);
}

} // namespace app
