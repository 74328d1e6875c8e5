// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/timeline_page.h"

#include "app/models/hand_marks.h"
#include "app/pages/empty_or.h"
#include "app/timeline/filter_bar.h"
#include "app/timeline/popups.h"
#include "app/timeline/request_lane.h"
#include "app/timeline/source_lane.h"
#include "app/timeline/table_dimming.h"
#include "app/timeline/timeline_bar.h"
#include "app/timeline/timeline_saving.h"
#include "app/timeline/timeline_settings.h"
#include "app/timeline/timeline_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

TimelinePage::TimelinePage(QWidget* parent)
    : Page(parent), m_model(new TimelineModel(this)), m_undated(new UndatedModel(this)), m_bar(new TimelineBar),
      m_filter(new FilterBar), m_filterArea(new FilterArea(m_filter)), m_notice(new Notice), m_view(new TimelineView),
      m_table(new QTreeView), m_tray(new Surface(&Tokens::desk, Qt::TopEdge)), m_trayList(new QListView),
      m_views(new QStackedWidget),
      m_states(new EmptyOr(
          new EmptyState(u"timeline"_s, tr("Nothing on the timeline yet"),
                         tr("When you add what you were given, every school, count, test and share is drawn "
                            "here in the order of time."),
                         tr("Add what I was given")),
          this))
{
    m_view->setModel(m_model);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new TableDimming(m_view, m_table));
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
    title->setSpacing(0);
    auto* name = new Text(tr("Undated"), TextSize::Body);
    name->setBold(true);
    title->addWidget(name);
    title->addWidget(new Text(tr("wait here, no guess"), TextSize::Small, &Tokens::ink2));
    title->addStretch(1);
    tray->addLayout(title);
    tray->addWidget(m_trayList, 1);
    m_tray->hide();

    QVBoxLayout* column = m_states->column();
    column->addWidget(m_bar);
    column->addWidget(m_filterArea);
    column->addWidget(m_notice);
    m_filterArea->hide();
    m_notice->hide();
    column->addWidget(m_views, 1);
    column->addWidget(m_tray);

    connect(m_view, &TimelineView::currentChanged, this, &TimelinePage::choose);
    connect(m_view, &TimelineView::activated, this, [this](const QString& key) {
        const MarkPlace place = m_model->placeOf(key);
        if (place && m_model->mark(place).kind == insight::MarkKind::Request)
            Q_EMIT pageAsked(PageName::PutRight, {});
        else
            choose(key);
    });
    connect(m_view, &TimelineView::runActivated, this, &TimelinePage::openRun);
    connect(m_view, &TimelineView::zoomChanged, this,
            [this] {
                const ZoomStack& stack = m_view->zoomStack();
                m_bar->setZoom(m_view->zoom(), stack.canGoBack(), stack.canGoForward());
                m_table->viewport()->update(); // what lies outside is dimmed there
            });
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
    wireLooking();
    const TimelineSettings kept = TimelineSettings::load();
    m_view->setFoldedGroups(kept.groups);
    m_view->setContextShown(kept.context);
    m_filter->setContextShown(kept.context);
}

TimelinePage::~TimelinePage() = default;

void TimelinePage::wireBar()
{
    connect(m_bar, &TimelineBar::zoomChosen, m_view, &TimelineView::zoomTo);
    connect(m_bar, &TimelineBar::closerAsked, m_view, [this] { m_view->zoomBy(1.5); });
    connect(m_bar, &TimelineBar::widerAsked, m_view, [this] { m_view->zoomBy(1 / 1.5); });
    connect(m_bar, &TimelineBar::fitAsked, m_view, &TimelineView::fit);
    connect(m_bar, &TimelineBar::backAsked, m_view, &TimelineView::zoomBack);
    connect(m_bar, &TimelineBar::forwardAsked, m_view, &TimelineView::zoomForward);
    connect(m_bar, &TimelineBar::saveAsked, this, [this](PictureFormat format) {
        saveTimeline(m_view, format, [this](Notice::Kind kind, const QString& title, const QString& text) {
            m_notice->say(kind, title, text);
            m_notice->show();
        });
    });
    connect(m_bar, &TimelineBar::printAsked, this, [this] {
        printTimeline(m_view, [this](Notice::Kind kind, const QString& title, const QString& text) {
            m_notice->say(kind, title, text);
            m_notice->show();
        });
    });
    connect(m_bar, &TimelineBar::tableAsked, this, &TimelinePage::showTable);
    connect(m_bar, &TimelineBar::trayAsked, m_tray, &QWidget::setVisible);
}

