// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/settings_dialog.h"

#include "app/theme/parts.h"
#include "ui_settings.h"

namespace app {

SettingsDialog::SettingsDialog(const Settings& settings, std::optional<bool> atRisk, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::Settings>()), m_settings(settings), m_atRisk(atRisk)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->grid->setContentsMargins(u(6), u(6), u(6), u(4));
    m_ui->grid->setHorizontalSpacing(u(6));
    m_ui->grid->setVerticalSpacing(u(3));
    for (Text* label : {m_ui->themeLabel, m_ui->textLabel, m_ui->idleLabel, m_ui->riskLabel, m_ui->listLabel})
        label->setInk(&Tokens::ink2);
    m_ui->listRow->setSpacing(u(3));
    m_ui->listRow->setStretch(0, 1);
    m_ui->listHeld->setWordWrap(true);
    connect(m_ui->list, &QPushButton::clicked, this, &SettingsDialog::listsAsked);
    m_ui->riskHint->setSize(TextSize::Small);
    m_ui->riskHint->setInk(&Tokens::ink2);
    m_ui->riskHint->setWordWrap(true);
    m_ui->theme->setCurrentIndex(int(settings.theme));
    for (const int percent : {100, 125, 150, 175, 200}) {
        m_ui->textSize->addItem(tr("%1 %").arg(percent), percent);
        if (percent == settings.textPercent)
            m_ui->textSize->setCurrentIndex(m_ui->textSize->count() - 1);
    }
    for (const int minutes : {1, 2, 5, 10, 30}) {
        m_ui->idle->addItem(tr("%n minute(s)", nullptr, minutes), minutes);
        if (minutes == settings.idleMinutes)
            m_ui->idle->setCurrentIndex(m_ui->idle->count() - 1);
    }
    for (QWidget* widget : std::initializer_list<QWidget*>{m_ui->riskLabel, m_ui->atRisk, m_ui->riskHint})
        widget->setVisible(atRisk.has_value());
    m_ui->atRisk->setChecked(atRisk.value_or(false));
    QPushButton* ok = m_ui->buttons->button(QDialogButtonBox::Ok);
    ok->setText(tr("Use these"));
    ok->setProperty("primary", true);
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::take);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(u(120), sizeHint().height());
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::setLists(const QString& held)
{
    m_ui->listHeld->setText(held);
    m_ui->list->setAccessibleDescription(held);
}

void SettingsDialog::take()
{
    m_settings.theme = Theme(m_ui->theme->currentIndex());
    m_settings.textPercent = m_ui->textSize->currentData().toInt();
    m_settings.idleMinutes = m_ui->idle->currentData().toInt();
    Q_EMIT chosen(m_settings);
    if (m_atRisk && *m_atRisk != m_ui->atRisk->isChecked())
        Q_EMIT atRiskChosen(m_ui->atRisk->isChecked());
    accept();
}

} // namespace app
