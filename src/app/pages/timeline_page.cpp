// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/timeline_page.h"

#include "app/models/hand_marks.h"
#include "app/timeline/timeline_bar.h"
#include "app/timeline/timeline_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

TimelinePage::TimelinePage(QWidget* parent)
    : Page(parent), m_model(new TimelineModel(this)), m_undated(new UndatedModel(this)), m_bar(new TimelineBar),
      m_view(new TimelineView), m_table(new QTreeView), m_tray(new Surface(&Tokens::desk, Qt::TopEdge)),
      m_trayList(new QListView),
      m_empty(new EmptyState(u"timeline"_s, tr("Nothing on the timeline yet"),
                             tr("When you add what you were given, every school, count, test and share is drawn "
                                "here in the order of time."),
                             tr("Add what I was given"))),
      m_views(new QStackedWidget), m_states(new QStackedWidget)
{
    m_view->setModel(m_model);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Timeline as a table"));
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->header()->setStretchLastSection(true);
    m_views->addWidget(m_view);
    m_views->addWidget(m_table);

    m_trayList->setModel(m_undated);
    m_trayList->setAccessibleName(tr("Undated values"));
    m_trayList->setFrameShape(QFrame::NoFrame);
    m_trayList->setMaximumHeight(u(22));
    m_trayList->viewport()->setAutoFillBackground(false);
    auto* tray = new QHBoxLayout(m_tray);
    tray->setContentsMargins(u(5), u(3), u(6), u(3));
    tray->setSpacing(u(4));
    auto* title = new QVBoxLayout;
    auto* name = new Text(tr("Undated"), TextSize::Body);
    name->setBold(true);
    title->addWidget(name);
    title->addWidget(new Text(tr("wait here, no guess"), TextSize::Small, &Tokens::ink2));
    title->addStretch();
    tray->addLayout(title);
    tray->addWidget(m_trayList, 1);
    m_tray->hide();

    auto* something = new QWidget;
    auto* column = new QVBoxLayout(something);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_views, 1);
    column->addWidget(m_tray);
    m_states->addWidget(m_empty);
    m_states->addWidget(something);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_states);

    connect(m_empty, &EmptyState::asked, this, &Page::importAsked);
    connect(m_view, &TimelineView::currentChanged, this, &TimelinePage::choose);
    connect(m_view, &TimelineView::activated, this, &TimelinePage::choose);
    connect(m_view, &TimelineView::runActivated, this, &TimelinePage::openRun);
    connect(m_view, &TimelineView::zoomChanged, this,
            [this] { m_bar->setZoom(m_view->zoom(), m_view->zoomStack().canGoBack()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) { choose(index.data(TimelineModel::KeyRole).toString()); });
    connect(m_table, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
        m_collapsed.insert(index.data(TimelineModel::KeyRole).toString());
        m_expanded.erase(index.data(TimelineModel::KeyRole).toString());
    });
    connect(m_table, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        m_expanded.insert(index.data(TimelineModel::KeyRole).toString());
        m_collapsed.erase(index.data(TimelineModel::KeyRole).toString());
    });
    connect(m_trayList->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!m_showing && index.isValid())
            Q_EMIT selected({{record::ValueId{index.data(UndatedModel::ValueRole).toLongLong()}}, {}});
    });
    wireBar();
}

TimelinePage::~TimelinePage() = default;

void TimelinePage::wireBar()
{
    connect(m_bar, &TimelineBar::zoomChosen, m_view, &TimelineView::zoomTo);
    connect(m_bar, &TimelineBar::closerAsked, m_view, [this] { m_view->zoomBy(1.5); });
    connect(m_bar, &TimelineBar::widerAsked, m_view, [this] { m_view->zoomBy(1 / 1.5); });
    connect(m_bar, &TimelineBar::fitAsked, m_view, &TimelineView::fit);
    connect(m_bar, &TimelineBar::backAsked, m_view, &TimelineView::zoomBack);
    connect(m_bar, &TimelineBar::tableAsked, this, &TimelinePage::showTable);
    connect(m_bar, &TimelineBar::trayAsked, m_tray, &QWidget::setVisible);
}

void TimelinePage::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    if (m_run)
        m_run->close(); // it shows what was; after locking it must show nothing
    if (!snapshot) {
        m_collapsed.clear();
        m_expanded.clear();
        m_view->forgetFolding();
        setTimeline({});
        m_states->setCurrentIndex(0);
        return;
    }
    setTimeline(markedByHand(
        insight::timeline(snapshot->record, snapshot->decisions, snapshot->exposure, snapshot->today)));
    m_states->setCurrentIndex(snapshot->record.entries.empty() ? 0 : 1);
}

