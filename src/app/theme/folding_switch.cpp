// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/folding_switch.h"

#include "app/theme/parts.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QStyle>

#include <algorithm>

namespace app {

FoldingSwitch::FoldingSwitch(const QString& name, QWidget* parent)
    : QWidget(parent), m_segments(new Segments(name, this)), m_list(new QComboBox(this))
{
    m_list->setAccessibleName(name);
    m_list->hide();
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_segments, &Segments::chosen, this, [this](int index) {
        setCurrent(index);
        Q_EMIT chosen(index);
    });
    connect(m_list, &QComboBox::currentIndexChanged, this, [this](int index) {
        setCurrent(index);
        Q_EMIT chosen(index);
    });
}

void FoldingSwitch::setTexts(const QStringList& texts)
{
    m_segments->setTexts(texts);
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        m_list->addItems(texts);
        m_list->setCurrentIndex(m_segments->current());
    }
    updateGeometry();
    arrange();
}

void FoldingSwitch::setCurrent(int index)
{
    const QSignalBlocker quiet(m_list);
    m_segments->setCurrent(index);
    m_list->setCurrentIndex(index);
}

int FoldingSwitch::current() const
{
    return m_segments->current();
}

QSize FoldingSwitch::sizeHint() const
{
    return {m_segments->sizeHint().width(), minimumSizeHint().height()};
}

QSize FoldingSwitch::minimumSizeHint() const
{
    // The list, like the row, keeps its height: nothing below moves when one takes the other's place.
    return {std::min(m_list->sizeHint().width(), m_segments->sizeHint().width()),
            std::max(m_list->sizeHint().height(), m_segments->sizeHint().height())};
}

void FoldingSwitch::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool FoldingSwitch::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
        arrange();
    }
    return done;
}

void FoldingSwitch::arrange()
{
    m_folded = width() < m_segments->sizeHint().width();
    QWidget* shown = m_folded ? static_cast<QWidget*>(m_list) : m_segments;
    QWidget* other = m_folded ? static_cast<QWidget*>(m_segments) : m_list;
    const QSize wanted = shown->sizeHint();
    shown->setGeometry(QStyle::visualRect(layoutDirection(), rect(),
                                          {0, (height() - wanted.height()) / 2, std::min(width(), wanted.width()), wanted.height()}));
    if (!shown->isHidden() && other->isHidden())
        return;
    const QWidget* focus = QApplication::focusWidget(); // this widget's own remembers where the keyboard once was
    const bool hadFocus = focus && (other == focus || other->isAncestorOf(focus));
    shown->show();
    if (hadFocus && m_folded)
        m_list->setFocus(Qt::OtherFocusReason);
    else if (hadFocus)
        for (QAbstractButton* button : m_segments->findChildren<QAbstractButton*>())
            if (button->isChecked())
                button->setFocus(Qt::OtherFocusReason);
    other->hide();
}

} // namespace app
