// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/keys_dialog.h"

#include "app/dialogs/help_text.h"
#include "app/theme/parts.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

KeysDialog::KeysDialog(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Help and keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto* tabs = new QTabWidget;
    tabs->setAccessibleName(windowTitle());
    tabs->setDocumentMode(true);
    auto* text = new HelpText;
    tabs->addTab(text, tr("Help"));
    auto* page = new Surface(&Tokens::sheet);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(page);
    area->setAccessibleName(tr("Keys"));
    tabs->addTab(area, tr("Keys"));
    whole->addWidget(tabs, 1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(u(8), u(6), u(8), u(6));
    column->setSpacing(u(2));
    column->addWidget(new Text(tr("Keys"), TextSize::Title));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(u(6));
    grid->setVerticalSpacing(u(1.5));
    int row = 0;
    const auto line = [&](const QString& keys, const QString& what) {
        auto* key = new Text(keys);
        key->setFont(fieldFont());
        grid->addWidget(key, row, 0, Qt::AlignTop);
        auto* words = new Text(what);
        words->setWordWrap(true);
        grid->addWidget(words, row++, 1);
    };
    for (const QAction* action : actions) {
        QStringList keys;
        for (const QKeySequence& sequence : action->shortcuts())
            keys << sequence.toString(QKeySequence::NativeText);
        if (!keys.isEmpty() && !action->text().isEmpty())
            line(keys.join(u", "_s), action->text());
    }
    line(tr("Tab, Shift+Tab"), tr("From one control to the next, and back"));
    line(tr("Arrow keys"), tr("Inside a list, the timeline, a strip of readings"));
    line(tr("+, −, 0"), tr("On the timeline: nearer, further, everything"));
    line(tr("Alt+Left, Alt+Right"), tr("On the timeline: back to the last view, and forward again"));
    line(tr("Home, End, Page Up, Page Down"), tr("On the timeline: first, last, a year back, a year on"));
    line(tr("Ctrl+G"), tr("On the timeline: go to a year, a term or an age"));
    line(tr("/"), tr("On the timeline: look for something"));
    line(tr("F3, Shift+F3"), tr("On the timeline: the next that fits, the one before"));
    line(tr("Enter"), tr("What is selected, in detail"));
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    column->addStretch();
    auto* foot = new Surface(&Tokens::desk, Qt::TopEdge);
    auto* inFoot = new QHBoxLayout(foot);
    inFoot->addStretch();
    auto* close = primaryButton(tr("Close"));
    inFoot->addWidget(close);
    whole->addWidget(foot);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    text->setFocus();
    resize(u(150), u(150));
}

} // namespace app
