// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keys, mouse, wheel and fingers: each only finds out what is meant and says it to the view.
#include "app/timeline/timeline_view.h"

#include <QApplication>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace app {

bool TimelineView::moveBy(int key)
{
    static const std::map<int, Move> moves{{Qt::Key_Left, Move::Left},       {Qt::Key_Right, Move::Right},
                                           {Qt::Key_Up, Move::Up},           {Qt::Key_Down, Move::Down},
                                           {Qt::Key_Home, Move::Home},       {Qt::Key_End, Move::End},
                                           {Qt::Key_PageUp, Move::YearBack}, {Qt::Key_PageDown, Move::YearOn}};
    const auto move = moves.find(key);
    if (move == moves.end() || !m_model)
        return false;
    const Spot spot = current();
    if (spot.heading && (key == Qt::Key_Left || key == Qt::Key_Right)) {
        if (m_folding.isFolded(*spot.heading) == (key == Qt::Key_Right))
            toggleFold(*spot.heading);
        return true;
    }
    if (!spot || m_scene.spotRect(spot).isEmpty()) {
        const Spot first = firstSpot(m_scene);
        if (first.place)
            m_date = m_scene.index(first.place.lane).from(first.place.mark);
        setCurrent(first);
        return true;
    }
    setCurrent(moved(m_scene, spot, move->second, m_date));
    return true;
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    event->accept();
    if (event->modifiers() & Qt::AltModifier) {
        if (event->key() == Qt::Key_Left && zoomBack())
            return;
        if (event->key() == Qt::Key_Right && zoomForward())
            return;
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_G:
        if (!(event->modifiers() & Qt::ControlModifier))
            break;
        Q_EMIT momentAsked();
        return;
    case Qt::Key_F3:
        goToFit(!(event->modifiers() & Qt::ShiftModifier));
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(zoomStep);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / zoomStep);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activate(current());
        return;
    case Qt::Key_Escape:
        if (zoomBack())
            return;
        break;
    default:
        if (!(event->modifiers() & Qt::ControlModifier) && moveBy(event->key()))
            return;
    }
    event->ignore(); // not to the scroll area, which would take the arrows for scrolling
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::BackButton || event->button() == Qt::ForwardButton) {
        event->button() == Qt::BackButton ? zoomBack() : zoomForward();
        return;
    }
    m_pressed = m_lastDrag = event->pos();
    m_dragging = false;
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton) || !m_model)
        return;
    if (!m_dragging && (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_dragging)
        viewport()->setCursor(Qt::ClosedHandCursor);
    m_dragging = true;
    const QPoint by = event->pos() - m_lastDrag;
    m_lastDrag = event->pos();
    applyRange(m_scene.scale.dragged(by.x(), m_zoom.limits()), ZoomStack::Step::Same);
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    m_zoom.endGesture();
    viewport()->unsetCursor();
    if (m_dragging || event->button() != Qt::LeftButton || !m_model) {
        m_dragging = false;
        return;
    }
    const Spot spot = m_scene.spotAt(event->position());
    if (!spot)
        return;
    m_date = m_scene.scale.day(event->position().x());
    if (spot.heading)
        m_date = m_scene.scale.range.middle();
    const bool wasCurrent = spot == current();
    setCurrent(spot);
    if (spot.heading || spot.context >= 0 || m_scene.runOf(spot.place).count > 1)
        activate(spot);
    else if (wasCurrent) // said again: another page may have been shown meanwhile
        Q_EMIT currentChanged(m_currentKey);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_model)
        return;
    if (const Spot spot = m_scene.spotAt(event->position()); spot.place && m_scene.runOf(spot.place).count == 1)
        activate(spot);
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    const QPoint angle = event->angleDelta();
    event->accept();
    if (event->position().x() < m_scene.sizes.labelWidth && !(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event); // over the names: up and down
        return;
    }
    const bool sideways = std::abs(angle.x()) > std::abs(angle.y());
    if (sideways || event->modifiers() & Qt::ShiftModifier) {
        const int by = sideways ? angle.x() : angle.y();
        applyRange(m_scene.scale.dragged(by * m_scene.scale.width / 1200, m_zoom.limits()), ZoomStack::Step::Same);
        return;
    }
    const double factor = std::pow(zoomStep, angle.y() / 240.0);
    applyRange(m_scene.scale.zoomed(event->position().x(), factor, m_zoom.limits(), shortestDays),
               ZoomStack::Step::Same);
}

// Two fingers on a touchpad or a touch screen: the moment between them stays where it is.
bool TimelineView::pinch(QEvent* event)
{
    double factor = 0;
    QPointF at;
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::EndNativeGesture)
            m_zoom.endGesture();
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            return false;
        factor = 1 + gesture->value();
        at = gesture->position();
    } else {
        const auto* fingers =
            static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture));
        if (!fingers)
            return false;
        if (fingers->state() == Qt::GestureFinished)
            m_zoom.endGesture();
        factor = fingers->scaleFactor();
        at = viewport()->mapFromGlobal(fingers->centerPoint());
    }
    if (factor > 0)
        applyRange(m_scene.scale.zoomed(at.x(), factor, m_zoom.limits(), shortestDays), ZoomStack::Step::Same);
    return true;
}

} // namespace app
