// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/unlock_page.h"

#include "app/pages/opening_fault.h"
#include "app/theme/passphrase_field.h"
#include "extract/extract.h"
#include "ui_unlock.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace app {

UnlockPage::UnlockPage(QWidget* parent) : Door(parent), m_ui(std::make_unique<Ui::Unlock>())
{
    auto* form = new QWidget;
    m_ui->setupUi(form);
    setForm(form, m_ui->grid);
    for (const auto& [row, space] : {std::pair{2, 4.0}, {4, 4.0}, {8, 4.0}, {10, 8.0}, {12, 6.0}})
        m_ui->grid->setRowMinimumHeight(row, u(space));
    for (Text* label : {m_ui->openLabel, m_ui->passphraseLabel, m_ui->orLabel})
        label->setInk(&Tokens::ink2);
    m_ui->fileName->setSize(TextSize::Title);
    m_ui->fileName->setWordWrap(true);
    for (Text* small : {m_ui->fileNote, m_ui->hint, m_ui->slowNote}) {
        small->setSize(TextSize::Small);
        small->setInk(&Tokens::ink2);
        small->setWordWrap(true);
    }
    m_ui->passphrase->setMinimumHeight(u(10));
    m_ui->passphrase->setAccessibleDescription(m_ui->hint->text());
    m_ui->unlockRow->setSpacing(u(3));
    m_ui->unlockRow->setStretch(1, 1);
    m_ui->otherRow->setSpacing(u(3));
    m_ui->rescueRow->setSpacing(u(1)); // one below the other: beside each other large text would widen the page
    for (QPushButton* way : {m_ui->backup, m_ui->sheet, m_ui->rescue})
        way->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_ui->rescueRow->setContentsMargins(0, u(2), 0, 0);
    m_ui->unlock->setProperty("primary", true);
    m_ui->unlock->setMinimumWidth(u(37));
    m_ui->another->setIcon(icon(u"documents"_s));
    m_ui->make->setIcon(icon(u"zoom-in"_s));
    connect(m_ui->unlock, &QPushButton::clicked, this, &UnlockPage::ask);
    connect(m_ui->passphrase, &QLineEdit::returnPressed, this, &UnlockPage::ask);
    connect(m_ui->backup, &QPushButton::clicked, this, &UnlockPage::backupAsked);
    connect(m_ui->rescue, &QPushButton::clicked, this, &UnlockPage::rescueAsked);
    connect(m_ui->sheet, &QPushButton::clicked, this, &UnlockPage::sheetAsked);
    connect(m_ui->another, &QPushButton::clicked, this, &UnlockPage::anotherAsked);
    connect(m_ui->make, &QPushButton::clicked, this, &UnlockPage::createAsked);
    connect(m_ui->passphrase, &PassphraseField::capsLock, this, [this](bool on) {
        m_ui->hint->setText(on ? tr("Caps Lock seems to be on.")
                               : tr("Capital letters and spaces count. You can paste."));
        m_ui->hint->setInk(on ? &Tokens::ochreText : &Tokens::ink2);
    });
    setFirstField(m_ui->passphrase);
    auto* school = linkButton(tr("For schools"));
    addFootLink(school);
    connect(school, &QPushButton::clicked, this, &UnlockPage::schoolAsked);
}

UnlockPage::~UnlockPage() = default;

void UnlockPage::setFile(const QString& path, const QString& demoPassphrase, bool hideName)
{
    m_path = path;
    const QFileInfo info(path);
    m_ui->fileName->setText(hideName ? tr("My record file") : info.fileName());
    m_ui->fault->hide();
    m_ui->passphrase->wipe();
    offerRescue({});
    setBusy(false);
    if (const auto looks = extract::looksLikeExtract(path); !looks) {
        m_ui->fileNote->setText(QString());
        say(looks.error());
    } else {
        const QString folder = info.dir().dirName().isEmpty() ? info.path() : info.dir().dirName();
        const QString size = QLocale().formattedDataSize(info.size(), 1, QLocale::DataSizeSIFormat);
        m_ui->fileNote->setText(hideName ? tr("At-risk mode hides its name. %1, encrypted.").arg(size)
                                         : tr("In the folder %1. %2, encrypted.").arg(folder, size));
    }
    if (demoPassphrase.isEmpty())
        m_ui->demoNotice->say(Notice::Kind::Note, {}); // hides it and forgets its words
    else
        m_ui->demoNotice->say(Notice::Kind::Note, tr("The passphrase is: %1").arg(demoPassphrase),
                              tr("This is the invented child, so it can stand here. Yours never does."));
}

void UnlockPage::setBusy(bool busy)
{
    m_ui->passphrase->setEnabled(!busy);
    m_ui->unlock->setEnabled(!busy);
    m_ui->another->setEnabled(!busy);
    m_ui->make->setEnabled(!busy);
    m_ui->unlock->setText(busy ? tr("Opening…") : tr("Unlock"));
    m_ui->unlock->setAccessibleName(m_ui->unlock->text());
    if (busy)
        m_ui->fault->hide();
}

void UnlockPage::say(const base::Error& error)
{
    setBusy(false);
    const OpeningFault fault = openingFault(error);
    m_ui->fault->say(Notice::Kind::Fault, fault.title, fault.next);
    offerRescue(error.kind);
    if (fault.tryAgain)
        m_ui->passphrase->setFocus();
}

// Ways out stand there only where they may help.
void UnlockPage::offerRescue(std::optional<base::ErrorKind> kind)
{
    using base::ErrorKind;
    const bool lost = kind == ErrorKind::Damaged || kind == ErrorKind::WrongPassphrase
        || kind == ErrorKind::NotAnExtract || kind == ErrorKind::DiskOrPermission;
    m_ui->backup->setVisible(lost && !extract::backupsBeside(m_path).empty());
    m_ui->rescue->setVisible(kind == ErrorKind::Damaged);
    m_ui->sheet->setVisible(kind == ErrorKind::WrongPassphrase);
}

void UnlockPage::note(const QString& title, const QString& text)
{
    m_ui->fault->say(Notice::Kind::Note, title, text);
}

QString UnlockPage::shownFault() const
{
    return m_ui->fault->isHidden() ? QString() : m_ui->fault->title();
}

void UnlockPage::ask()
{
    if (m_ui->passphrase->text().isEmpty()) {
        m_ui->passphrase->setFocus();
        return;
    }
    auto secret = std::make_shared<extract::Secret>(m_ui->passphrase->take());
    Q_EMIT unlockAsked(m_path, secret);
}

} // namespace app
