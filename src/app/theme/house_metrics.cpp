// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sizes of HouseStyle: everything grows with the font.
#include "app/theme/control_shapes.h"
#include "app/theme/house_style.h"
#include "app/theme/tokens.h"

#include <QStyleOption>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace app {

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
        if (isMarked(widget, "link"))
            return size + QSize(room, u(1) + room);
        const bool primary = isMarked(widget, "primary");
        int width = size.width() + (isMarked(widget, "quiet") ? u(4) : u(8));
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button && widget && primary) {
            QFont bold = widget->font();
            bold.setBold(true);
            width += QFontMetrics(bold).horizontalAdvance(button->text) -
                     QFontMetrics(widget->font()).horizontalAdvance(button->text);
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
            wanted.rwidth() += QFontMetrics(bold).horizontalAdvance(button->text) -
                               QFontMetrics(button->font).horizontalAdvance(button->text);
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
    case SE_PushButtonContents:
        if (isMarked(widget, "link"))
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
            return visualRect(option->direction, rect, rect.adjusted(u(2), 2, -arrow, -2));
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
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, back);
    }
}

} // namespace app
