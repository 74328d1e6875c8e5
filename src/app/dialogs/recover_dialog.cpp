// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/recover_dialog.h"

#include "app/dialogs/new_passphrase.h"
#include "ui_recover.h"

namespace app {

RecoverDialog::RecoverDialog(const QString& mark, QWidget* parent)
    : TaskDialog(tr("Open with a recovery sheet"), tr("Open it"), parent), m_ui(std::make_unique<Ui::Recover>()),
      m_secret(new NewPassphrase(tr("Write the new passphrase down and keep it apart from this computer.")))
{
    auto* form = new QWidget;
    m_ui->setupUi(form);
    m_ui->column->setContentsMargins(0, 0, 0, 0);
    m_ui->column->setSpacing(u(2));
    m_ui->secret->setContentsMargins(0, u(3), 0, 0);
    m_ui->secret->addWidget(m_secret);
    m_ui->intro->setWordWrap(true);
    m_ui->mark->setWordWrap(true);
    m_ui->mark->setText(tr("The mark of this file is %1. The same must stand on the sheet.").arg(mark));
    m_ui->mark->setVisible(!mark.isEmpty());
    m_ui->words->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_ui->words->setUndoRedoEnabled(false); // what was typed stays in no history
    m_ui->words->setFixedHeight(u(30));
    m_ui->state->setSize(TextSize::Small);
    m_ui->state->setWordWrap(true);
    connect(m_ui->words, &QPlainTextEdit::textChanged, this, &RecoverDialog::judge);
    setForm(form);
    judge();
    m_ui->words->setFocus();
}

RecoverDialog::~RecoverDialog()
{
    m_ui->words->clear();
}

extract::Secret RecoverDialog::typed() const
{
    QString words = m_ui->words->toPlainText();
    extract::Secret secret = extract::Secret::fromText(words);
    extract::wipe(words);
    return secret;
}

void RecoverDialog::judge()
{
    const extract::Secret words = typed();
    if (words.isEmpty()) {
        m_ui->state->setText(tr("Capital letters, numbers and commas between the words do not matter."));
        m_ui->state->setInk(&Tokens::ink2);
        setGoEnabled(false);
        return;
    }
    const auto sound = extract::checkRecoveryWords(words);
    m_ui->state->setText(sound ? tr("All 24 words fit together.")
                         : sound.error().where.isEmpty()
                             ? sound.error().message
                             : tr("%1 (%2)").arg(sound.error().message, sound.error().where));
    m_ui->state->setInk(sound ? &Tokens::green : &Tokens::ink2);
    setGoEnabled(sound.has_value());
}

void RecoverDialog::go()
{
    const auto passphrase = m_secret->take();
    if (!passphrase) {
        fault(passphrase.error());
        return;
    }
    const auto words = std::make_shared<extract::Secret>(typed());
    setBusy(tr("Opening, and writing the file under its new passphrase…"));
    Q_EMIT asked(words, *passphrase);
}

} // namespace app