void TimelinePage::setTimeline(insight::Timeline timeline)
{
    const QScopedValueRollback showing(m_showing, true);
    m_undated->setUndated(timeline.undated);
    m_bar->setUndated(static_cast<int>(timeline.undated.size()));
    if (timeline.undated.empty()) {
        m_tray->hide();
        m_bar->setTrayOpen(false);
    }
    m_model->setTimeline(std::move(timeline));
    expandTable();
}

void TimelinePage::expandTable()
{
    for (int n = 0; n < m_model->rowCount(); ++n) {
        const insight::Lane& lane = m_model->lane(n);
        const QModelIndex index = m_model->index(n, 0);
        m_table->setFirstColumnSpanned(n, {}, true);
        // Opening by program is not a choice of the person: setExpanded() tells the slots, which then know it anyway.
        m_table->setExpanded(index, lane.hard ? m_expanded.contains(lane.key) : !m_collapsed.contains(lane.key));
    }
    m_table->setColumnWidth(TimelineModel::What, u(80));
    m_table->setColumnWidth(TimelineModel::When, u(84));
    m_table->setColumnWidth(TimelineModel::From, u(24));
    m_table->setColumnWidth(TimelineModel::To, u(24));
}

void TimelinePage::showTable(bool table)
{
    m_bar->setTable(table);
    m_views->setCurrentIndex(table ? 1 : 0);
    takeFocus();
}

void TimelinePage::choose(const QString& key)
{
    const MarkPlace place = m_model->placeOf(key);
    if (m_showing || !place)
        return;
    const QScopedValueRollback showing(m_showing, true);
    m_view->setCurrentKey(key);
    m_table->setCurrentIndex(m_model->indexOf(place));
    emitSelected(place);
}

void TimelinePage::emitSelected(const MarkPlace& place)
{
    const insight::Mark& mark = m_model->mark(place);
    Q_EMIT selected({mark.values, mark.release});
}

void TimelinePage::showSelected(const Selected& selected)
{
    const QScopedValueRollback showing(m_showing, true);
    MarkPlace place;
    if (!selected.values.empty())
        place = m_model->placeOf(selected.values.front());
    if (!place && !selected.release.isEmpty())
        place = m_model->placeOfRelease(selected.release);
    // The mark that is current already may be one of several of the same release or value.
    const Spot current = m_view->current();
    if (current.place && place) {
        const insight::Mark& mark = m_model->mark(current.place);
        const bool same = !selected.values.empty() ? std::find(mark.values.begin(), mark.values.end(),
                                                               selected.values.front()) != mark.values.end()
                                                   : mark.release == selected.release;
        if (same)
            return;
    }
    m_view->setCurrentKey(place ? m_model->mark(place).key : QString());
    m_table->setCurrentIndex(m_model->indexOf(place));
    const int undated = selected.values.empty() ? -1 : m_undated->rowOf(selected.values.front());
    m_trayList->setCurrentIndex(m_undated->index(undated));
}

void TimelinePage::takeFocus()
{
    if (m_states->currentIndex() == 0)
        m_empty->findChild<QPushButton*>()->setFocus(Qt::OtherFocusReason);
    else
        m_views->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void TimelinePage::openRun(int lane, int first, int count)
{
    // A window of its own kind that closes with Escape or a click elsewhere, and owns itself.
    auto* popup = new QFrame(this, Qt::Popup);
    m_run = popup;
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::Box);
    auto* list = new QListView(popup);
    auto* marks = new RunModel(m_model->lane(lane), first, count, popup);
    list->setModel(marks);
    list->setUniformItemSizes(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setAccessibleName(m_model->lane(lane).title);
    auto* column = new QVBoxLayout(popup);
    column->setContentsMargins(u(2), u(2), u(2), u(2));
    auto* title = new Text(tr("%1, %2").arg(m_model->lane(lane).title).arg(count));
    title->setBold(true);
    column->addWidget(title);
    column->addWidget(list);
    const int row = list->sizeHintForRow(0);
    list->setMinimumSize(std::max(u(60), list->sizeHintForColumn(0) + u(10)), std::min(count, 10) * row + u(2));
    const auto take = [this, popup, marks](const QModelIndex& index) {
        const QString key = marks->key(index);
        popup->close();
        choose(key);
    };
    connect(list, &QListView::activated, this, take);
    connect(list, &QListView::clicked, this, take);
    list->setCurrentIndex(marks->index(0));
    const QRectF box = m_view->scene().spotRect(m_view->current());
    popup->move(m_view->viewport()->mapToGlobal(box.bottomLeft().toPoint() + QPoint(0, u(1))));
    popup->show();
    list->setFocus(Qt::PopupFocusReason);
}

} // namespace app
