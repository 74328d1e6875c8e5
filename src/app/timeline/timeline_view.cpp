// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_view.h"

#include "app/timeline/timeline_accessible.h"

#include <QPaintEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

// Scroll bars count whole numbers: a tenth of a day is finer than any pixel.
constexpr double barUnits = 10;

} // namespace

TimelineView::TimelineView(QWidget* parent) : QAbstractScrollArea(parent)
{
    installTimelineAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("Left and Right move along a row, Up and Down between rows, Enter opens, "
                                "plus and minus zoom, 0 shows everything, Control G goes to a date, F3 to the next "
                                "that fits what you look for"));
    viewport()->setMouseTracking(false);
    // Every pixel is painted by us.
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setFocusProxy(this);
    viewport()->grabGesture(Qt::PinchGesture);
}

TimelineView::~TimelineView() = default;

void TimelineView::setModel(TimelineModel* model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_scene.model = model;
    if (m_model) {
        connect(m_model, &QAbstractItemModel::modelReset, this, &TimelineView::rebuild);
        connect(m_model, &TimelineModel::matchesChanged, this, [this] {
            for (auto& [group, lane] : m_folded)
                countFits(lane, m_model->matches());
            viewport()->update();
        });
    }
    rebuild();
}

void TimelineView::rebuild()
{
    forgetTimelineChildren(this);
    m_scene.indexes.clear();
    m_scene.gaps.clear();
    m_folded.clear();
    if (m_model) {
        const insight::Timeline& timeline = m_model->timeline();
        for (const insight::Lane& lane : timeline.lanes)
            m_scene.indexes.emplace_back(lane);
        m_folded = foldedLanes(timeline);
        for (auto& [group, lane] : m_folded)
            countFits(lane, m_model->matches());
        m_scene.gaps = laneGaps(timeline);
        m_folding.setHard(timeline);
        if (timeline.from.isValid() && timeline.to.isValid()) {
            TimeRange life = rangeOf(timeline.from, std::max(timeline.to, timeline.from.addYears(1)));
            const double margin = life.length() * 0.02;
            m_zoom.setLimits({life.from - margin, life.to + margin});
        }
        if (!m_currentKey.isEmpty() && !m_model->placeOf(m_currentKey))
            m_currentKey.clear();
    }
    measure();
}

void TimelineView::measure()
{
    m_kit.refresh(devicePixelRatioF());
    SceneSizes& sizes = m_scene.sizes;
    const double line = m_kit.lineHeight(Face::Body);
    sizes.labelWidth = u(37);
    sizes.contextHeight = m_contextShown ? std::ceil(2 * (line + u(0.75))) : 0;
    sizes.axisHeight = std::ceil(std::max<double>(line, u(5)) * 3.5) + sizes.contextHeight;
    sizes.barHeight = std::ceil(std::max<double>(line + u(0.5), u(5)));
    sizes.barPadding = u(1.25);
    sizes.boxWidth = std::max({double(u(5.5)), std::ceil(m_kit.textWidth(QStringLiteral("00"), Face::Bold)) + u(1.5),
                               std::ceil(m_kit.textWidth(QStringLiteral("99+"), Face::SmallBold)) + u(1.25)});
    sizes.cell = sizes.boxWidth + u(0.75);
    m_scene.size = viewport()->size();
    m_scene.scale.left = sizes.labelWidth;
    m_scene.scale.width = std::max(1.0, m_scene.size.width() - sizes.labelWidth);
    rangeChanged();
}

void TimelineView::layoutRows()
{
    if (!m_model)
        return;
    const SceneSizes& sizes = m_scene.sizes;
    LaneHeights heights;
    heights.heading = sizes.barHeight + sizes.barPadding;
    heights.lane = m_scene.isClose() ? std::ceil(sizes.barHeight * 1.6) + sizes.barPadding : heights.heading;
    heights.padding = sizes.barPadding;
    m_folding.setBrief(!m_scene.isClose());
    const std::size_t before = m_scene.rows.size();
    m_scene.rows = laneRows(m_model->timeline(), m_folding, heights);
    if (m_currentHeading && !m_scene.rowOf({{}, m_currentHeading}))
        m_currentHeading.reset(); // its group was folded, or a new record has none
    if (m_scene.rows.size() != before)
        forgetTimelineChildren(this);
}

void TimelineView::rangeChanged()
{
    m_scene.scale.range = m_zoom.current();
    layoutContexts();
    layoutRows();
    updateScrollBars();
    viewport()->update();
    Q_EMIT zoomChanged();
}

void TimelineView::layoutContexts()
{
    m_scene.contexts.clear();
    if (m_contextShown && m_scene.scale.range.length() > 0)
        m_scene.contexts = contextLabels(catalogue::contexts(), m_scene.scale, u(3),
                                         [this](const QString& text) { return m_kit.textWidth(text); });
}

void TimelineView::setContextShown(bool shown)
{
    if (shown == m_contextShown)
        return;
    m_contextShown = shown;
    m_currentContext = -1;
    forgetTimelineChildren(this);
    measure();
}

