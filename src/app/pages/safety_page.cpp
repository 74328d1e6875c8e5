// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/safety_page.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr double buttonWidth = 52;

} // namespace

SafetyPage::SafetyPage(QWidget* parent)
    : Page(parent), m_head(new PageHead(tr("Keep it safe"))), m_notice(new Notice), m_sheet(new MarginSheet)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_head->setSentence(tr("The file, its copies, its passphrase."));
    whole->addWidget(m_head);
    whole->addWidget(m_notice);
    whole->addWidget(MarginSheet::scrolling(m_sheet, this), 1);
}

void SafetyPage::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    const bool same = snapshot && m_snapshot && snapshot->readOnly == m_snapshot->readOnly
        && snapshot->atRisk == m_snapshot->atRisk && snapshot->needsMigration == m_snapshot->needsMigration;
    m_snapshot = snapshot;
    if (same)
        return; // a button just pressed keeps the focus
    m_notice->hide();
    m_backups.clear();
    fill();
}

void SafetyPage::takeFocus()
{
    if (m_first)
        m_first->setFocus(Qt::OtherFocusReason);
    else
        setFocus();
}

void SafetyPage::setBackups(const std::vector<extract::Backup>& backups)
{
    m_backups = backups;
    tellBackups();
}

void SafetyPage::setBusy(const QString& doing)
{
    m_busy = true;
    m_notice->say(Notice::Kind::Note, doing);
}

void SafetyPage::say(Notice::Kind kind, const QString& title, const QString& text)
{
    m_busy = false;
    m_notice->say(kind, title, text);
}

void SafetyPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

void SafetyPage::arrange()
{
    const bool narrow = width() < u(190);
    for (QBoxLayout* row : m_rows) {
        row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        QLayoutItem* button = row->itemAt(row->count() - 1);
        row->setAlignment(button->widget(), narrow ? Qt::AlignLeft : Qt::AlignRight | Qt::AlignVCenter);
    }
}

void SafetyPage::addRow(const QString& label, const QString& sentence, QPushButton* button)
{
    auto* box = new QWidget;
    auto* row = new QBoxLayout(QBoxLayout::LeftToRight, box);
    row->setContentsMargins(0, u(2.5), 0, u(2.5));
    row->setSpacing(u(2));
    m_rows.push_back(row);
    auto* words = (new Text(sentence))->wrapped();
    row->addWidget(words, 1);
    row->addSpacing(u(2));
    button->setMinimumWidth(u(buttonWidth));
    button->setAccessibleDescription(sentence);
    row->addWidget(button, 0, Qt::AlignRight | Qt::AlignVCenter);
    auto* name = new QWidget;
    auto* inName = new QVBoxLayout(name);
    inName->setContentsMargins(0, u(2.5), 0, 0);
    auto* text = new Text(label);
    text->setBold(true);
    text->setWordWrap(true);
    text->setFixedWidth(u(30));
    inName->addWidget(text);
    m_sheet->addRow(name, box);
}

void SafetyPage::addTask(const QString& label, const QString& sentence, const QString& button, Task task, bool writes)
{
    auto* press = plainButton(button);
    press->setEnabled(!writes || !m_snapshot->readOnly);
    connect(press, &QPushButton::clicked, this, [this, task] { Q_EMIT asked(task); });
    if (!m_first && press->isEnabled())
        m_first = press;
    if (task == Task::Restore)
        m_restore = press;
    addRow(label, sentence, press);
    m_sheet->addRule(0);
}

