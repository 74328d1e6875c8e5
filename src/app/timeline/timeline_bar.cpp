// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_bar.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace app {

TimelineBar::TimelineBar(QWidget* parent)
    : QWidget(parent), m_title(new Text(tr("Timeline"), TextSize::Title)), m_steps(new Segments(tr("Show"))),
      m_wider(joined(u"zoom-out"_s, u"first"_s)), m_closer(joined(u"zoom-in"_s, u"middle"_s)),
      m_fit(joined(u"fit"_s, u"last"_s)), m_back(iconButton(u"back"_s, tr("Back to the last view"))),
      m_tray(plainButton({}, u"undated"_s)), m_picture(joined(u"timeline"_s, u"first"_s)),
      m_table(joined(u"table"_s, u"last"_s))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(u(5), u(2), u(3), u(2));
    row->setSpacing(0);
    m_title->setFixedWidth(MarginSheet::marginX() - u(5));
    row->addWidget(m_title);
    row->addWidget(m_steps);
    row->addSpacing(u(2.5));
    for (QToolButton* button : {m_wider, m_closer, m_fit})
        row->addWidget(button);
    row->addSpacing(u());
    row->addWidget(m_back);
    row->addSpacing(u());
    row->addWidget(m_tray);
    row->addStretch();
    auto* views = new QButtonGroup(this);
    for (QToolButton* button : {m_picture, m_table}) {
        button->setCheckable(true);
        views->addButton(button);
        row->addWidget(button);
    }
    m_picture->setChecked(true);
    m_tray->setCheckable(true);
    nameButtons();

    connect(m_steps, &Segments::chosen, this,
            [this](int step) { Q_EMIT zoomChosen(static_cast<TimelineView::Zoom>(step)); });
    connect(m_wider, &QToolButton::clicked, this, &TimelineBar::widerAsked);
    connect(m_closer, &QToolButton::clicked, this, &TimelineBar::closerAsked);
    connect(m_fit, &QToolButton::clicked, this, &TimelineBar::fitAsked);
    connect(m_back, &QToolButton::clicked, this, &TimelineBar::backAsked);
    connect(m_tray, &QPushButton::clicked, this, &TimelineBar::trayAsked);
    connect(m_picture, &QToolButton::clicked, this, [this] { Q_EMIT tableAsked(false); });
    connect(m_table, &QToolButton::clicked, this, [this] { Q_EMIT tableAsked(true); });
}

QToolButton* TimelineBar::joined(const QString& iconName, const QString& place)
{
    QToolButton* button = iconButton(iconName, {});
    button->setProperty("segment", place);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void TimelineBar::nameButtons()
{
    m_title->setText(tr("Timeline"));
    m_steps->setTexts({tr("Life"), tr("Phase"), tr("School year"), tr("Term")});
    const auto name = [](QToolButton* button, const QString& text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_wider, tr("Show more time"));
    name(m_closer, tr("Look closer"));
    name(m_fit, tr("Show everything"));
    name(m_back, tr("Back to the last view"));
    name(m_picture, tr("Show as a picture"));
    name(m_table, tr("Show as a table"));
    setUndated(m_undated);
}

void TimelineBar::setZoom(TimelineView::Zoom zoom, bool canGoBack)
{
    m_steps->setCurrent(static_cast<int>(zoom));
    m_back->setEnabled(canGoBack);
}

void TimelineBar::setUndated(int count)
{
    m_undated = count;
    m_tray->setVisible(count > 0);
    m_tray->setText(tr("Undated %1").arg(count));
    leaveOut();
    m_tray->setAccessibleName(tr("Undated, %1. They wait here because no file says when they were").arg(count));
}

void TimelineBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    leaveOut();
}

// Narrow window, large text: what the rail or a key says as well is the first to go.
void TimelineBar::leaveOut()
{
    const std::vector<std::vector<QWidget*>> parts{{m_title}, {m_back}, {m_wider, m_closer, m_fit}};
    for (const std::vector<QWidget*>& part : parts)
        for (QWidget* widget : part)
            widget->show();
    for (const std::vector<QWidget*>& part : parts) {
        layout()->invalidate();
        if (layout()->minimumSize().width() <= width())
            return;
        for (QWidget* widget : part)
            widget->hide();
    }
}

void TimelineBar::setTrayOpen(bool open)
{
    m_tray->setChecked(open);
}

void TimelineBar::setTable(bool table)
{
    (table ? m_table : m_picture)->setChecked(true);
    m_steps->setEnabled(!table);
    for (QToolButton* button : {m_wider, m_closer, m_fit})
        button->setEnabled(!table);
}

void TimelineBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Tokens::current().sheet);
}

void TimelineBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameButtons();
}

} // namespace app
