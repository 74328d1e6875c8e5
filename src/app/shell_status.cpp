// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell_status.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

StatusLine::StatusLine(QWidget* parent)
    : Surface(&Tokens::desk, Qt::TopEdge, parent), m_doing(new Text({}, TextSize::Small, &Tokens::ink2)),
      m_promise(new Text(tr("Encrypted file on this computer. Nothing is sent anywhere."), TextSize::Small,
                         &Tokens::ink2)),
      m_kind(new Text({}, TextSize::Small, &Tokens::ink2))
{
    setMinimumHeight(u(7));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // never holds the window wide
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(u(5), u(), u(5), u());
    row->setSpacing(u(2));
    row->addWidget(new Picture(u"lock"_s, 3.5));
    row->addWidget(m_promise);
    row->addSpacing(u(5));
    row->addWidget(m_doing, 1);
    row->addWidget(m_kind);
}

void StatusLine::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    QStringList kinds;
    if (snapshot && snapshot->readOnly)
        kinds << tr("Read only: nothing can be added");
    if (snapshot && snapshot->atRisk)
        kinds << tr("At-risk mode: places and numbers are hidden");
    if (snapshot && snapshot->demo)
        kinds << tr("Demonstration: the person and the schools are invented");
    m_kind->setText(kinds.join(u" · "_s));
    if (!snapshot)
        m_doing->clear();
    makeRoom();
}

void StatusLine::say(const QString& words)
{
    m_doing->setText(words);
    makeRoom();
}

// What is said now, and what kind of file this is, come before the standing promise.
void StatusLine::makeRoom()
{
    m_promise->show();
    layout()->invalidate();
    m_promise->setVisible(layout()->minimumSize().width() <= width());
}

void StatusLine::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    makeRoom();
}

} // namespace app
