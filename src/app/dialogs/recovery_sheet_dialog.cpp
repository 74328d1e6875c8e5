// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/recovery_sheet_dialog.h"

#include "ui_recovery_sheet.h"

#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace app {

RecoverySheetDialog::RecoverySheetDialog(QWidget* parent)
    : TaskDialog(tr("Recovery sheet"), tr("Print it…"), parent), m_ui(std::make_unique<Ui::RecoverySheet>())
{
    auto* form = new QWidget;
    m_ui->setupUi(form);
    m_ui->column->setContentsMargins(0, 0, 0, 0);
    m_ui->column->setSpacing(u(3));
    for (Text* words : {m_ui->intro, m_ui->until, m_ui->printing, m_ui->mark, m_ui->words})
        words->setWordWrap(true);
    m_ui->printing->setInk(&Tokens::ochreText);
    m_ui->mark->hide();
    m_ui->words->hide();
    m_ui->words->setSize(TextSize::Lead);
    m_ui->words->selectable();
    m_ui->words->setFocusPolicy(Qt::StrongFocus);
    connect(m_ui->show, &QPushButton::clicked, this, &RecoverySheetDialog::wordsAsked);
    setForm(form);
    m_ui->show->setFocus();
}

RecoverySheetDialog::~RecoverySheetDialog()
{
    m_ui->words->clear();
}

void RecoverySheetDialog::tellWords(const base::Result<extract::RecoveryWordsPtr>& words)
{
    if (!words) {
        fault(words.error());
        return;
    }
    const extract::RecoveryWords& secret = **words;
    QString all = QString::fromUtf8(secret.words.data(), qsizetype(secret.words.size()));
    QStringList list = all.split(u' ', Qt::SkipEmptyParts);
    QString shown;
    for (qsizetype i = 0; i < list.size(); ++i) // four in a line, as they are written down
        shown += QString::number(i + 1) + u' ' + list[i] + (i + 1 == list.size() ? u""_s : i % 4 == 3 ? u"\n"_s : u"    "_s);
    m_ui->mark->setText(tr("Write this mark on the sheet too: %1").arg(secret.mark));
    m_ui->mark->show();
    m_ui->words->setText(shown);
    m_ui->words->show();
    m_ui->words->setFocus(Qt::OtherFocusReason);
    m_ui->show->setEnabled(false);
    extract::wipe(shown);
    extract::wipe(all);
    for (QString& word : list)
        extract::wipe(word);
}

void RecoverySheetDialog::go()
{
    setBusy(tr("Making the sheet…"));
    Q_EMIT sheetAsked();
}

void RecoverySheetDialog::printSheet(const base::Result<QByteArray>& html)
{
    if (!html) {
        fault(html.error());
        return;
    }
    ready();
    auto printer = std::make_shared<QPrinter>();
    printer->setDocName(QString()); // print queues are seen by others
    auto document = std::make_shared<QTextDocument>();
    document->setHtml(QString::fromUtf8(*html));
    auto* ask = new QPrintDialog(printer.get(), this);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    connect(ask, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, printer, document](QPrinter* to) {
        document->print(to);
        finish(tr("The sheet is on its way to the printer."),
               tr("Fetch it at once, and keep it away from this computer."));
    });
    ask->open();
}

} // namespace app
