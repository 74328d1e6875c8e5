// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell_area.h"

#include "app/pages/page.h"
#include "app/theme/tokens.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>

namespace app {

PageArea::PageArea(QWidget* page, QWidget* inspector, QWidget* parent)
    : QWidget(parent), m_page(page), m_inspector(inspector)
{
    m_page->setParent(this);
    m_inspector->setParent(this);
    m_inspector->hide();
    setMinimumSize(u(120), u(80));
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* to) { focusMoved(to); });
}

// What it holds is taken apart after it, and may still pass the keyboard on.
PageArea::~PageArea()
{
    disconnect(qApp, nullptr, this, nullptr);
}

void PageArea::setInspectorShown(bool shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    m_inspector->setVisible(shown);
    if (shown)
        m_inspector->raise();
    arrange();
    Q_EMIT inspectorToggled(shown);
}

bool PageArea::inspectorOver() const
{
    return window()->width() < u(275);
}

void PageArea::focusMoved(const QWidget* to)
{
    if (!m_shown || !inspectorOver() || !to || !m_page->isAncestorOf(to))
        return;
    // A view that fills the page still shows its other half; a button or a field does not.
    const QRect at(to->mapTo(this, QPoint()), to->size());
    if (at.height() < height() / 2 && 2 * at.intersected(m_inspector->geometry()).width() > at.width())
        Q_EMIT inTheWay();
}

void PageArea::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void PageArea::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        arrange();
    QWidget::changeEvent(event);
}

void PageArea::arrange()
{
    // 312 px at 1280, a quarter of anything beyond, at most 400 (at the 10 pt base).
    const int wide = std::clamp(u(78) + (window()->width() - u(320)) / 4, u(78), u(100));
    // Over the page it leaves half of it in sight, where its own buttons allow.
    const int inspector = std::min(inspectorOver() ? std::clamp(width() / 2, u(66), u(78)) : wide, width());
    const int page = m_shown && !inspectorOver() ? width() - inspector : width();
    m_page->setGeometry(0, 0, page, height());
    m_inspector->setGeometry(width() - inspector, 0, inspector, height());
    for (Page* one : m_page->findChildren<Page*>())
        one->setCovered(m_shown && inspectorOver() ? inspector : 0);
}

} // namespace app
