// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/house_style.h"

#include "app/theme/icons.h"
#include "app/theme/tokens.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// Room kept around buttons for the ring of focus; layouts do not see it (SE_PushButtonLayoutItem).
int ringRoom()
{
    return u(1);
}

bool is(const QWidget* widget, const char* property)
{
    return widget && widget->property(property).toBool();
}

void roundRect(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& line, double width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    const double inset = line.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), u(1), u(1));
    painter->restore();
}

void ring(QPainter* painter, const QRectF& rect)
{
    roundRect(painter, rect, {}, Tokens::current().damson, std::max(2.0, u() / 2.0));
}

void drawButtonPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const Tokens& t = Tokens::current();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool over = enabled && (option->state & QStyle::State_MouseOver);
    const bool down = enabled && (option->state & (QStyle::State_Sunken | QStyle::State_On));
    const int room = ringRoom();
    const QRectF body = QRectF(option->rect).adjusted(room, room, -room, -room);
    if (is(widget, "link")) {
        // drawn by its label
    } else if (is(widget, "primary")) {
        const QColor fill = !enabled ? t.band : over || down ? t.damsonHover : t.damson;
        roundRect(painter, body, fill, enabled ? QColor() : t.rule, 1);
    } else if (is(widget, "quiet")) {
        if (over || down)
            roundRect(painter, body, t.damsonWash, {}, 0);
    } else {
        roundRect(painter, body, over || down ? t.damsonWash : enabled ? t.paper : t.desk,
                  !enabled ? t.rule : over || down ? t.damson : t.edge, 1);
    }
    if ((option->state & QStyle::State_HasFocus) && enabled)
        ring(painter, option->rect);
}

void drawField(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const Tokens& t = Tokens::current();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focus = enabled && (option->state & QStyle::State_HasFocus);
    const QColor fill = enabled ? t.paper : t.desk;
    if (is(widget, "fault"))
        roundRect(painter, option->rect, fill, t.rust, 2);
    else
        roundRect(painter, option->rect, fill, focus ? t.damson : enabled ? t.edge : t.rule,
                  focus ? std::max(2.0, u() / 2.0) : 1);
}

// The joined row of exclusive buttons: one frame around all, the chosen one washed with a bar beneath.
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
        ring(painter, option->rect);
}

void drawChevron(QPainter* painter, const QRect& rect, bool enabled, const QWidget* widget)
{
    const Tokens& t = Tokens::current();
    const int side = std::min({u(4.5), rect.width(), rect.height()});
    const QRect place = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {side, side}, rect);
    const double ratio = widget ? widget->devicePixelRatioF() : 1.0;
    painter->drawPixmap(place, iconPixmap(u"open"_s, side, enabled ? t.ink : t.disabledText, ratio));
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

} // namespace

