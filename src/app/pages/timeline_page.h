// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/run_model.h"
#include "app/models/timeline_model.h"
#include "app/pages/page.h"

#include <QPointer>

#include <set>

class QFrame;
class QListView;
class QStackedWidget;
class QTreeView;

namespace app {

class EmptyOr;
class FilterArea;
class FilterBar;
class Notice;
class Surface;
class TimelineBar;
class TimelineView;

// The timeline as a picture and as a table over one model, with the tray of undated values below.
class TimelinePage : public Page {
    Q_OBJECT

public:
    explicit TimelinePage(QWidget* parent = nullptr);
    ~TimelinePage() override;

    void setSnapshot(const desk::SnapshotPtr& snapshot) override;
    void showSelected(const Selected& selected) override;
    void takeFocus() override;
    void setCovered(int width) override;

    void showTable(bool table);
    void lookFor(const QString& words); // opens the bar with them; none: shows all again and closes it
    [[nodiscard]] TimelineView* view() const { return m_view; }
    [[nodiscard]] QTreeView* table() const { return m_table; }

private:
    void setTimeline(insight::Timeline timeline);
    void choose(const QString& key);
    void emitSelected(const MarkPlace& place);
    void openRun(int lane, int first, int count);
    void openContext(int context);
    void openMoment();
    void popUp(QFrame* popup, const QPoint& at);
    void look();                 // what is looked for has changed
    void showLooking(bool open); // the bar to choose it with
    void rememberView();
    void expandTable();
    void wireBar();
    void wireLooking();

    desk::SnapshotPtr m_snapshot;
    TimelineModel* m_model;
    UndatedModel* m_undated;
    TimelineBar* m_bar;
    FilterBar* m_filter;
    FilterArea* m_filterArea;
    Notice* m_notice;
    TimelineView* m_view;
    QTreeView* m_table;
    Surface* m_tray;
    QListView* m_trayList;
    QStackedWidget* m_views;       // picture, table
    EmptyOr* m_states;             // something, nothing
    std::set<QString> m_collapsed; // lanes of the table that were closed by hand
    std::set<QString> m_expanded;  // hard lanes that were opened by hand
    QPointer<QFrame> m_run;        // the open list of what a number counts
    bool m_showing = false;        // a selection made elsewhere is being shown
};

} // namespace app