void TimelinePage::wireLooking()
{
    connect(m_bar, &TimelineBar::lookAsked, this, &TimelinePage::showLooking);
    connect(m_filter, &FilterBar::changed, this, &TimelinePage::look);
    connect(m_filter, &FilterBar::nextAsked, m_view, &TimelineView::goToFit);
    connect(m_filter, &FilterBar::closeAsked, this, [this] { showLooking(false); });
    connect(m_filter, &FilterBar::contextToggled, this, [this](bool shown) {
        m_view->setContextShown(shown);
        rememberView();
    });
    connect(m_view, &TimelineView::foldingChanged, this, &TimelinePage::rememberView);
    connect(m_view, &TimelineView::contextActivated, this, &TimelinePage::openContext);
    connect(m_view, &TimelineView::momentAsked, this, &TimelinePage::openMoment);
    // The table has the same ways about in time as the picture.
    const auto key = [this](const QKeySequence& keys, QWidget* where, auto&& act) {
        auto* shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence(Qt::Key_Slash), m_views, [this] { showLooking(true); });
    key(QKeySequence(Qt::ALT | Qt::Key_Left), m_table, [this] { m_view->zoomBack(); });
    key(QKeySequence(Qt::ALT | Qt::Key_Right), m_table, [this] { m_view->zoomForward(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_G), m_table, [this] { openMoment(); });
    key(QKeySequence(Qt::Key_F3), m_table, [this] { m_view->goToFit(true); });
    key(QKeySequence(Qt::SHIFT | Qt::Key_F3), m_table, [this] { m_view->goToFit(false); });
}

void TimelinePage::showLooking(bool open)
{
    m_filterArea->setVisible(open);
    m_bar->setLooking(open, !m_model->filter().isEmpty());
    if (open)
        m_filter->focusText();
    else
        m_views->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void TimelinePage::lookFor(const QString& words)
{
    m_filter->setWords(words);
    showLooking(!words.isEmpty());
}

void TimelinePage::look()
{
    const MarkFilter filter = m_filter->filter();
    m_model->setFilter(filter, filter.document && m_snapshot ? valuesOf(m_snapshot->record, *filter.document)
                                                             : QSet<qint64>());
    int all = 0;
    for (const insight::Lane& lane : m_model->timeline().lanes)
        all += static_cast<int>(lane.marks.size());
    m_filter->setAnswer(m_model->matches().total(), all);
    m_bar->setLooking(m_filterArea->isVisibleTo(this), !filter.isEmpty());
}

void TimelinePage::rememberView()
{
    if (!m_snapshot)
        return; // being locked is not a choice of the person
    TimelineSettings kept;
    kept.groups = m_view->folding().groups();
    kept.context = m_view->isContextShown();
    kept.save();
}

void TimelinePage::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    if (m_run)
        m_run->close(); // it shows what was; after locking it must show nothing
    if (!snapshot) {
        m_collapsed.clear();
        m_expanded.clear();
        m_view->setFoldedGroups(TimelineSettings::load().groups); // what may be hard to read is folded anew
        m_notice->hide();
        m_filter->clear();
        m_filterArea->hide();
        m_filter->setChoices({}, {});
        setTimeline({});
        m_states->setEmpty(true);
        return;
    }
    setTimeline(withSources(withRequests(markedByHand(insight::timeline(snapshot->record, snapshot->decisions,
                                                                        snapshot->exposure, snapshot->today)),
                                         snapshot->requests),
                            snapshot->record, snapshot->decisions));
    m_filter->setChoices(m_model->timeline(), snapshot->record.documents);
    look();
    m_states->setEmpty(snapshot->record.entries.empty());
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
    m_table->setColumnWidth(TimelineModel::What, u(70));
    m_table->setColumnWidth(TimelineModel::When, u(82));
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
    if (mark.kind == insight::MarkKind::Request)
        return; // a letter has no values to show
    Q_EMIT selected({mark.values, mark.release});
}

void TimelinePage::showSelected(const Selected& selected)
{
    if (selected == Selected{})
        return; // details were closed: the keyboard stays where it stands
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

void TimelinePage::setCovered(int width)
{
    m_bar->setCovered(width);
}

void TimelinePage::takeFocus()
{
    if (!m_states->takeFocus())
        m_views->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void TimelinePage::openRun(int lane, int first, int count)
{
    popUp(runPopup(this, *m_model, lane, first, count, [this](const QString& key) { choose(key); }),
          m_view->scene().spotRect(m_view->current()).bottomLeft().toPoint());
}

void TimelinePage::openContext(int context)
{
    popUp(contextPopup(this, catalogue::contexts()[static_cast<std::size_t>(context)]),
          m_view->scene().contextRect(context).bottomLeft().toPoint());
}

void TimelinePage::openMoment()
{
    const QRectF plot = m_view->scene().plot();
    popUp(momentPopup(this, m_model->timeline(), [this](const TimeRange& range) { m_view->showRange(range); }),
          QPointF(plot.left() + u(4), plot.top() + u(4)).toPoint());
}

void TimelinePage::popUp(QFrame* popup, const QPoint& at)
{
    m_run = popup;
    popup->adjustSize();
    // Over the window it belongs to, never beyond its edges.
    const QRect room(window()->mapToGlobal(QPoint(u(1), u(1))), window()->size() - QSize(u(2), u(2)));
    const QPoint wanted = m_view->viewport()->mapToGlobal(at + QPoint(0, u(1)));
    popup->move(std::max(room.left(), std::min(wanted.x(), room.right() - popup->width())),
                std::max(room.top(), std::min(wanted.y(), room.bottom() - popup->height())));
    popup->show();
    if (popup->focusProxy())
        popup->focusProxy()->setFocus(Qt::PopupFocusReason);
}

} // namespace app