void SafetyPage::fill()
{
    m_sheet->clear();
    m_rows.clear();
    m_first = m_restore = nullptr;
    m_backupWords = nullptr;
    if (!m_snapshot)
        return;
    if (m_snapshot->readOnly) {
        auto* words = new Text(m_snapshot->needsMigration
                                   ? tr("This file was made by an older version and can only be read until it is "
                                        "brought up to date.")
                                   : tr("This file can only be read, so some of what stands here is not possible now."),
                               TextSize::Body, &Tokens::ochreText);
        words->setWordWrap(true);
        m_sheet->addRow(QString(), words);
        m_sheet->addRule(3);
    }
    if (m_snapshot->needsMigration)
        addTask(tr("Older version"),
                tr("Writes the file in today's format, so that things can be added again. The old file is kept as it "
                   "is, under another name."),
                tr("Bring it up to date…"), Task::Migrate, false);
    m_backupWords = new Text({}, TextSize::Body, &Tokens::ink2);
    m_backupWords->setWordWrap(true);
    m_sheet->addRow(tr("Backups"), m_backupWords);
    addTask(QString(),
            tr("A backup is made by itself before anything is changed. You can make one now as well. It lies beside the "
               "record file and opens with the same passphrase."),
            tr("Make a backup now"), Task::BackUp, true);
    addTask(QString(),
            tr("Puts the file back to how a backup has it. What is in the file now is kept under another name."),
            tr("Go back to a backup…"), Task::Restore, false);
    addTask(tr("A second copy"),
            tr("Backups beside the file do not help if the whole computer is lost. Save a copy on a stick and keep it in "
               "another house. It opens with the same passphrase."),
            tr("Save a copy…"), Task::SaveCopy, false);
    addTask(tr("For somebody else"),
            tr("A copy with a passphrase of its own, for a parent, a solicitor or a helper. It holds the documents; what "
               "you wrote yourself stays behind unless you tick it."),
            tr("Hand over a copy…"), Task::HandOver, false);
    addTask(tr("Passphrase"),
            tr("Change it when somebody may have seen it. The file and its backups are written anew."),
            tr("Change the passphrase…"), Task::ChangePassphrase, true);
    addTask(QString(),
            tr("A sheet of paper with 24 words opens the file when the passphrase is forgotten. Whoever finds it can "
               "open the file too."),
            tr("Recovery sheet…"), Task::RecoverySheet, false);
    addTask(tr("If you are in danger"),
            m_snapshot->atRisk
                ? tr("At-risk mode is on: addresses, schools and numbers are hidden everywhere. Leaving it needs the "
                     "passphrase.")
                : tr("At-risk mode hides addresses, schools and numbers everywhere in this program, also from somebody "
                     "who looks over your shoulder. Leaving it needs the passphrase."),
            m_snapshot->atRisk ? tr("Leave at-risk mode") : tr("Hide where I am"), Task::AtRisk, true);
    auto* documents = plainButton(tr("What I was given"));
    connect(documents, &QPushButton::clicked, this, [this] { Q_EMIT pageAsked(PageName::Documents, {}); });
    addRow(tr("One document"),
           tr("A document that does not belong here, or that you do not want to keep, can be taken out of the file and "
              "of its backups."),
           documents);
    m_sheet->addRule(0);
    addTask(tr("All of it"),
            tr("Removes the record file, its backups and whatever else the program put beside them. Nobody can bring it "
               "back."),
            tr("Get rid of the record…"), Task::Dispose, false);
    m_sheet->addStretch();
    arrange();
    tellBackups();
}

void SafetyPage::tellBackups()
{
    if (!m_backupWords)
        return;
    if (m_backups.empty()) {
        m_backupWords->setText(tr("There is no backup yet. One is made before the first change of a sitting."));
    } else {
        const QString when = QLocale().toString(m_backups.front().made.toLocalTime(), tr("d MMMM yyyy, HH:mm"));
        m_backupWords->setText(tr("%n backup(s) beside the file, the newest from %1.", nullptr, int(m_backups.size()))
                                   .arg(when));
    }
    if (m_snapshot->earlierBackups > 0)
        m_backupWords->setText(m_backupWords->text() + u' '
                               + tr("%n more of an earlier file with this name were put aside.", nullptr,
                                    m_snapshot->earlierBackups));
    m_restore->setEnabled(!m_backups.empty());
}

} // namespace app
