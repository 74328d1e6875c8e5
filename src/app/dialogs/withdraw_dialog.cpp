// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/withdraw_dialog.h"

#include "ui_withdraw.h"

namespace app {

WithdrawDialog::WithdrawDialog(const WithdrawFacts& facts, QWidget* parent)
    : TaskDialog(tr("Take a document out"), tr("Take it out for good"), parent),
      m_ui(std::make_unique<Ui::Withdraw>())
{
    auto* form = new QWidget;
    m_ui->setupUi(form);
    m_ui->column->setContentsMargins(0, 0, 0, 0);
    m_ui->column->setSpacing(u(3));
    for (Text* words : {m_ui->document, m_ui->goes, m_ui->stays, m_ui->letters, m_ui->final})
        words->setWordWrap(true);
    m_ui->document->setSize(TextSize::Section);
    m_ui->document->setText(facts.name);
    m_ui->goes->setText(facts.goes > 0 ? tr("%n entry(ies) go with it: no other document says them.", nullptr, facts.goes)
                                       : tr("Nothing else goes with it: other documents say all of it too."));
    m_ui->stays->setText(tr("%n entry(ies) stay, because another document says them too.", nullptr, facts.stays));
    m_ui->stays->setVisible(facts.stays > 0 && facts.goes > 0);
    m_ui->letters->setInk(&Tokens::ink2);
    m_ui->final->setInk(&Tokens::ochreText);
    setForm(form);
    m_ui->why->setFocus();
}

WithdrawDialog::~WithdrawDialog() = default;

void WithdrawDialog::go()
{
    setBusy(tr("Writing the record file and its backups anew…"));
    Q_EMIT asked(m_ui->why->text().simplified());
}

void WithdrawDialog::tell(const base::Result<extract::Withdrawal>& done)
{
    if (!done) {
        fault(done.error());
        return;
    }
    QStringList words;
    words << tr("%n entry(ies) went with it.", nullptr, int(done->entriesRemoved));
    if (done->entriesPassedOn > 0)
        words << tr("%n stay as another document's.", nullptr, int(done->entriesPassedOn));
    if (done->backupsReplaced > 0)
        words << tr("%n backup(s) were written anew without it.", nullptr, done->backupsReplaced);
    if (done->backupsRemoved > 0)
        words << tr("%n backup(s) could not be rewritten and were removed.", nullptr, done->backupsRemoved);
    if (!done->keptAside.isEmpty())
        words << tr("Put aside earlier, and may still hold it: %1.").arg(done->keptAside.join(QStringLiteral(", ")));
    finish(tr("It is out of the record file."), words.join(QChar(u' ')));
}

} // namespace app
