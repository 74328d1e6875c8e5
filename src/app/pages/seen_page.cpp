// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/seen_page.h"

#include <utility>

namespace app {

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
    if (const auto selected = std::exchange(m_selected, std::nullopt))
        mark(*selected);
}

} // namespace app