HouseStyle::HouseStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void HouseStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    const Tokens& t = Tokens::current();
    switch (element) {
    case PE_PanelButtonCommand:
        drawButtonPanel(option, painter, widget);
        return;
    case PE_PanelButtonTool: {
        const QString place = widget ? widget->property("segment").toString() : QString();
        if (!place.isEmpty())
            drawSegment(option, painter, place);
        else
            drawButtonPanel(option, painter, widget);
        return;
    }
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            drawField(option, painter, widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        // Only fields one writes in have a frame; everything else is divided by hairlines.
        if (widget && widget->inherits("QTextEdit"))
            drawField(option, painter, widget);
        else if (widget && widget->inherits("QPlainTextEdit"))
            drawField(option, painter, widget);
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView*>(widget))
            ring(painter, QRectF(option->rect));
        else
            ring(painter, QRectF(option->rect).adjusted(-1, -1, 1, 1));
        return;
    case PE_IndicatorRadioButton:
    case PE_IndicatorCheckBox:
        drawMark(element, option, painter);
        return;
    case PE_IndicatorArrowDown:
        drawChevron(painter, option->rect, option->state & State_Enabled, widget);
        return;
    case PE_PanelTipLabel:
        roundRect(painter, option->rect, t.ink, {}, 0);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        roundRect(painter, option->rect, t.paper, t.edge, 1);
        return;
    case PE_PanelItemViewItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        if (!item)
            break;
        if (item->state & (State_Selected | State_MouseOver))
            painter->fillRect(item->rect, item->state & State_Selected ? t.damsonWash : t.band);
        if ((item->state & State_Selected)
            && (item->viewItemPosition == QStyleOptionViewItem::Beginning
                || item->viewItemPosition == QStyleOptionViewItem::OnlyOne))
            painter->fillRect(QRect(item->rect.x(), item->rect.y(), u(), item->rect.height()), t.damson);
        return;
    }
    case PE_IndicatorTabClose:
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void HouseStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const
{
    const Tokens& t = Tokens::current();
    switch (element) {
    case CE_PushButtonBevel: {
        drawButtonPanel(option, painter, widget);
        return;
    }
    case CE_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (!button)
            break;
        drawButtonPanel(option, painter, widget);
        QStyleOptionButton label = *button;
        label.rect = subElementRect(SE_PushButtonContents, option, widget);
        proxy()->drawControl(CE_PushButtonLabel, &label, painter, widget);
        return;
    }
    case CE_PushButtonLabel: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (!button)
            break;
        const bool enabled = option->state & State_Enabled;
        const bool primary = is(widget, "primary");
        const bool link = is(widget, "link");
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
        int x = link || is(widget, "leftAligned") ? room.x() : room.x() + std::max(0, (room.width() - width) / 2);
        if (!button->icon.isNull()) {
            const QRect place(x, room.y() + (room.height() - iconSize.height()) / 2, iconSize.width(),
                              iconSize.height());
            button->icon.paint(painter, visualRect(button->direction, room, place), Qt::AlignCenter,
                               enabled ? QIcon::Normal : QIcon::Disabled);
            x += iconSize.width() + gap;
        }
        const QRect textRect(x, room.y(), room.right() + 1 - x, room.height());
        int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine;
        if (!proxy()->styleHint(SH_UnderlineShortcut, option, widget, nullptr))
            flags |= Qt::TextHideMnemonic;
        painter->drawText(visualRect(button->direction, room, textRect),
                          QStyle::visualAlignment(button->direction, Qt::AlignLeft) | flags, button->text);
        painter->restore();
        return;
    }
    case CE_ToolButtonLabel: {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (!button)
            break;
        QStyleOptionToolButton label = *button;
        const bool on = option->state & State_On;
        const QColor colour = !(option->state & State_Enabled) ? t.disabledText : on ? t.damson : t.ink;
        for (const QPalette::ColorRole role : {QPalette::ButtonText, QPalette::WindowText, QPalette::Text})
            label.palette.setColor(role, colour);
        if (on && is(widget, "segment_bold"))
            label.font.setBold(true);
        QProxyStyle::drawControl(element, &label, painter, widget);
        return;
    }
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: {
        painter->fillRect(option->rect, t.sheet);
        painter->fillRect(QRect(option->rect.x(), option->rect.bottom(), option->rect.width(), 1), t.edge);
        return;
    }
    case CE_HeaderLabel: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (!header)
            break;
        painter->save();
        painter->setFont(textFont(TextSize::Small));
        painter->setPen(t.ink2);
        painter->drawText(header->rect.adjusted(u(), 0, -u(), 0), Qt::AlignVCenter | int(header->textAlignment),
                          header->text);
        painter->restore();
        return;
    }
    case CE_ProgressBarGroove:
        roundRect(painter, option->rect, t.band, t.rule, 1);
        return;
    case CE_ProgressBarContents: {
        const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        if (!bar)
            break;
        const double share = bar->maximum > bar->minimum
            ? double(bar->progress - bar->minimum) / (bar->maximum - bar->minimum)
            : 0.35; // length not known: a still bar, nothing moves
        QRectF filled = QRectF(option->rect).adjusted(1, 1, -1, -1);
        filled.setWidth(filled.width() * std::clamp(share, 0.0, 1.0));
        roundRect(painter, filled, t.damson, {}, 0);
        return;
    }
    case CE_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item && item->menuItemType != QStyleOptionMenuItem::Separator) {
            QStyleOptionMenuItem copy = *item;
            copy.palette.setColor(QPalette::Highlight, t.damsonWash);
            copy.palette.setColor(QPalette::HighlightedText, t.ink);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                    const QWidget* widget) const
{
    switch (control) {
    case CC_ComboBox: {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (!combo)
            break;
        QStyleOptionComboBox copy = *combo;
        copy.state.setFlag(State_HasFocus, widget && widget->hasFocus());
        if (widget && combo->editable)
            copy.state.setFlag(State_HasFocus, widget->isAncestorOf(widget->window()->focusWidget()));
        drawField(&copy, painter, widget);
        drawChevron(painter, proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget),
                    option->state & State_Enabled, widget);
        return;
    }
    case CC_SpinBox: {
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (!spin)
            break;
        QStyleOption field = *option;
        field.state.setFlag(State_HasFocus, widget && widget->window()->focusWidget()
                                && (widget->hasFocus() || widget->isAncestorOf(widget->window()->focusWidget())));
        drawField(&field, painter, widget);
        if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
            return;
        const QRect up = proxy()->subControlRect(control, option, SC_SpinBoxUp, widget);
        const QRect down = proxy()->subControlRect(control, option, SC_SpinBoxDown, widget);
        const Tokens& t = Tokens::current();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(option->state & State_Enabled ? t.ink2 : t.disabledText, 1.6, Qt::SolidLine, Qt::RoundCap,
                             Qt::RoundJoin));
        const double a = u(0.9);
        const QPointF c1 = QRectF(up).center();
        const QPointF c2 = QRectF(down).center();
        painter->drawPolyline(QPolygonF{c1 + QPointF(-a, a / 2), c1 + QPointF(0, -a / 2), c1 + QPointF(a, a / 2)});
        painter->drawPolyline(QPolygonF{c2 + QPointF(-a, -a / 2), c2 + QPointF(0, a / 2), c2 + QPointF(a, -a / 2)});
        painter->restore();
        return;
    }
    case CC_ScrollBar: {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (!bar)
            break;
        drawScrollBar(bar, painter, proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    }
    case CC_ToolButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (!button)
            break;
        proxy()->drawPrimitive(PE_PanelButtonTool, option, painter, widget);
        QStyleOptionToolButton label = *button;
        const int pad = widget && !widget->property("segment").toString().isEmpty() ? 0 : ringRoom();
        label.rect = button->rect.adjusted(pad, pad, -pad, -pad);
        if (button->subControls & SC_ToolButtonMenu || button->features & QStyleOptionToolButton::HasMenu)
            label.rect.setRight(label.rect.right() - u(4));
        proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
        if (button->features & QStyleOptionToolButton::HasMenu)
            drawChevron(painter, QRect(button->rect.right() - u(6), button->rect.y(), u(4), button->rect.height()),
                        option->state & State_Enabled, widget);
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ButtonMargin:
        return u(6);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ScrollBarExtent:
        return u(3);
    case PM_ScrollBarSliderMin:
        return u(8);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return u(4.5);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return u(2.5);
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
        return u(4.5);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return u(2);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return u(3);
    case PM_DefaultFrameWidth:
        return widget && (widget->inherits("QTextEdit") || widget->inherits("QPlainTextEdit")) ? 2 : 1;
    case PM_HeaderMargin:
        return u();
    case PM_FocusFrameHMargin:
        return u();
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize HouseStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                   const QWidget* widget) const
{
    const int room = 2 * ringRoom();
    switch (type) {
    case CT_PushButton: {
        if (is(widget, "link"))
            return size + QSize(room, u(1) + room);
        const bool primary = is(widget, "primary");
        int width = size.width() + (is(widget, "quiet") ? u(4) : u(8));
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button && widget && primary) {
            QFont bold = widget->font();
            bold.setBold(true);
            width += QFontMetrics(bold).horizontalAdvance(button->text) - QFontMetrics(widget->font()).horizontalAdvance(button->text);
        }
        return {width + room, std::max(size.height() + u(3), u(primary ? 10 : 8)) + room};
    }
    case CT_ToolButton: {
        const bool segment = widget && !widget->property("segment").toString().isEmpty();
        QSize wanted = size + QSize(segment ? u(6) : u(3), u(2));
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
            segment && button && !button->text.isEmpty()) {
            QFont bold = button->font; // the chosen one is bold: choosing must not move the others
            bold.setBold(true);
            wanted.rwidth() += QFontMetrics(bold).horizontalAdvance(button->text)
                - QFontMetrics(button->font).horizontalAdvance(button->text);
        }
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
            button && button->features & QStyleOptionToolButton::HasMenu)
            wanted.rwidth() += u(4);
        wanted.setHeight(std::max(wanted.height(), u(8)));
        return segment ? wanted : wanted + QSize(room, room);
    }
    case CT_LineEdit:
        return {size.width() + u(2), std::max(size.height() + u(2), u(9))};
    case CT_ComboBox: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + u(4), std::max(base.height(), u(9))};
    }
    case CT_SpinBox: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + u(2), std::max(base.height(), u(9))};
    }
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(base.height(), u(7))};
    }
    case CT_MenuItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + u(4), std::max(base.height(), u(7))};
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect HouseStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const int room = ringRoom();
    switch (element) {
    case SE_PushButtonLayoutItem:
        return option->rect.adjusted(room, room, -room, -room);
    case SE_ToolButtonLayoutItem:
        if (widget && !widget->property("segment").toString().isEmpty())
            return option->rect;
        return option->rect.adjusted(room, room, -room, -room);
    case SE_PushButtonContents:
        if (is(widget, "link"))
            return option->rect.adjusted(room, room, -room, -room);
        return option->rect.adjusted(room + u(2), room, -room - u(2), -room);
    case SE_LineEditContents: {
        const QRect base = QProxyStyle::subElementRect(element, option, widget);
        return base.adjusted(u(2), 0, -u(1), 0);
    }
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect HouseStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                 const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        const QRect rect = option->rect;
        const int arrow = u(8);
        switch (part) {
        case SC_ComboBoxArrow:
            return visualRect(option->direction, rect, {rect.right() + 1 - arrow, rect.y(), arrow, rect.height()});
        case SC_ComboBoxEditField:
            return visualRect(option->direction, rect,
                              rect.adjusted(u(2), 2, -arrow, -2));
        default:
            break;
        }
    }
    if (control == CC_ScrollBar) {
        // No arrow buttons: the whole length is the groove.
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar) {
            const bool upright = bar->orientation == Qt::Vertical;
            const int length = upright ? bar->rect.height() : bar->rect.width();
            const int range = bar->maximum - bar->minimum;
            int slider = length;
            if (range > 0) {
                slider = int(qint64(bar->pageStep) * length / (qint64(range) + bar->pageStep));
                slider = std::clamp(slider, std::min(u(8), length), length);
            }
            const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider,
                                                      bar->upsideDown);
            const auto piece = [&](int from, int size) {
                return upright ? QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), size)
                               : QRect(bar->rect.x() + from, bar->rect.y(), size, bar->rect.height());
            };
            switch (part) {
            case SC_ScrollBarAddLine:
            case SC_ScrollBarSubLine:
                return {};
            case SC_ScrollBarSubPage:
                return piece(0, start);
            case SC_ScrollBarAddPage:
                return piece(start + slider, length - start - slider);
            case SC_ScrollBarGroove:
                return bar->rect;
            case SC_ScrollBarSlider:
                return piece(start, slider);
            default:
                break;
            }
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* back) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_ComboBox_Popup:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, back);
    }
}

} // namespace app
