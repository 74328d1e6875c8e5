// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/house_style.h"

#include "app/theme/button_paint.h"
#include "app/theme/control_shapes.h"
#include "app/theme/field_paint.h"
#include "app/theme/tokens.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace app {

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
        if (widget && (widget->inherits("QTextEdit") || widget->inherits("QPlainTextEdit")))
            drawField(option, painter, widget);
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView*>(widget))
            drawFocusRing(painter, QRectF(option->rect));
        else
            drawFocusRing(painter, QRectF(option->rect).adjusted(-1, -1, 1, 1));
        return;
    case PE_IndicatorRadioButton:
    case PE_IndicatorCheckBox:
        drawMark(element, option, painter);
        return;
    case PE_IndicatorArrowDown:
        drawChevron(painter, option->rect, option->state & State_Enabled, widget);
        return;
    case PE_PanelTipLabel:
        drawRoundRect(painter, option->rect, t.ink, {}, 0);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        drawRoundRect(painter, option->rect, t.paper, t.edge, 1);
        return;
    case PE_PanelItemViewItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        if (!item)
            break;
        if (item->state & (State_Selected | State_MouseOver))
            painter->fillRect(item->rect, item->state & State_Selected ? t.damsonWash : t.band);
        if ((item->state & State_Selected) && (item->viewItemPosition == QStyleOptionViewItem::Beginning ||
                                               item->viewItemPosition == QStyleOptionViewItem::OnlyOne))
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
        drawButtonLabel(button, proxy()->styleHint(SH_UnderlineShortcut, option, widget, nullptr), painter, widget);
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
        if (on && isMarked(widget, "segment_bold"))
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
        drawRoundRect(painter, option->rect, t.band, t.rule, 1);
        return;
    case CE_ProgressBarContents: {
        const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        if (!bar)
            break;
        drawProgress(bar, painter);
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
        QStyleOption field = static_cast<const QStyleOption&>(*option);
        field.state.setFlag(State_HasFocus,
                            widget && widget->window()->focusWidget() &&
                                (widget->hasFocus() || widget->isAncestorOf(widget->window()->focusWidget())));
        drawField(&field, painter, widget);
        if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
            return;
        drawSpinArrows(option, painter, proxy()->subControlRect(control, option, SC_SpinBoxUp, widget),
                       proxy()->subControlRect(control, option, SC_SpinBoxDown, widget));
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

} // namespace app
