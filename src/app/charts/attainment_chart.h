// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/panel_layout.h"

#include <QWidget>

namespace app {

// Results as a picture: a panel for each scale, its ticks, what was expected in its own year, a shape for how the
// result came about, the value printed at the row's end. Arrow keys move over the results; a screen reader finds each
// of them as a child (attainment_accessible.h), and the table twin says the same once more.
class AttainmentChart : public QWidget {
    Q_OBJECT

public:
    explicit AttainmentChart(QWidget* parent = nullptr);
    void setAttainment(insight::Attainment attainment);
    void setCurrent(record::ValueId value); // not emitted
    [[nodiscard]] record::ValueId current() const { return m_current; }
    [[nodiscard]] const PanelLayout& layoutOfPanels() const { return m_layout; }
    [[nodiscard]] QRect rowRect(int row) const;    // in the widget
    [[nodiscard]] int rowAt(QPoint point) const;   // -1 if there is none
    void moveTo(int row);                          // as a key or a click does; -1: nothing
    [[nodiscard]] QString rowWords(int row) const; // "Key Stage 1, Reading, 2A, as expected, or above"

    // The panels as they stand, without the ring of what is selected: for a picture in a file.
    void paintPanels(QPainter& painter) const;
    [[nodiscard]] bool hasCentreAssessed() const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(record::ValueId value);
    void rowShown(const QRect& rect); // scroll it into sight

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] PanelSizes sizes() const;
    void arrange();
    void announce(int row);
    void paintPanel(QPainter& painter, int panel) const;
    void paintScore(QPainter& painter, int score) const;
    void paintResult(QPainter& painter, const insight::AttainmentPanel& panel, const insight::ResultRow& row,
                     const QRectF& axis, double middle) const;

    insight::Attainment m_attainment;
    PanelLayout m_layout;
    record::ValueId m_current;
};

} // namespace app
