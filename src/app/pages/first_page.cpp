// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/first_page.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace app {

FirstPage::FirstPage(QWidget* parent)
    : Door(parent), m_open(primaryButton(tr("Open my file…"), u"lock"_s)),
      m_create(plainButton(tr("Make one from what I was given…"), u"documents"_s)),
      m_demo(plainButton(tr("Look round with an invented child"), u"person"_s)), m_notice(new Notice)
{
    auto* form = new QWidget;
    auto* grid = new QGridLayout(form);
    int row = 0;
    const auto add = [&](const QString& label, QPushButton* button, const QString& sentence) {
        auto* name = new Text(label, TextSize::Body, &Tokens::ink2);
        grid->addWidget(name, row, 0, Qt::AlignVCenter);
        grid->addWidget(button, row++, 1, Qt::AlignLeft);
        auto* words = new Text(sentence, TextSize::Small, &Tokens::ink2);
        words->setWordWrap(true);
        button->setAccessibleDescription(sentence);
        grid->addWidget(words, row++, 1);
        grid->setRowMinimumHeight(row++, u(6));
    };
    add(tr("I have a record file"), m_open,
        tr("A file ending in .pupilrecord that this program made. You need its passphrase."));
    add(tr("I was given files"), m_create,
        tr("A spreadsheet, a zip or a transfer file from a school or the Department for Education. They stay as they "
           "are; an encrypted copy is made."));
    add(tr("Just looking"), m_demo, tr("A full record of a child who does not exist. Nothing you do there matters."));
    grid->addWidget(m_notice, row, 1);
    setForm(form, grid);
    connect(m_open, &QPushButton::clicked, this, &FirstPage::openAsked);
    connect(m_create, &QPushButton::clicked, this, &FirstPage::createAsked);
    connect(m_demo, &QPushButton::clicked, this, &FirstPage::demoAsked);
    setFirstField(m_open);
    auto* school = linkButton(tr("For schools"));
    addFootLink(school);
    connect(school, &QPushButton::clicked, this, &FirstPage::schoolAsked);
}

void FirstPage::setBusy(bool busy)
{
    for (QPushButton* button : {m_open, m_create, m_demo})
        button->setEnabled(!busy);
    if (busy)
        m_notice->say(Notice::Kind::Note, tr("Making the invented child's record…"),
                      tr("It is encrypted like a real one, which takes a second or two."));
    else
        m_notice->hide();
}

void FirstPage::note(const QString& title, const QString& text)
{
    m_notice->say(Notice::Kind::Settled, title, text);
}

void FirstPage::say(const QString& title, const QString& next)
{
    m_notice->say(Notice::Kind::Fault, title, next);
}

} // namespace app
