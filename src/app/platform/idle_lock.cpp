// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/idle_lock.h"

#include <QCoreApplication>
#include <QEvent>

namespace app {

IdleLock::IdleLock(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::idle);
}

void IdleLock::setMinutes(int minutes)
{
    m_timer.setInterval(minutes * 60 * 1000);
    setActive(m_active);
}

void IdleLock::setActive(bool active)
{
    m_active = active;
    m_timer.stop();
    qApp->removeEventFilter(this);
    if (active && m_timer.interval() > 0) {
        qApp->installEventFilter(this);
        m_timer.start();
    }
}

bool IdleLock::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        m_timer.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace app
