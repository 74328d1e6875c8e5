// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/parts.h"
#include "app/timeline/timeline_file.h"
#include "app/timeline/timeline_view.h"

#include <QBoxLayout>

namespace app {

// The head of the timeline page: its title in the margin, zoom steps, zoom, the tray of undated values, and the
// switch between picture and table. It shows and asks; the page acts.
class TimelineBar : public QWidget {
    Q_OBJECT

public:
    explicit TimelineBar(QWidget* parent = nullptr);
    void setZoom(TimelineView::Zoom zoom, bool canGoBack, bool canGoForward);
    void setLooking(bool open, bool active); // the filter is open; something is looked for
    void setUndated(int count);
    void setTrayOpen(bool open);
    void setTable(bool table);
    // Details lie over so much of its right end: what can be pressed stands left of them, in two lines if need be.
    void setCovered(int width);

Q_SIGNALS:
    void zoomChosen(app::TimelineView::Zoom zoom);
    void closerAsked();
    void widerAsked();
    void fitAsked();
    void backAsked();
    void forwardAsked();
    void lookAsked(bool open);
    void saveAsked(app::PictureFormat format);
    void printAsked();
    void trayAsked(bool open);
    void tableAsked(bool table);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void leaveOut();
    [[nodiscard]] bool fits() const;
    void nameButtons();
    void shortenSteps(bool brief);
    void fillOut();
    QToolButton* joined(const QString& iconName, const QString& place);

    Text* m_title;
    Segments* m_steps;
    QToolButton* m_wider;
    QToolButton* m_closer;
    QToolButton* m_fit;
    QToolButton* m_back;
    QToolButton* m_forward;
    QPushButton* m_look;
    QPushButton* m_tray;
    QToolButton* m_out;
    QToolButton* m_picture;
    QToolButton* m_table;
    QBoxLayout* m_lines;
    int m_covered = 0;
    bool m_leavingOut = false;
    int m_undated = 0;
    bool m_active = false; // something is looked for
};

} // namespace app
