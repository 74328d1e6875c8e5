// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell_keeping.h"

#include "app/dialogs/change_passphrase_dialog.h"
#include "app/dialogs/dispose_dialog.h"
#include "app/dialogs/file_ask.h"
#include "app/dialogs/hand_over_dialog.h"
#include "app/dialogs/migrate_dialog.h"
#include "app/dialogs/recover_dialog.h"
#include "app/dialogs/recovery_sheet_dialog.h"
#include "app/dialogs/rescue_dialog.h"
#include "app/dialogs/restore_dialog.h"
#include "app/dialogs/withdraw_dialog.h"
#include "app/pages/unlock_page.h"
#include "app/window.h"

#include <QFileInfo>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace app {

Keeping::Keeping(Window* window, desk::Sitting* sitting, SafetyPage* page)
    : QObject(window), m_window(window), m_sitting(sitting), m_page(page)
{
    connect(page, &SafetyPage::asked, this, &Keeping::run);
}

QString Keeping::nameToTell(const QString& path) const
{
    return m_window->hidesNames() ? QString() : QFileInfo(path).fileName();
}

void Keeping::refresh()
{
    m_sitting->backups(m_path).then(this, [this](const base::Result<std::vector<extract::Backup>>& found) {
        if (found)
            m_page->setBackups(*found);
    });
}

void Keeping::run(SafetyPage::Task task)
{
    using Task = SafetyPage::Task;
    switch (task) {
    case Task::BackUp:
        return backUp();
    case Task::Restore:
        // The file is closed for it; what was typed is kept first.
        return m_window->lock({}, [this] { restore(); });
    case Task::SaveCopy:
        return saveCopy();
    case Task::HandOver:
        return handOver();
    case Task::RecoverySheet:
        return recoverySheet();
    case Task::ChangePassphrase:
        return changePassphrase();
    case Task::Migrate:
        return migrate();
    case Task::AtRisk:
        Q_EMIT atRiskAsked(m_window->snapshot() && !m_window->snapshot()->atRisk);
        return;
    case Task::Dispose:
        return dispose();
    }
}

void Keeping::backUp()
{
    m_page->setBusy(tr("Making a backup…"));
    m_sitting->backUp().then(this, [this](const base::Result<extract::Backup>& made) {
        if (made)
            m_page->say(Notice::Kind::Settled, tr("The backup is made."), tr("It lies beside the record file."));
        else
            m_page->say(Notice::Kind::Fault, made.error().message, made.error().next);
        refresh();
    });
}

void Keeping::saveCopy()
{
    askSavePath(m_window, tr("Where should the copy go?"), u"copy.pupilrecord"_s, u"pupilrecord"_s,
                [this](const QString& path) {
                    m_page->setBusy(tr("Making the copy…"));
                    // The dialog has asked before an existing file may be replaced.
                    m_sitting->saveCopy(path, QFileInfo::exists(path))
                        .then(this, [this, name = nameToTell(path)](const base::Result<bool>& done) {
                            if (done)
                                m_page->say(Notice::Kind::Settled, name.isEmpty() ? tr("The copy is made.") : tr("The copy is made: %1").arg(name),
                                            tr("It opens with the same passphrase, and does not change when this file "
                                               "does."));
                            else
                                m_page->say(Notice::Kind::Fault, done.error().message, done.error().next);
                        });
                });
}

void Keeping::withdraw(record::DocumentId document)
{
    const desk::SnapshotPtr snapshot = m_window->snapshot();
    if (!snapshot || snapshot->readOnly)
        return;
    auto* dialog = new WithdrawDialog(withdrawFacts(snapshot->record, document), m_window);
    connect(dialog, &WithdrawDialog::asked, this, [this, document, told = QPointer(dialog)](const QString& why) {
        m_sitting->withdraw({document}, why).then(this, [this, told](const base::Result<extract::Withdrawal>& done) {
            Q_EMIT changed();
            if (told)
                told->tell(done);
        });
    });
    dialog->open();
}

void Keeping::handOver()
{
    auto* dialog = new HandOverDialog(m_window);
    connect(dialog, &HandOverDialog::asked, this,
            [this, told = QPointer(dialog)](const std::shared_ptr<extract::Secret>& passphrase,
                                            const extract::HandOverChoice& with) {
                askSavePath(told, tr("Where should the copy go?"), u"copy.pupilrecord"_s, u"pupilrecord"_s,
                            [this, told, passphrase, with](const QString& path) {
                                if (told)
                                    told->start();
                                m_sitting->handOver(path, passphrase->clone(), with, QFileInfo::exists(path))
                                    .then(this, [told, name = nameToTell(path)](const base::Result<bool>& done) {
                                        if (told)
                                            told->tell(done, name);
                                    });
                            });
            });
    dialog->open();
}

