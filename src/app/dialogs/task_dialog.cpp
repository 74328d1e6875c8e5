// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/task_dialog.h"

#include <QHBoxLayout>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace app {

TaskDialog::TaskDialog(const QString& title, const QString& go, QWidget* parent)
    : QDialog(parent), m_area(new QScrollArea), m_page(new Surface(&Tokens::sheet)), m_asked(new QWidget), m_notice(new Notice),
      m_doing(new Text({}, TextSize::Small, &Tokens::ink2)), m_go(primaryButton(go)),
      m_close(plainButton(tr("Cancel"))), m_goWords(go)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(title);
    m_area->setWidget(m_page);
    whole->addWidget(m_area, 1);

    auto* column = new QVBoxLayout(m_page);
    column->setContentsMargins(u(8), u(6), u(8), u(6));
    column->setSpacing(u(3));
    auto* head = new Text(title, TextSize::Title);
    head->setWordWrap(true);
    column->addWidget(head);
    m_body = new QVBoxLayout(m_asked);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(u(3));
    column->addWidget(m_asked);
    m_told = new QVBoxLayout;
    m_told->addWidget(m_notice);
    column->addLayout(m_told);
    column->addStretch();

    auto* foot = new Surface(&Tokens::desk, Qt::TopEdge);
    auto* inFoot = new QHBoxLayout(foot);
    inFoot->setContentsMargins(u(8), u(2.5), u(8), u(2.5));
    inFoot->setSpacing(u(4));
    m_doing->setWordWrap(true);
    inFoot->addWidget(m_doing, 1);
    inFoot->addWidget(m_close);
    inFoot->addWidget(m_go);
    whole->addWidget(foot);
    m_go->setDefault(true);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, [this] { this->go(); });
}

void TaskDialog::addWords(const QString& words, QColor Tokens::* ink)
{
    auto* text = new Text(words, TextSize::Body, ink);
    text->setWordWrap(true);
    m_body->addWidget(text);
}

void TaskDialog::setForm(QWidget* form)
{
    m_body->addWidget(form);
}

void TaskDialog::setGoEnabled(bool enabled)
{
    m_goEnabled = enabled;
    m_go->setEnabled(enabled && m_asked->isEnabled());
}

void TaskDialog::setBusy(const QString& doing)
{
    m_notice->hide();
    m_asked->setEnabled(false);
    m_go->setEnabled(false);
    m_doing->setText(doing);
    m_doing->setAccessibleName(doing);
}

void TaskDialog::ready()
{
    m_asked->setEnabled(true);
    m_go->setEnabled(m_goEnabled);
    m_doing->clear();
}

void TaskDialog::fault(const base::Error& error)
{
    ready();
    m_notice->say(Notice::Kind::Fault, error.message, error.next);
    m_area->ensureWidgetVisible(m_notice);
}

void TaskDialog::refuse(const QString& title, const QString& next, QWidget* where)
{
    m_notice->say(Notice::Kind::Fault, title, next);
    where->setFocus(Qt::OtherFocusReason);
}

void TaskDialog::finish(const QString& title, const QString& text, QWidget* more)
{
    if (more)
        m_told->addWidget(more);
    m_doing->clear();
    m_asked->hide();
    m_go->hide();
    m_close->setText(tr("Close"));
    m_close->setDefault(true);
    m_close->setFocus(Qt::OtherFocusReason);
    m_notice->say(Notice::Kind::Settled, title, text);
}

QString TaskDialog::told() const
{
    return m_notice->isHidden() ? QString() : m_notice->title();
}

void TaskDialog::showEvent(QShowEvent* event)
{
    // As high as what it says, but never higher than the window behind it or the screen.
    const int wide = std::min(u(150), screen()->availableSize().width());
    const int foot = m_go->sizeHint().height() + u(6);
    const int most = std::min(parentWidget() ? parentWidget()->height() : u(200), screen()->availableSize().height());
    const int words = m_page->hasHeightForWidth() ? m_page->heightForWidth(wide) : m_page->sizeHint().height();
    resize(wide, std::min(words + foot + u(4), most));
    // With keys one must be able to read what lies between two controls.
    m_area->setFocusPolicy(words + foot + u(4) > most ? Qt::StrongFocus : Qt::NoFocus);
    QDialog::showEvent(event);
}

} // namespace app
