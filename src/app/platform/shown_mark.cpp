// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/shown_mark.h"

#include <QEvent>
#include <QFile>
#include <QWidget>
#include <QWindow>

namespace app {

ShownMark::ShownMark(QWidget* window, QString path) : QObject(window), m_path(std::move(path))
{
    window->windowHandle()->installEventFilter(this);
}

bool ShownMark::eventFilter(QObject* watched, QEvent* event)
{
    const auto* window = qobject_cast<QWindow*>(watched);
    if (event->type() == QEvent::Expose && window && window->isExposed() && !m_path.isEmpty()) {
        QFile mark(m_path);
        if (mark.open(QIODevice::WriteOnly))
            m_path.clear();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace app
