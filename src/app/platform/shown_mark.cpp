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
    // The window paints itself while it handles this event, after us.
    if (event->type() == QEvent::Expose && window && window->isExposed() && !m_path.isEmpty())
        QMetaObject::invokeMethod(this, &ShownMark::mark, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void ShownMark::mark()
{
    QFile file(m_path);
    if (!m_path.isEmpty() && file.open(QIODevice::WriteOnly))
        m_path.clear();
}

} // namespace app
