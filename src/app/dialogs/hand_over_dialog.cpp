// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/hand_over_dialog.h"

#include "app/dialogs/new_passphrase.h"
#include "ui_hand_over.h"

namespace app {

HandOverDialog::HandOverDialog(QWidget* parent)
    : TaskDialog(tr("Hand over a copy"), tr("Choose where to save it…"), parent),
      m_ui(std::make_unique<Ui::HandOver>()),
      m_secret(new NewPassphrase(tr("Write these down for whoever gets the copy. They open the copy and nothing else.")))
{
    auto* form = new QWidget;
    m_ui->setupUi(form);
    m_ui->column->setContentsMargins(0, 0, 0, 0);
    m_ui->column->setSpacing(u(1.5));
    m_ui->secret->setContentsMargins(0, u(3), 0, u(3));
    m_ui->secret->addWidget(m_secret);
    for (Text* words : {m_ui->intro, m_ui->alsoLabel, m_ui->apart})
        words->setWordWrap(true);
    m_ui->alsoLabel->setContentsMargins(0, u(2), 0, 0);
    m_ui->apart->setInk(&Tokens::ochreText);
    setForm(form);
    m_ui->typedIn->setFocus();
}

HandOverDialog::~HandOverDialog() = default;

extract::HandOverChoice HandOverDialog::choice() const
{
    extract::HandOverChoice with;
    with.typedIn = m_ui->typedIn->isChecked();
    with.decisions = m_ui->decisions->isChecked();
    with.putRight = m_ui->putRight->isChecked();
    with.evidence = m_ui->evidence->isChecked();
    with.log = m_ui->log->isChecked();
    return with;
}

void HandOverDialog::go()
{
    const auto passphrase = m_secret->take();
    if (!passphrase) {
        fault(passphrase.error());
        return;
    }
    Q_EMIT asked(*passphrase, choice());
}

void HandOverDialog::start()
{
    setBusy(tr("Making the copy…"));
}

void HandOverDialog::tell(const base::Result<bool>& done, const QString& fileName)
{
    if (!done) {
        fault(done.error());
        return;
    }
    finish(fileName.isEmpty() ? tr("The copy is made.") : tr("The copy is made: %1").arg(fileName),
           tr("Send the file and its words on two different ways. The words are shown nowhere again: if they get lost, "
              "make another copy."));
}

} // namespace app
