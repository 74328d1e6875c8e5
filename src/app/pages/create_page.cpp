// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/create_page.h"

#include "app/theme/passphrase_field.h"
#include "app/theme/passphrase_strength.h"
#include "catalogue/identifiers.h"
#include "ui_create.h"

#include <QGridLayout>
#include <QLocale>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace app {

CreatePage::CreatePage(QWidget* parent) : Door(parent), m_ui(std::make_unique<Ui::Create>())
{
    auto* form = new QWidget;
    m_ui->setupUi(form);
    setForm(form, m_ui->grid);
    for (const auto& [row, space] : {std::pair{2, 3.0}, {8, 2.0}, {10, 4.0}, {17, 2.0}})
        m_ui->grid->setRowMinimumHeight(row, u(space));
    m_ui->title->setSize(TextSize::Title);
    for (Text* label : {m_ui->nameLabel, m_ui->bornLabel, m_ui->upnLabel, m_ui->offeredLabel, m_ui->passphraseLabel,
                        m_ui->againLabel, m_ui->intro})
        label->setInk(&Tokens::ink2);
    m_ui->intro->setWordWrap(true);
    for (Text* hint : {m_ui->nameHint, m_ui->upnHint, m_ui->offeredHint, m_ui->strength}) {
        hint->setSize(TextSize::Small);
        hint->setInk(&Tokens::ink2);
        hint->setWordWrap(true);
    }
    for (int month = 1; month <= 12; ++month)
        m_ui->month->addItem(QLocale().standaloneMonthName(month));
    m_ui->bornRow->setSpacing(u(2));
    m_ui->day->setFixedWidth(u(16));
    m_ui->year->setFixedWidth(u(22));
    m_ui->offered->setBold(true);
    m_ui->offered->setWordWrap(true);
    m_ui->offered->selectable();
    m_ui->offeredRow->setStretch(0, 1);
    m_ui->offeredRow->setSpacing(u(2));
    m_ui->buttonRow->setSpacing(u(3));
    m_ui->make->setProperty("primary", true);
    connect(m_ui->other, &QPushButton::clicked, this,
            [this] { m_ui->offered->setText(extract::offeredPassphrase()); });
    connect(m_ui->use, &QPushButton::clicked, this, [this] {
        m_ui->passphrase->setText(m_ui->offered->text());
        m_ui->again->setFocus();
    });
    connect(m_ui->passphrase, &QLineEdit::textChanged, this, &CreatePage::judge);
    connect(m_ui->make, &QPushButton::clicked, this, &CreatePage::ask);
    connect(m_ui->back, &QPushButton::clicked, this, &CreatePage::backAsked);
    setFirstField(m_ui->name);
}

CreatePage::~CreatePage() = default;

void CreatePage::start(QDate today)
{
    m_today = today;
    for (QLineEdit* field : {m_ui->name, m_ui->day, m_ui->year, m_ui->upn})
        field->clear();
    m_ui->passphrase->wipe();
    m_ui->again->wipe();
    m_ui->fault->hide();
    m_ui->offered->setText(extract::offeredPassphrase());
    setBusy(false);
    judge();
}

void CreatePage::setBusy(bool busy)
{
    for (QWidget* widget : std::initializer_list<QWidget*>{m_ui->name, m_ui->day, m_ui->month, m_ui->year, m_ui->upn,
                                                           m_ui->passphrase, m_ui->again, m_ui->make, m_ui->back,
                                                           m_ui->other, m_ui->use})
        widget->setEnabled(!busy);
    m_ui->make->setText(busy ? tr("Making it…") : tr("Make the record file…"));
}

void CreatePage::say(const base::Error& error)
{
    setBusy(false);
    m_ui->fault->say(Notice::Kind::Fault, error.message, error.next);
}

void CreatePage::judge()
{
    tellStrength(*m_ui->passphrase, *m_ui->strength);
}

void CreatePage::fault(const QString& title, const QString& next, QWidget* where)
{
    m_ui->fault->say(Notice::Kind::Fault, title, next);
    where->setFocus();
}

void CreatePage::ask()
{
    record::Person person;
    person.name = m_ui->name->text().simplified();
    person.upn = m_ui->upn->text().simplified().remove(u' ').toUpper();
    person.born = QDate(m_ui->year->text().toInt(), m_ui->month->currentIndex() + 1, m_ui->day->text().toInt());
    if (person.name.isEmpty())
        return fault(tr("The name is missing."), tr("It is compared with the files you add."), m_ui->name);
    if (!person.born.isValid())
        return fault(tr("There is no such day."), tr("Day and year of birth are numbers, like 14 and 2009."),
                     m_ui->day);
    if (person.born > m_today || person.born.year() < 1900)
        return fault(tr("That day of birth cannot be right."), tr("Check the year."), m_ui->year);
    if (!person.upn.isEmpty()) {
        const catalogue::IdentifierReading reading = catalogue::readUpn(person.upn);
        if (reading.validity == catalogue::Validity::Invalid)
            return fault(tr("That pupil number does not add up."),
                         reading.why + u' ' + tr("Check it, or leave the field empty."), m_ui->upn);
    }
    if (m_ui->passphrase->text().isEmpty())
        return fault(tr("The passphrase is missing."), tr("You may use the six words above."), m_ui->passphrase);
    auto first = std::make_shared<extract::Secret>(m_ui->passphrase->take());
    const extract::Secret second = m_ui->again->take();
    if (!(*first == second))
        return fault(tr("The two passphrases are not the same."), tr("Type both once more."), m_ui->passphrase);
    m_ui->fault->hide();
    Q_EMIT makeAsked(person, first);
}

} // namespace app
