// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/rescue_dialog.h"

#include "app/pages/sheet_table.h"
#include "app/theme/passphrase_field.h"
#include "ui_rescue.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int mostRowsSeen = 6;

} // namespace

RescueDialog::RescueDialog(QWidget* parent)
    : TaskDialog(tr("Save what can still be read"), tr("Choose where to save it…"), parent),
      m_ui(std::make_unique<Ui::Rescue>())
{
    auto* form = new QWidget;
    m_ui->setupUi(form);
    m_ui->column->setContentsMargins(0, 0, 0, 0);
    m_ui->column->setSpacing(u(2));
    m_ui->intro->setWordWrap(true);
    m_ui->backup->setWordWrap(true);
    m_ui->backup->setInk(&Tokens::ink2);
    setForm(form);
    m_ui->passphrase->setFocus();
}

RescueDialog::~RescueDialog() = default;

void RescueDialog::go()
{
    if (m_ui->passphrase->text().isEmpty()) {
        refuse(tr("The passphrase is missing."), tr("Without it nothing in the file can be read."), m_ui->passphrase);
        return;
    }
    Q_EMIT asked(std::make_shared<extract::Secret>(m_ui->passphrase->take()));
}

void RescueDialog::start()
{
    setBusy(tr("Reading what is still whole…"));
}

void RescueDialog::tell(const base::Result<extract::Rescue>& done, const QString& fileName)
{
    if (!done) {
        fault(done.error());
        return;
    }
    const QString saved = tr("%1: %2, %3, %4.")
                              .arg(fileName.isEmpty() ? tr("The new file") : fileName, tr("%n document(s)", nullptr, int(done->documents)),
                                   tr("%n entry(ies)", nullptr, int(done->entries)),
                                   tr("%n value(s)", nullptr, int(done->values)));
    if (done->lost.empty()) {
        finish(tr("Everything was saved."), saved + u' ' + tr("Open the new file, and keep the damaged one until you have looked through it."));
        return;
    }
    auto* lost = new SheetTable(tr("What was lost"), {tr("Lost"), tr("Where")});
    for (const extract::RescueLoss& loss : done->lost)
        lost->addRow({loss.what, loss.where});
    lost->fit(mostRowsSeen);
    finish(tr("Saved, but not all of it: %n part(s) are lost.", nullptr, int(done->lost.size())),
           saved + u' ' + tr("A backup or the file you were given may still have what is missing."), lost);
}

} // namespace app
