// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/coverage_detail.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

CoverageDetail::CoverageDetail(QWidget* parent)
    : Surface(&Tokens::desk, Qt::TopEdge, parent), m_when(new Text({}, TextSize::Small, &Tokens::ink2)),
      m_title(new Text), m_state(new Text), m_rule(new Text), m_printed(new Text({}, TextSize::Body, &Tokens::rust)),
      m_source(new Text({}, TextSize::Small, &Tokens::ink2)), m_ask(primaryButton(tr("Ask for this part"), u"requests"_s)),
      m_askAll(plainButton({}, u"requests"_s)), m_look(plainButton(tr("Look at it"), u"show"_s))
{
    m_row = new QBoxLayout(QBoxLayout::LeftToRight, this);
    auto* row = m_row;
    row->setContentsMargins(u(5), u(3), u(5), u(3));
    row->setSpacing(u(5));
    auto* what = new QVBoxLayout;
    what->setSpacing(u(0.5));
    m_title->setBold(true);
    for (Text* text : {m_title, m_when}) {
        text->setWordWrap(true);
        text->setMinimumWidth(u(38));
        what->addWidget(text);
    }
    what->addStretch();
    row->addLayout(what);
    auto* says = new QVBoxLayout;
    says->setSpacing(u(0.5));
    m_state->setBold(true);
    for (Text* text : {m_state, m_rule, m_printed, m_source}) {
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        says->addWidget(text);
    }
    says->addStretch();
    row->addLayout(says, 1);
    m_ways = new QBoxLayout(QBoxLayout::TopToBottom);
    m_ways->setSpacing(u(2));
    for (QPushButton* button : {m_ask, m_look, m_askAll})
        m_ways->addWidget(button);
    m_ways->addStretch();
    row->addLayout(m_ways);
    connect(m_ask, &QPushButton::clicked, this, &CoverageDetail::askPartAsked);
    connect(m_askAll, &QPushButton::clicked, this, &CoverageDetail::askAllAsked);
    connect(m_look, &QPushButton::clicked, this, &CoverageDetail::lookAsked);
    clear();
}

// Large text leaves no room for three columns: one below the other, and the buttons beside each other.
void CoverageDetail::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    const bool narrow = width() < u(200);
    m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setSpacing(narrow ? u(1) : u(5));
    for (Text* text : {m_title, m_when})
        text->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : u(38));
    m_ways->setDirection(narrow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void CoverageDetail::clear()
{
    show({}, 0, true);
    for (Text* text : {m_title, m_when, m_state, m_rule, m_printed, m_source})
        text->setText(QString());
    m_state->setText(tr("Choose a cell: its rule and its source stand here."));
}

void CoverageDetail::show(const CoverageModel::Told& told, int missingInAll, bool readOnly)
{
    m_title->setText(told.title);
    m_when->setText(told.when);
    m_state->setText(sentence(told.sign));
    m_state->setInk(told.sign == CoverSign::NotHere ? &Tokens::ochreText : &Tokens::ink);
    m_rule->setText(told.rule);
    m_printed->setText(told.printed);
    m_printed->setInk(told.disagrees ? &Tokens::rust : &Tokens::ink2);
    m_printed->setVisible(!told.printed.isEmpty());
    m_source->setText(told.source.isEmpty() ? told.certainty : tr("%1 Source: %2.").arg(told.certainty, told.source));
    m_ask->setVisible(!told.missing.empty());
    m_ask->setEnabled(!readOnly);
    m_ask->setAccessibleName(tr("Ask for this part: %1, %2").arg(told.title, told.when));
    m_askAll->setVisible(missingInAll > 1);
    m_askAll->setEnabled(!readOnly);
    m_askAll->setText(tr("Ask for all %n that are missing", nullptr, missingInAll));
    m_look->setVisible(!told.values.empty());
    m_look->setAccessibleName(tr("Look at it: %1, %2").arg(told.title, told.when));
    setAccessibleName(tr("What the chosen cell says"));
    setAccessibleDescription(words());
}

bool CoverageDetail::takeFocus()
{
    for (QPushButton* button : {m_ask, m_look}) {
        if (button->isVisible() && button->isEnabled()) {
            button->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
    }
    return false;
}

QString CoverageDetail::words() const
{
    QStringList all;
    for (const Text* text : {m_title, m_when, m_state, m_rule, m_printed, m_source})
        if (!text->text().isEmpty())
            all << text->text();
    return all.join(u' ');
}

} // namespace app
