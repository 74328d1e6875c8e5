// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/secrets_form.h"

#include "app/theme/parts.h"
#include "app/theme/passphrase_field.h"
#include "ui_source_secrets.h"

namespace app {

SecretsForm::SecretsForm(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::SourceSecrets>())
{
    m_ui->setupUi(this);
    m_ui->column->setContentsMargins(0, 0, 0, 0);
    m_ui->column->setSpacing(u(1.5));
    m_ui->title->setSize(TextSize::Headline);
    m_ui->title->setWordWrap(true);
    for (Text* hint : {m_ui->passwordHint, m_ui->passphraseHint, m_ui->caps}) {
        hint->setSize(TextSize::Small);
        hint->setInk(&Tokens::ink2);
        hint->setWordWrap(true);
    }
    m_ui->caps->setInk(&Tokens::ochreText);
    for (PassphraseField* field : {m_ui->password, m_ui->passphrase}) {
        field->setMaximumWidth(u(110));
        connect(field, &QLineEdit::textChanged, this, &SecretsForm::changed);
        connect(field, &QLineEdit::returnPressed, this, [this] {
            if (isFilled())
                Q_EMIT entered();
        });
        connect(field, &PassphraseField::capsLock, this,
                [this](bool on) { m_ui->caps->setText(on ? tr("Caps Lock seems to be on.") : QString()); });
    }
    m_ui->password->setAccessibleDescription(m_ui->passwordHint->text());
    m_ui->passphrase->setAccessibleDescription(m_ui->passphraseHint->text());
}

SecretsForm::~SecretsForm() = default;

void SecretsForm::ask(const desk::SourceNeeds& needs)
{
    wipe();
    m_ui->caps->clear();
    m_ui->title->setText(needs.password ? tr("This zip is locked.") : tr("This is another record file."));
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_ui->passwordLabel, m_ui->password, m_ui->passwordHint})
        widget->setVisible(needs.password);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_ui->passphraseLabel, m_ui->passphrase, m_ui->passphraseHint})
        widget->setVisible(needs.passphrase);
}

bool SecretsForm::isFilled() const
{
    for (const PassphraseField* field : {m_ui->password, m_ui->passphrase})
        if (!field->isHidden() && field->text().isEmpty())
            return false;
    return true;
}

desk::SourceSecrets SecretsForm::take()
{
    return {m_ui->password->take(), m_ui->passphrase->take()};
}

void SecretsForm::wipe()
{
    m_ui->password->wipe();
    m_ui->passphrase->wipe();
}

void SecretsForm::takeFocus()
{
    (m_ui->password->isHidden() ? m_ui->passphrase : m_ui->password)->setFocus(Qt::OtherFocusReason);
}

} // namespace app