void Keeping::recoverySheet()
{
    auto* dialog = new RecoverySheetDialog(m_window);
    const QPointer told(dialog);
    connect(dialog, &RecoverySheetDialog::wordsAsked, this, [this, told] {
        m_sitting->recoveryWords().then(this, [told](const base::Result<extract::RecoveryWordsPtr>& words) {
            if (told)
                told->tellWords(words);
        });
    });
    connect(dialog, &RecoverySheetDialog::sheetAsked, this, [this, told] {
        m_sitting->recoverySheet(reports::LetterFormat::Html).then(this, [told](const base::Result<QByteArray>& html) {
            if (told)
                told->printSheet(html);
        });
    });
    dialog->open();
}

void Keeping::changePassphrase()
{
    auto* dialog = new ChangePassphraseDialog(m_window);
    connect(dialog, &ChangePassphraseDialog::asked, this,
            [this, told = QPointer(dialog)](const std::shared_ptr<extract::Secret>& passphrase) {
                m_sitting->changePassphrase(std::move(*passphrase)).then(this, [this, told](const base::Result<bool>& done) {
                    refresh();
                    if (told)
                        told->tell(done);
                });
            });
    dialog->open();
}

void Keeping::migrate()
{
    auto* dialog = new MigrateDialog(m_window);
    connect(dialog, &MigrateDialog::asked, this, [this, told = QPointer(dialog)] {
        m_sitting->migrate().then(this, [this, told](const base::Result<extract::Migration>& done) {
            Q_EMIT changed();
            const desk::SnapshotPtr snapshot = m_window->snapshot();
            if (told)
                told->tell(done, done && snapshot && !snapshot->atRisk ? QFileInfo(done->keptAside).fileName() : QString());
        });
    });
    dialog->open();
}

void Keeping::restore()
{
    auto* dialog = new RestoreDialog(extract::backupsBeside(m_path), m_window);
    connect(dialog, &RestoreDialog::asked, this,
            [this, told = QPointer(dialog)](const QString& backup, const std::shared_ptr<extract::Secret>& passphrase) {
                m_sitting->restore(m_path, backup, std::move(*passphrase))
                    .then(this, [this, told](const base::Result<desk::RestoredExtract>& done) {
                        if (!done) {
                            if (told)
                                told->fault(done.error());
                            return;
                        }
                        if (told)
                            told->accept();
                        const QString aside = QFileInfo(done->restored.keptAside).fileName();
                        Q_EMIT opened(done->snapshot, aside.isEmpty() || done->snapshot->atRisk
                                                          ? tr("The backup stands in the file's place.")
                                                          : tr("The backup stands in the file's place. What was there "
                                                               "is kept as %1.")
                                                                .arg(aside));
                    });
            });
    dialog->open();
}

void Keeping::recover()
{
    auto* dialog = new RecoverDialog(extract::fileMark(m_path).value_or(QString()), m_window);
    connect(dialog, &RecoverDialog::asked, this,
            [this, told = QPointer(dialog)](const std::shared_ptr<extract::Secret>& words,
                                            const std::shared_ptr<extract::Secret>& passphrase) {
                m_sitting->recover(m_path, std::move(*words), std::move(*passphrase))
                    .then(this, [this, told](const base::Result<desk::SnapshotPtr>& done) {
                        if (!done) {
                            if (told)
                                told->fault(done.error());
                            return;
                        }
                        if (told)
                            told->accept();
                        Q_EMIT opened(*done, tr("The file has a new passphrase. The recovery sheet is void now."));
                    });
            });
    dialog->open();
}

void Keeping::rescue()
{
    auto* dialog = new RescueDialog(m_window);
    connect(dialog, &RescueDialog::asked, this,
            [this, told = QPointer(dialog)](const std::shared_ptr<extract::Secret>& passphrase) {
                askSavePath(told, tr("Where should the new file go?"), u"saved.pupilrecord"_s, u"pupilrecord"_s,
                            [this, told, passphrase](const QString& path) {
                                if (told)
                                    told->start();
                                m_sitting->rescue(m_path, passphrase->clone(), path, QFileInfo::exists(path))
                                    .then(this, [told, name = nameToTell(path)](const base::Result<extract::Rescue>& done) {
                                        if (told)
                                            told->tell(done, name);
                                    });
                            });
            });
    dialog->open();
}

void Keeping::dispose()
{
    QStringList names;
    for (const QString& path : extract::filesToDispose(m_path))
        names << nameToTell(path);
    auto* dialog = new DisposeDialog(names, extract::beyondDisposal(), m_window);
    connect(dialog, &DisposeDialog::asked, this, [this] {
        m_window->lock({}, [this] {
            m_sitting->dispose(m_path).then(this, [this](const base::Result<extract::Disposal>& done) {
                if (!done) {
                    m_window->unlockPage()->note(done.error().message, done.error().next);
                    return;
                }
                QStringList words{tr("%n file(s) removed.", nullptr, done->removed)};
                if (!done->left.isEmpty() && m_window->hidesNames())
                    words << tr("%n file(s) could not be removed.", nullptr, int(done->left.size()));
                else if (!done->left.isEmpty())
                    words << tr("Could not be removed: %1.").arg(done->left.join(u", "_s));
                Q_EMIT disposed(tr("The record is gone."), (words + done->beyond).join(u' '));
            });
        });
    });
    dialog->open();
}

} // namespace app