bool TimelineView::goToFit(bool forward)
{
    const MarkPlace place = m_model ? m_model->nextFit(current().place, forward) : MarkPlace{};
    if (!place)
        return false;
    const QString key = m_model->mark(place).key;
    setCurrentKey(key); // unfolds what hides it
    if (QAccessible::isActive())
        announce(current());
    Q_EMIT currentChanged(key);
    return true;
}

void TimelineView::showRange(const TimeRange& range)
{
    const double margin = std::max(range.length() * 0.05, shortestDays / 2);
    applyRange({range.from - margin, range.to + margin}, ZoomStack::Step::New);
}

void TimelineView::applyRange(const TimeRange& range, ZoomStack::Step step)
{
    const bool wasClose = m_scene.isClose();
    const Spot spot = current();
    const double before = spot ? m_scene.spotRect(spot).top() : 0;
    m_zoom.show(range, step);
    rangeChanged();
    // Lanes have another height close up: what the person looks at stays where it is.
    if (spot && wasClose != m_scene.isClose()) {
        const double moved = m_scene.spotRect(spot).top() - before;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(std::round(moved)));
    }
}

void TimelineView::updateScrollBars()
{
    m_updatingBars = true;
    const TimeRange& limits = m_zoom.limits();
    const TimeRange& range = m_zoom.current();
    const int hidden = static_cast<int>(std::round(std::max(0.0, limits.length() - range.length()) * barUnits));
    horizontalScrollBar()->setRange(0, hidden);
    horizontalScrollBar()->setPageStep(static_cast<int>(range.length() * barUnits));
    horizontalScrollBar()->setSingleStep(std::max(1, static_cast<int>(range.length() * barUnits / 20)));
    horizontalScrollBar()->setValue(static_cast<int>(std::round((range.from - limits.from) * barUnits)));
    const double page = m_scene.plot().height();
    verticalScrollBar()->setRange(0, static_cast<int>(std::ceil(std::max(0.0, m_scene.contentHeight() - page))));
    verticalScrollBar()->setPageStep(static_cast<int>(page));
    verticalScrollBar()->setSingleStep(static_cast<int>(m_scene.sizes.barHeight * 1.25));
    m_scene.scrollY = verticalScrollBar()->value();
    m_updatingBars = false;
}

void TimelineView::scrollContentsBy(int, int)
{
    if (m_updatingBars)
        return;
    m_scene.scrollY = verticalScrollBar()->value();
    const double from = m_zoom.limits().from + horizontalScrollBar()->value() / barUnits;
    const TimeRange wanted{from, from + m_zoom.current().length()};
    if (std::abs(wanted.from - m_zoom.current().from) > 1 / barUnits) {
        m_zoom.show(wanted, ZoomStack::Step::Same);
        m_scene.scale.range = m_zoom.current();
        layoutContexts();
        Q_EMIT zoomChanged();
    }
    viewport()->update();
}

Spot TimelineView::current() const
{
    if (m_currentHeading)
        return {{}, m_currentHeading};
    if (m_currentContext >= 0)
        return {{}, {}, m_currentContext};
    if (!m_model || m_currentKey.isEmpty())
        return {};
    return {m_model->placeOf(m_currentKey), {}};
}

void TimelineView::setCurrentKey(const QString& key)
{
    const MarkPlace place = m_model ? m_model->placeOf(key) : MarkPlace{};
    if (place && m_currentKey == key && !m_currentHeading && m_currentContext < 0)
        return;
    m_currentHeading.reset();
    m_currentContext = -1;
    m_currentKey = place ? key : QString();
    if (place) {
        const insight::Lane& lane = m_model->lane(place.lane);
        for (const Fold& fold : {Fold(lane.group), Fold(lane.group, lane.key)})
            if (m_folding.isFolded(fold))
                toggleFold(fold);
        m_date = m_scene.index(place.lane).from(place.mark);
        reveal({place, {}});
    }
    viewport()->update();
}

void TimelineView::setCurrent(const Spot& spot)
{
    if (!spot || spot == current())
        return;
    m_currentHeading = spot.heading;
    m_currentContext = spot.context;
    m_currentKey = spot.place ? m_model->mark(spot.place).key : QString();
    reveal(spot);
    viewport()->update();
    announce(spot);
    Q_EMIT currentChanged(m_currentKey);
}

void TimelineView::announce(const Spot& spot)
{
    if (!QAccessible::isActive())
        return;
    const int child = timelineChildOf(this, spot);
    if (child < 0)
        return;
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(child);
    QAccessible::updateAccessibility(&focus);
    QAccessibleEvent selection(this, QAccessible::Selection);
    selection.setChild(child);
    QAccessible::updateAccessibility(&selection);
}

void TimelineView::activate(const Spot& spot)
{
    if (!spot)
        return;
    if (spot.heading) {
        toggleFold(*spot.heading);
        return;
    }
    setCurrent(spot);
    if (spot.context >= 0) {
        Q_EMIT contextActivated(spot.context);
        return;
    }
    const MarkRun run = m_scene.runOf(spot.place);
    if (run.count > 1)
        Q_EMIT runActivated(spot.place.lane, run.first, run.count);
    else
        Q_EMIT activated(m_currentKey);
}

