// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/new_passphrase.h"

#include "app/theme/parts.h"
#include "app/theme/passphrase_field.h"
#include "app/theme/passphrase_strength.h"
#include "ui_new_passphrase.h"

namespace app {

NewPassphrase::NewPassphrase(const QString& hint, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::NewPassphrase>())
{
    m_ui->setupUi(this);
    m_ui->grid->setContentsMargins(0, 0, 0, 0);
    m_ui->grid->setHorizontalSpacing(u(4));
    m_ui->grid->setVerticalSpacing(u(1.5));
    m_ui->grid->setColumnMinimumWidth(0, u(24));
    m_ui->grid->setColumnStretch(1, 1);
    m_ui->grid->setRowMinimumHeight(3, u(2));
    for (Text* label : {m_ui->offeredLabel, m_ui->passphraseLabel, m_ui->againLabel})
        label->setInk(&Tokens::ink2);
    for (Text* small : {m_ui->offeredHint, m_ui->strength}) {
        small->setSize(TextSize::Small);
        small->setInk(&Tokens::ink2);
        small->setWordWrap(true);
    }
    m_ui->offeredRow->setSpacing(u(2));
    m_ui->offeredHint->setText(hint);
    m_ui->offered->setBold(true);
    m_ui->offered->setWordWrap(true);
    m_ui->offered->selectable();
    m_ui->offered->setText(extract::offeredPassphrase());
    connect(m_ui->other, &QPushButton::clicked, this,
            [this] { m_ui->offered->setText(extract::offeredPassphrase()); });
    connect(m_ui->use, &QPushButton::clicked, this, [this] {
        m_ui->passphrase->setText(m_ui->offered->text());
        m_ui->again->setText(m_ui->offered->text()); // it was not typed: nothing can have been mistyped
    });
    connect(m_ui->passphrase, &QLineEdit::textChanged, this, &NewPassphrase::judge);
    judge();
}

NewPassphrase::~NewPassphrase() = default;

void NewPassphrase::wipe()
{
    m_ui->passphrase->wipe();
    m_ui->again->wipe();
    m_ui->offered->setText(extract::offeredPassphrase());
}

QWidget* NewPassphrase::firstField() const
{
    return m_ui->use;
}

void NewPassphrase::judge()
{
    tellStrength(*m_ui->passphrase, *m_ui->strength);
}

base::Result<std::shared_ptr<extract::Secret>> NewPassphrase::take()
{
    for (PassphraseField* field : {m_ui->passphrase, m_ui->again}) {
        if (field->text().isEmpty()) {
            field->setFocus(Qt::OtherFocusReason);
            return base::fail(base::ErrorKind::Usage, tr("The passphrase is missing."),
                              tr("You may use the six words above, or type your own twice."));
        }
    }
    auto first = std::make_shared<extract::Secret>(m_ui->passphrase->take());
    const extract::Secret second = m_ui->again->take();
    if (!(*first == second)) {
        m_ui->passphrase->setFocus(Qt::OtherFocusReason);
        return base::fail(base::ErrorKind::Usage, tr("The two passphrases are not the same."),
                          tr("Type both once more."));
    }
    return first;
}

} // namespace app
