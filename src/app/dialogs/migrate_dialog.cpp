// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/migrate_dialog.h"

#include "ui_migrate.h"

namespace app {

MigrateDialog::MigrateDialog(QWidget* parent)
    : TaskDialog(tr("This file is of an older version"), tr("Bring it up to date"), parent),
      m_ui(std::make_unique<Ui::Migrate>())
{
    auto* form = new QWidget;
    m_ui->setupUi(form);
    m_ui->column->setContentsMargins(0, 0, 0, 0);
    m_ui->column->setSpacing(u(3));
    for (Text* words : {m_ui->intro, m_ui->kept, m_ui->elsewhere})
        words->setWordWrap(true);
    m_ui->elsewhere->setInk(&Tokens::ochreText);
    cancelButton()->setText(tr("Not now"));
    setForm(form);
    cancelButton()->setFocus(); // asked unbidden: a key that was meant for the passphrase must not answer it
}

MigrateDialog::~MigrateDialog() = default;

void MigrateDialog::go()
{
    setBusy(tr("Writing the file in today's format…"));
    Q_EMIT asked();
}

void MigrateDialog::tell(const base::Result<extract::Migration>& done, const QString& keptName)
{
    if (!done)
        fault(done.error());
    else
        finish(tr("The file is up to date."),
               done->keptAside.isEmpty() ? QString()
               : keptName.isEmpty()      ? tr("The old one is kept beside it, under another name.")
                                         : tr("The old one is kept as %1.").arg(keptName));
}

} // namespace app