void TimelineView::reveal(const Spot& spot)
{
    const QRectF plot = m_scene.plot();
    const auto bring = [this](const TimeRange& time) {
        const TimeRange range = m_zoom.current();
        if (time.to <= range.from || time.from >= range.to) {
            const double start = time.from - range.length() / 4;
            applyRange({start, start + range.length()}, ZoomStack::Step::Same);
        }
    };
    if (spot.place) {
        const MarkIndex& index = m_scene.index(spot.place.lane);
        bring({index.from(spot.place.mark), index.end(spot.place.mark)});
    } else if (spot.context >= 0) {
        const catalogue::Context& one = catalogue::contexts()[static_cast<std::size_t>(spot.context)];
        bring(rangeOf(one.from, one.to));
        return; // its strip is always in sight
    }
    const QRectF rect = m_scene.spotRect(spot);
    if (rect.isEmpty())
        return;
    // Room above for the tag.
    const double above = plot.top() + m_scene.sizes.barHeight * 1.4;
    if (rect.top() < above)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - static_cast<int>(std::ceil(above - rect.top())));
    else if (rect.bottom() > plot.bottom() - m_scene.sizes.barPadding)
        verticalScrollBar()->setValue(
            verticalScrollBar()->value() +
            static_cast<int>(std::ceil(rect.bottom() - plot.bottom() + m_scene.sizes.barPadding)));
}

void TimelineView::zoomTo(Zoom zoom)
{
    if (zoom == Zoom::Life) {
        fit();
        return;
    }
    // Around what is current, else around the last school year of which something is here.
    const TimeRange& range = m_zoom.current();
    double middle = range.middle();
    const Spot spot = current();
    if (spot.place) {
        middle = m_scene.index(spot.place.lane).from(spot.place.mark) + 1;
    } else if (m_zoom.isFit() && m_model) {
        for (const insight::SchoolYearTick& tick : m_model->timeline().schoolYears)
            if (tick.held)
                middle = rangeOf(tick.year.firstDay(), tick.year.lastDay()).middle();
    }
    if (m_model)
        applyRange(stepRange(m_model->timeline(), zoom, middle, m_zoom.limits()), ZoomStack::Step::New);
}

TimelineView::Zoom TimelineView::zoom() const
{
    return stepOf(m_zoom.current(), m_zoom.limits());
}

void TimelineView::zoomBy(double factor)
{
    double x = m_scene.plot().center().x();
    if (const Spot spot = current(); spot.place) {
        const QRectF rect = m_scene.spotRect(spot);
        const double at = std::clamp(x, rect.left(), std::max(rect.left(), rect.right()));
        if (m_scene.plot().left() <= at && at <= m_scene.plot().right())
            x = at;
    }
    applyRange(m_scene.scale.zoomed(x, factor, m_zoom.limits(), shortestDays), ZoomStack::Step::New);
}

void TimelineView::fit()
{
    m_zoom.fit();
    rangeChanged();
}

bool TimelineView::zoomBack()
{
    const bool moved = m_zoom.back();
    rangeChanged();
    return moved;
}

bool TimelineView::zoomForward()
{
    const bool moved = m_zoom.forward();
    rangeChanged();
    return moved;
}

void TimelineView::toggleFold(const Fold& fold)
{
    m_folding.toggle(fold);
    layoutRows();
    updateScrollBars();
    viewport()->update();
    Q_EMIT foldingChanged();
}

void TimelineView::setFoldedGroups(const FoldedGroups& groups)
{
    m_folding.setGroups(groups);
    layoutRows();
    updateScrollBars();
    viewport()->update();
}

void TimelineView::forgetFolding()
{
    m_folding.forget();
    layoutRows();
    updateScrollBars();
    viewport()->update();
}

QSize TimelineView::sizeHint() const
{
    return {u(220), u(120)};
}

QSize TimelineView::minimumSizeHint() const
{
    return {u(90), u(60)};
}

void TimelineView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    if (!m_model || m_scene.rows.empty() || m_scene.scale.range.length() <= 0) {
        painter.fillRect(event->rect(), m_kit.tokens().sheet);
        return;
    }
    TimelinePainter(painter, m_kit, m_scene, m_folded).paint(current(), hasFocus(), event->rect());
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_scene.size = viewport()->size();
    m_scene.scale.width = std::max(1.0, m_scene.size.width() - m_scene.sizes.labelWidth);
    rangeChanged();
}

void TimelineView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (const Spot spot = current())
        announce(spot);
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent* event)
{
    m_zoom.endGesture();
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TimelineView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::LanguageChange ||
        event->type() == QEvent::StyleChange)
        measure();
}

bool TimelineView::viewportEvent(QEvent* event)
{
    if ((event->type() == QEvent::NativeGesture || event->type() == QEvent::Gesture) && m_model && pinch(event))
        return true;
    // Moved to a screen of another density.
    if (event->type() == QEvent::Paint && !qFuzzyCompare(m_kit.ratio(), devicePixelRatioF()))
        m_kit.refresh(devicePixelRatioF());
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace app
