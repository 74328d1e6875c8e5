// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/button_paint.h"

#include "app/theme/control_shapes.h"
#include "app/theme/tokens.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

void drawButtonPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const Tokens& t = Tokens::current();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool over = enabled && (option->state & QStyle::State_MouseOver);
    const bool down = enabled && (option->state & (QStyle::State_Sunken | QStyle::State_On));
    const int room = ringRoom();
    const QRectF body = QRectF(option->rect).adjusted(room, room, -room, -room);
    if (isMarked(widget, "link")) {
        // drawn by its label
    } else if (isMarked(widget, "primary")) {
        const QColor fill = !enabled ? t.band : over || down ? t.damsonHover : t.damson;
        drawRoundRect(painter, body, fill, enabled ? QColor() : t.rule, 1);
    } else if (isMarked(widget, "quiet")) {
        if (over || down)
            drawRoundRect(painter, body, t.damsonWash, {}, 0);
    } else {
        drawRoundRect(painter, body,
                      over || down ? t.damsonWash
                      : enabled    ? t.paper
                                   : t.desk,
                      !enabled       ? t.rule
                      : over || down ? t.damson
                                     : t.edge,
                      1);
    }
    if ((option->state & QStyle::State_HasFocus) && enabled)
        drawFocusRing(painter, option->rect);
}

void drawButtonLabel(const QStyleOptionButton* button, bool underlineShortcut, QPainter* painter, const QWidget* widget)
{
    const Tokens& t = Tokens::current();
    const bool enabled = button->state & QStyle::State_Enabled;
    const bool primary = isMarked(widget, "primary");
    const bool link = isMarked(widget, "link");
    const QColor colour = !enabled ? t.disabledText : primary ? t.onDamson : link ? t.damson : t.ink;
    painter->save();
    QFont font = widget ? widget->font() : painter->font();
    if (primary)
        font.setBold(true);
    if (link)
        font.setUnderline(true);
    painter->setFont(font);
    painter->setPen(colour);
    const QSize iconSize = button->icon.isNull() ? QSize(0, 0) : button->iconSize;
    const int gap = button->icon.isNull() || button->text.isEmpty() ? 0 : u(2);
    const int textWidth = QFontMetrics(font).size(Qt::TextShowMnemonic, button->text).width();
    const int width = iconSize.width() + gap + textWidth;
    const QRect room = button->rect;
    int x = link || isMarked(widget, "leftAligned") ? room.x() : room.x() + std::max(0, (room.width() - width) / 2);
    if (!button->icon.isNull()) {
        const QRect place(x, room.y() + (room.height() - iconSize.height()) / 2, iconSize.width(), iconSize.height());
        button->icon.paint(painter, QStyle::visualRect(button->direction, room, place), Qt::AlignCenter,
                           enabled ? QIcon::Normal : QIcon::Disabled);
        x += iconSize.width() + gap;
    }
    const QRect textRect(x, room.y(), room.right() + 1 - x, room.height());
    int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic;
    if (!underlineShortcut)
        flags |= Qt::TextHideMnemonic;
    painter->drawText(QStyle::visualRect(button->direction, room, textRect),
                      int(QStyle::visualAlignment(button->direction, Qt::AlignLeft)) | flags, button->text);
    painter->restore();
}

void drawSegment(const QStyleOption* option, QPainter* painter, const QString& place)
{
    const Tokens& t = Tokens::current();
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool first = place == "first"_L1 || place == "only"_L1;
    const bool last = place == "last"_L1 || place == "only"_L1;
    const double r = u(1);
    QPainterPath path;
    path.addRoundedRect(rect.adjusted(first ? 0 : -r - 1, 0, last ? 0 : r + 1, 0), r, r);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option->rect);
    const bool on = option->state & QStyle::State_On;
    const bool over = option->state & QStyle::State_MouseOver;
    painter->setPen(QPen(t.edge, 1));
    painter->setBrush(on || over ? t.damsonWash : t.paper);
    painter->drawPath(path);
    if (!last)
        painter->drawLine(QPointF(rect.right(), rect.top()), QPointF(rect.right(), rect.bottom()));
    if (on)
        painter->fillRect(QRectF(option->rect.left() + (first ? 1 : 0), option->rect.bottom() + 1 - u(0.75),
                                 option->rect.width() - (first ? 1 : 0) - (last ? 1 : 0), u(0.75)),
                          t.damson);
    painter->restore();
    if (option->state & QStyle::State_HasFocus)
        drawFocusRing(painter, option->rect);
}

} // namespace app
