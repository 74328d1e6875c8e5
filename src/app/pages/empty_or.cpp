// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/empty_or.h"

#include "app/pages/page.h"
#include "app/theme/parts.h"

#include <QVBoxLayout>

namespace app {

EmptyOr::EmptyOr(EmptyState* empty, Page* page) : QStackedWidget(page), m_empty(empty)
{
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    addWidget(m_empty);
    addWidget(content);
    auto* whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(this);
    connect(m_empty, &EmptyState::asked, page, &Page::importAsked);
}

void EmptyOr::setEmpty(bool empty)
{
    setCurrentIndex(empty ? 0 : 1);
}

bool EmptyOr::isEmpty() const
{
    return currentIndex() == 0;
}

bool EmptyOr::takeFocus()
{
    if (isEmpty())
        m_empty->findChild<QPushButton*>()->setFocus(Qt::OtherFocusReason);
    return isEmpty();
}

} // namespace app
