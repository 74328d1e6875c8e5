// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/control_shapes.h"

#include "app/theme/icons.h"
#include "app/theme/tokens.h"

#include <QPainter>
#include <QStyle>
#include <QVariant>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

int ringRoom()
{
    return u(1);
}

bool isMarked(const QWidget* widget, const char* property)
{
    return widget && widget->property(property).toBool();
}

void drawRoundRect(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& line, double width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    const double inset = line.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), u(1), u(1));
    painter->restore();
}

void drawFocusRing(QPainter* painter, const QRectF& rect)
{
    drawRoundRect(painter, rect, {}, Tokens::current().damson, std::max(2.0, u() / 2.0));
}

void drawChevron(QPainter* painter, const QRect& rect, bool enabled, const QWidget* widget)
{
    const Tokens& t = Tokens::current();
    const int side = std::min({u(4.5), rect.width(), rect.height()});
    const QRect place = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {side, side}, rect);
    const double ratio = widget ? widget->devicePixelRatioF() : 1.0;
    painter->drawPixmap(place, iconPixmap(u"open"_s, side, enabled ? t.ink : t.disabledText, ratio));
}

} // namespace app
