// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace app {

// Fusion with our shapes: flat controls, hairlines, one filled button a page, a ring of focus on everything that can
// have it. Colours come from the palette and Tokens, sizes from the font.
//
// What a control is, is said by dynamic properties:
//   "primary"  QPushButton: the filled button of the page
//   "quiet"    QPushButton, QToolButton: no frame until the pointer is over it
//   "link"     QPushButton: looks like a link, is reached like a button
//   "segment"  QToolButton: "first", "middle", "last", "only" of an exclusive row drawn joined
//   "fault"    QLineEdit, QTextEdit: what stands in it cannot be
class HouseStyle : public QProxyStyle {
    Q_OBJECT

public:
    HouseStyle();

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                         const QWidget* widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                       const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                       const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* back) const override;
};

} // namespace app
