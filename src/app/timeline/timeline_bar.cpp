// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_bar.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace app {

TimelineBar::TimelineBar(QWidget* parent)
    : QWidget(parent), m_title(new Text(tr("Timeline"), TextSize::Title)), m_steps(new Segments(tr("Show"))),
      m_wider(joined(u"zoom-out"_s, u"first"_s)), m_closer(joined(u"zoom-in"_s, u"middle"_s)),
      m_fit(joined(u"fit"_s, u"last"_s)), m_back(iconButton(u"back"_s, {})),
      m_forward(iconButton(u"forward"_s, {})), m_look(plainButton({}, u"filter"_s)),
      m_tray(plainButton({}, u"undated"_s)), m_out(iconButton(u"export"_s, {})), m_picture(joined(u"timeline"_s, u"first"_s)),
      m_table(joined(u"table"_s, u"last"_s))
{
    m_lines = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_lines->setContentsMargins(u(5), u(2), u(3), u(2));
    m_lines->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_lines->addLayout(row);
    m_title->setFixedWidth(MarginSheet::marginX() - u(5));
    row->addWidget(m_title);
    row->addWidget(m_steps);
    row->addSpacing(u());
    for (QToolButton* button : {m_wider, m_closer, m_fit})
        row->addWidget(button);
    row->addSpacing(u());
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addSpacing(u());
    row->addStretch();
    row = new QHBoxLayout;
    row->setSpacing(0);
    m_lines->addLayout(row, 1);
    row->addWidget(m_look);
    row->addSpacing(u(1.5));
    row->addWidget(m_tray);
    row->addStretch();
    row->addWidget(m_out);
    row->addSpacing(u());
    auto* views = new QButtonGroup(this);
    for (QToolButton* button : {m_picture, m_table}) {
        button->setCheckable(true);
        views->addButton(button);
        row->addWidget(button);
    }
    m_picture->setChecked(true);
    m_tray->setCheckable(true);
    m_look->setCheckable(true);
    m_out->setPopupMode(QToolButton::InstantPopup);
    m_out->setFocusPolicy(Qt::StrongFocus);
    m_out->setMenu(new QMenu(m_out));
    nameButtons();

    connect(m_steps, &Segments::chosen, this,
            [this](int step) { Q_EMIT zoomChosen(static_cast<TimelineView::Zoom>(step)); });
    connect(m_wider, &QToolButton::clicked, this, &TimelineBar::widerAsked);
    connect(m_closer, &QToolButton::clicked, this, &TimelineBar::closerAsked);
    connect(m_fit, &QToolButton::clicked, this, &TimelineBar::fitAsked);
    connect(m_back, &QToolButton::clicked, this, &TimelineBar::backAsked);
    connect(m_forward, &QToolButton::clicked, this, &TimelineBar::forwardAsked);
    connect(m_look, &QPushButton::clicked, this, &TimelineBar::lookAsked);
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
    name(m_back, tr("Back to the last view (Alt+Left)"));
    name(m_forward, tr("Forward again (Alt+Right)"));
    name(m_out, tr("Save or print"));
    setLooking(m_look->isChecked(), m_active);
    fillOut();
    name(m_picture, tr("Show as a picture"));
    name(m_table, tr("Show as a table"));
    setUndated(m_undated);
}

// In two lines beside details there is no room for two words; a screen reader still reads both.
void TimelineBar::shortenSteps(bool brief)
{
    const QString whole = tr("School year"), part = tr("Year");
    for (QToolButton* step : m_steps->findChildren<QToolButton*>())
        if (step->text() == (brief ? whole : part))
            step->setText(brief ? part : whole);
    m_steps->updateGeometry(); // its own layout tells the bar only with the next turn of the event loop
}

void TimelineBar::fillOut()
{
    QMenu* menu = m_out->menu();
    menu->clear();
    // The warning stands before the choice, not after it.
    menu->addAction(tr("What you save or print is not encrypted"))->setEnabled(false);
    menu->addSeparator();
    const auto add = [&](const QString& words, PictureFormat format) {
        connect(menu->addAction(words), &QAction::triggered, this, [this, format] { Q_EMIT saveAsked(format); });
    };
    add(tr("Save as PDF, to print…"), PictureFormat::Pdf);
    add(tr("Save as SVG, to enlarge…"), PictureFormat::Svg);
    add(tr("Save as PNG picture…"), PictureFormat::Png);
    menu->addSeparator();
    connect(menu->addAction(tr("Print…")), &QAction::triggered, this, &TimelineBar::printAsked);
}

void TimelineBar::setZoom(TimelineView::Zoom zoom, bool canGoBack, bool canGoForward)
{
    m_steps->setCurrent(static_cast<int>(zoom));
    m_back->setEnabled(canGoBack);
    m_forward->setEnabled(canGoForward);
}

void TimelineBar::setLooking(bool open, bool active)
{
    m_active = active;
    m_look->setChecked(open);
    m_look->setAccessibleName(active ? tr("Choose what to show. Something is dimmed now") : tr("Choose what to show"));
    m_look->setToolTip(tr("Look for words, kinds, years and changes (/)"));
    leaveOut();
}

void TimelineBar::setUndated(int count)
{
    m_undated = count;
    m_tray->setVisible(count > 0);
    leaveOut();
    m_tray->setAccessibleName(tr("Undated, %1. They wait here because no file says when they were").arg(count));
}

void TimelineBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        leaveOut();
}

// Narrow window, large text: what the rail or a key says as well is the first to go, then words that an icon says too.
void TimelineBar::leaveOut()
{
    if (m_leavingOut) // showing a button may lay out the page, and come back here
        return;
    const QScopedValueRollback leaving(m_leavingOut, true);
    const std::vector<std::vector<QWidget*>> parts{{m_forward}, {m_title}, {m_back}, {m_wider, m_closer, m_fit}};
    for (const std::vector<QWidget*>& part : parts)
        for (QWidget* widget : part)
            widget->show();
    m_look->setText(m_active ? tr("Show: some") : tr("Show"));
    m_tray->setText(tr("Undated %1").arg(m_undated));
    // Beside details there is room below sooner than at the side.
    const bool beside = m_covered > 0;
    m_lines->setDirection(QBoxLayout::LeftToRight);
    m_lines->setSpacing(0);
    m_lines->setContentsMargins(beside ? u(1.5) : u(5), u(2), m_covered + (beside ? 0 : u(3)), u(2));
    if (beside && !fits()) {
        m_lines->setDirection(QBoxLayout::TopToBottom);
        m_lines->setSpacing(u());
    }
    shortenSteps(m_lines->direction() == QBoxLayout::TopToBottom);
    for (const std::vector<QWidget*>& part : parts) {
        if (fits())
            return;
        for (QWidget* widget : part)
            widget->hide();
    }
    if (!fits())
        m_tray->setText(QString::number(m_undated));
    if (!fits())
        m_look->setText({});
}

// Layouts inside a layout keep their sizes until the next turn of the event loop, and would answer for buttons that
// were hidden when they were last asked.
bool TimelineBar::fits() const
{
    for (int line = 0; line < m_lines->count(); ++line)
        m_lines->itemAt(line)->invalidate();
    m_lines->invalidate();
    return m_lines->minimumSize().width() <= width();
}

void TimelineBar::setCovered(int width)
{
    if (width == m_covered)
        return;
    m_covered = width;
    leaveOut();
    updateGeometry();
}

void TimelineBar::setTrayOpen(bool open)
{
    m_tray->setChecked(open);
}

void TimelineBar::setTable(bool table)
{
    (table ? m_table : m_picture)->setChecked(true);
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
