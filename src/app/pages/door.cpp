// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/door.h"

#include <QFocusEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr double marginLine = 42; // of the card, in u

class Card : public Surface {
public:
    Card() : Surface(&Tokens::sheet, Qt::TopEdge | Qt::BottomEdge | Qt::LeftEdge | Qt::RightEdge) {}

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Surface::paintEvent(event);
        QPainter(this).fillRect(u(marginLine), 0, 1, height(), Tokens::current().margin);
    }
};

QWidget* promise(const QString& iconName, const QString& text)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(u(3));
    row->addWidget(new Picture(iconName, 5), 0, Qt::AlignTop);
    auto* words = new Text(text, TextSize::Body, &Tokens::ink2);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    return box;
}

} // namespace

Door::Door(QWidget* parent) : QWidget(parent), m_card(new Card), m_foot(new QHBoxLayout)
{
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);

    auto* desk = new Surface(&Tokens::desk);
    area->setWidget(desk);
    auto* across = new QHBoxLayout(desk);
    across->setContentsMargins(u(6), u(6), u(6), u(5));
    across->addStretch(1);
    auto* columnBox = new QWidget;
    columnBox->setMaximumWidth(u(180));
    columnBox->setMinimumWidth(u(130));
    columnBox->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    across->addWidget(columnBox, 100);
    across->addStretch(1);
    auto* column = new QVBoxLayout(columnBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addStretch(2);

    auto* head = new QHBoxLayout;
    head->setSpacing(0);
    head->addSpacing(u(5));
    head->addWidget(new Picture(u"logo"_s, 12, &Tokens::damson), 0, Qt::AlignVCenter);
    head->addSpacing(u(marginLine + 5 - 17));
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(new Text(tr("Pupil Record"), TextSize::Headline));
    auto* line = new Text(tr("See what is held about you, who was given it, and put it right."), TextSize::Lead,
                          &Tokens::ink2);
    line->setWordWrap(true);
    names->addWidget(line);
    head->addLayout(names, 1);
    column->addLayout(head);
    column->addSpacing(u(6));
    column->addWidget(m_card);
    column->addSpacing(u(6));

    auto* promises = new QHBoxLayout;
    promises->setSpacing(u(6));
    promises->addWidget(promise(u"lock"_s, tr("Stays on this computer. No account, no internet.")), 1);
    promises->addWidget(promise(u"note"_s, tr("A lost passphrase cannot be replaced. Keep it safe.")), 1);
    promises->addWidget(promise(u"mask"_s, tr("Locks itself when you are away and when the screen locks.")), 1);
    column->addLayout(promises);
    column->addStretch(3);

    m_foot->setSpacing(u(5));
    m_foot->addWidget(new Text(tr("Version %1 · Free software (GPL 3)").arg(QStringLiteral(PUPIL_RECORD_VERSION)),
                             TextSize::Small, &Tokens::ink2));
    m_foot->addStretch();
    auto* keys = linkButton(tr("Help"));
    auto* settings = linkButton(tr("Settings"));
    m_foot->addWidget(keys);
    m_foot->addWidget(settings);
    column->addLayout(m_foot);
    connect(keys, &QPushButton::clicked, this, &Door::keysAsked);
    connect(settings, &QPushButton::clicked, this, &Door::settingsAsked);
}

void Door::setForm(QWidget* form, QGridLayout* grid)
{
    grid->setContentsMargins(u(6), u(8), u(12), u(8));
    grid->setHorizontalSpacing(u(5));
    grid->setVerticalSpacing(u(1));
    grid->setColumnMinimumWidth(0, u(marginLine - 6));
    grid->setColumnStretch(1, 1);
    auto* inCard = new QVBoxLayout(m_card);
    inCard->setContentsMargins(0, 0, 0, 0);
    inCard->addWidget(form);
}

void Door::addFootLink(QWidget* link)
{
    m_foot->insertWidget(2, link);
}

void Door::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_firstField)
        m_firstField->setFocus(event->reason());
}

} // namespace app
