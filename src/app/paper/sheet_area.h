// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/paper_pages.h"

#include <QAbstractScrollArea>

namespace app {

// One drawn page, scrolled and zoomed, with the line one is at marked. Everything a mouse does here a key does too:
// the view that holds it makes the actions.
class SheetArea : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit SheetArea(QWidget* parent = nullptr);
    void setSheet(const PaperSheet& sheet);
    void clear();
    void setZoom(double zoom); // 1: as wide as the area
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] int wantedWidth() const; // of the picture to draw, in pixels of the screen
    void setLine(int line); // from 1; 0: none
    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] int lineCount() const { return int(m_sheet.lines.size()); }
    [[nodiscard]] int lineAt(QPoint viewportPoint) const; // 0: there is none
    void scrollToTop();
    void scrollToEnd();

Q_SIGNALS:
    void lineChosen(int line);
    void widthChanged();
    void pageAsked(int steps); // scrolled beyond an end with the keyboard or the wheel

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QRect pageRect() const; // in the viewport
    [[nodiscard]] QRect lineRect(int line) const;
    void layOut();

    PaperSheet m_sheet;
    double m_zoom = 1;
    int m_line = 0;
};

} // namespace app
