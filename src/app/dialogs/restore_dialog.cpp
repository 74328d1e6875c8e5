// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/restore_dialog.h"

#include "app/pages/sheet_table.h"
#include "app/theme/passphrase_field.h"
#include "ui_restore.h"

#include <QLocale>

namespace app {

namespace {

constexpr int mostRowsSeen = 5;

} // namespace

RestoreDialog::RestoreDialog(std::vector<extract::Backup> backups, QWidget* parent)
    : TaskDialog(tr("Go back to a backup"), tr("Go back to this one"), parent),
      m_ui(std::make_unique<Ui::Restore>()), m_backups(std::move(backups)),
      m_table(new SheetTable(tr("Backups, the newest first"), {tr("Made"), tr("Size")}))
{
    auto* form = new QWidget;
    m_ui->setupUi(form);
    m_ui->column->setContentsMargins(0, 0, 0, 0);
    m_ui->column->setSpacing(u(2));
    m_ui->intro->setWordWrap(true);
    m_ui->passphraseLabel->setWordWrap(true);
    for (const extract::Backup& backup : m_backups)
        m_table->addRow({QLocale().toString(backup.made.toLocalTime(), tr("d MMMM yyyy, HH:mm")),
                         QLocale().formattedDataSize(backup.size, 1, QLocale::DataSizeSIFormat)});
    m_table->fit(mostRowsSeen);
    m_ui->list->addWidget(m_table);
    if (!m_backups.empty())
        m_table->selectRow(0);
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
            [this] { setGoEnabled(!m_table->selectedItems().isEmpty()); });
    setForm(form);
    setGoEnabled(!m_backups.empty());
    m_ui->passphrase->setFocus();
}

RestoreDialog::~RestoreDialog() = default;

void RestoreDialog::go()
{
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    if (m_ui->passphrase->text().isEmpty()) {
        refuse(tr("The passphrase is missing."), tr("A backup opens with the passphrase the file had then."),
               m_ui->passphrase);
        return;
    }
    const auto passphrase = std::make_shared<extract::Secret>(m_ui->passphrase->take());
    setBusy(tr("Looking whether the backup is sound…"));
    Q_EMIT asked(m_backups[std::size_t(row)].path, passphrase);
}

} // namespace app
