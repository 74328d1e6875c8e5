// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/field_paint.h"

#include "app/theme/control_shapes.h"
#include "app/theme/tokens.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace app {

void drawField(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const Tokens& t = Tokens::current();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focus = enabled && (option->state & QStyle::State_HasFocus);
    const QColor fill = enabled ? t.paper : t.desk;
    if (isMarked(widget, "fault"))
        drawRoundRect(painter, option->rect, fill, t.rust, 2);
    else
        drawRoundRect(painter, option->rect, fill,
                      focus     ? t.damson
                      : enabled ? t.edge
                                : t.rule,
                      focus ? std::max(2.0, u() / 2.0) : 1);
}

void drawSpinArrows(const QStyleOption* option, QPainter* painter, const QRect& up, const QRect& down)
{
    const Tokens& t = Tokens::current();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(option->state & QStyle::State_Enabled ? t.ink2 : t.disabledText, 1.6, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    const double a = u(0.9);
    const QPointF c1 = QRectF(up).center();
    const QPointF c2 = QRectF(down).center();
    painter->drawPolyline(QPolygonF{c1 + QPointF(-a, a / 2), c1 + QPointF(0, -a / 2), c1 + QPointF(a, a / 2)});
    painter->drawPolyline(QPolygonF{c2 + QPointF(-a, -a / 2), c2 + QPointF(0, a / 2), c2 + QPointF(a, -a / 2)});
    painter->restore();
}

void drawMark(QStyle::PrimitiveElement element, const QStyleOption* option, QPainter* painter)
{
    const Tokens& t = Tokens::current();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const bool over = enabled && (option->state & QStyle::State_MouseOver);
    const QColor line = !enabled ? t.rule : on || over ? t.damson : t.edge;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF rect = QRectF(option->rect).adjusted(1, 1, -1, -1);
    painter->setPen(QPen(line, 1.4));
    painter->setBrush(over ? t.damsonWash : enabled ? t.paper : t.desk);
    if (element == QStyle::PE_IndicatorRadioButton) {
        painter->drawEllipse(rect);
        if (on) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(enabled ? t.damson : t.disabledText);
            const double inset = rect.width() * 0.27;
            painter->drawEllipse(rect.adjusted(inset, inset, -inset, -inset));
        }
    } else {
        if (on)
            painter->setBrush(enabled ? t.damson : t.rule);
        painter->drawRoundedRect(rect, 3, 3);
        if (on) {
            painter->setPen(QPen(enabled ? t.onDamson : t.disabledText, std::max(1.75, u() * 0.45), Qt::SolidLine,
                                 Qt::RoundCap, Qt::RoundJoin));
            const double w = rect.width();
            painter->drawPolyline(QPolygonF{rect.topLeft() + QPointF(w * 0.22, w * 0.53),
                                            rect.topLeft() + QPointF(w * 0.42, w * 0.72),
                                            rect.topLeft() + QPointF(w * 0.79, w * 0.3)});
        }
    }
    painter->restore();
}

void drawScrollBar(const QStyleOptionSlider* option, QPainter* painter, const QRect& handle)
{
    const Tokens& t = Tokens::current();
    painter->fillRect(option->rect, option->palette.color(QPalette::Window));
    if (option->minimum == option->maximum)
        return;
    const bool active = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const int thin = u(0.75);
    const QRectF bar = option->orientation == Qt::Vertical ? QRectF(handle).adjusted(thin, 1, -thin, -1)
                                                           : QRectF(handle).adjusted(1, thin, -1, -thin);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(active ? t.ink2 : t.edge);
    const double r = std::min(bar.width(), bar.height()) / 2;
    painter->drawRoundedRect(bar, r, r);
    painter->restore();
}

void drawProgress(const QStyleOptionProgressBar* bar, QPainter* painter)
{
    const Tokens& t = Tokens::current();
    const double share = bar->maximum > bar->minimum
                             ? double(bar->progress - bar->minimum) / (bar->maximum - bar->minimum)
                             : 0.35; // length not known: a still bar, nothing moves
    QRectF filled = QRectF(bar->rect).adjusted(1, 1, -1, -1);
    filled.setWidth(filled.width() * std::clamp(share, 0.0, 1.0));
    drawRoundRect(painter, filled, t.damson, {}, 0);
}

} // namespace app
