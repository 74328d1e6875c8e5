// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/change_passphrase_dialog.h"

#include "app/dialogs/new_passphrase.h"
#include "ui_change_passphrase.h"

namespace app {

ChangePassphraseDialog::ChangePassphraseDialog(QWidget* parent)
    : TaskDialog(tr("Change the passphrase"), tr("Change it"), parent),
      m_ui(std::make_unique<Ui::ChangePassphrase>()),
      m_secret(new NewPassphrase(tr("Write it on paper and keep it apart from this computer. Nobody can open the file "
                                    "without it, and nobody can give you a new one.")))
{
    auto* form = new QWidget;
    m_ui->setupUi(form);
    m_ui->column->setContentsMargins(0, 0, 0, 0);
    m_ui->column->setSpacing(u(2));
    m_ui->secret->setContentsMargins(0, u(3), 0, 0);
    m_ui->secret->addWidget(m_secret);
    m_ui->intro->setWordWrap(true);
    m_ui->copies->setWordWrap(true);
    m_ui->copies->setInk(&Tokens::ink2);
    setForm(form);
    m_secret->firstField()->setFocus();
}

ChangePassphraseDialog::~ChangePassphraseDialog() = default;

void ChangePassphraseDialog::go()
{
    const auto passphrase = m_secret->take();
    if (!passphrase) {
        fault(passphrase.error());
        return;
    }
    setBusy(tr("Writing the record file and its backups anew…"));
    Q_EMIT asked(*passphrase);
}

void ChangePassphraseDialog::tell(const base::Result<bool>& done)
{
    if (!done)
        fault(done.error());
    else
        finish(tr("The passphrase is changed."), tr("From now on only the new one opens the record file."));
}

} // namespace app
