// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/seen_page.h"

#include <QLayout>
#include <QTableView>

#include <utility>

namespace app {

namespace {

// Once it has its width, which it does not have before it is laid out.
void keepInSight(const QWidget* page)
{
    for (QTableView* table : page->findChildren<QTableView*>())
        QMetaObject::invokeMethod(table, [table] { table->scrollTo(table->currentIndex()); }, Qt::QueuedConnection);
}

} // namespace

void SeenPage::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    m_stale = snapshot != nullptr;
    if (!snapshot) {
        m_selected.reset();
        forget();
    } else if (isVisible()) {
        catchUp();
    }
}

void SeenPage::showSelected(const Selected& selected)
{
    if (m_stale)
        m_selected = selected;
    else
        mark(selected);
}

void SeenPage::keepClear(QLayout* layout)
{
    m_clear.push_back(layout);
}

void SeenPage::setCovered(int width)
{
    for (QLayout* clear : m_clear) {
        if (clear->contentsMargins().right() == width)
            continue;
        clear->setContentsMargins(0, 0, width, 0);
        keepInSight(clear->parentWidget());
    }
}

void SeenPage::showEvent(QShowEvent* event)
{
    catchUp(); // before it is laid out and painted
    Page::showEvent(event);
}

void SeenPage::catchUp()
{
    if (!m_stale)
        return;
    m_stale = false;
    workOut(*m_snapshot);
    if (const auto selected = std::exchange(m_selected, std::nullopt)) {
        mark(*selected);
        keepInSight(this);
    }
}

} // namespace app
