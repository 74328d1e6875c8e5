// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace app {

// The page and, at its right, the inspector: beside it in a wide window (growing to 100 u), sliding over it below
// 275 u. The page is never squeezed under a readable width. What has the focus is never hidden under the inspector.
class PageArea : public QWidget {
    Q_OBJECT

public:
    PageArea(QWidget* page, QWidget* inspector, QWidget* parent = nullptr);
    ~PageArea() override;
    void setInspectorShown(bool shown);
    [[nodiscard]] bool inspectorShown() const { return m_shown; }
    [[nodiscard]] bool inspectorOver() const; // it lies over the page

Q_SIGNALS:
    void inspectorToggled(bool shown);
    void inTheWay(); // the keyboard went on to something that the inspector lies over

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void focusMoved(const QWidget* to);

    QWidget* m_page;
    QWidget* m_inspector;
    bool m_shown = false;
};

} // namespace app
