// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/split_form.h"

#include "app/dialogs/new_passphrase.h"
#include "app/pages/import_sheets.h"
#include "app/pages/secrets_form.h"
#include "app/theme/passphrase_field.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int mostNamed = 6; // files; of more only the number is said

const auto listName = u"passphrases.pupillist"_s;

} // namespace

SplitForm::SplitForm(QWidget* parent)
    : MarginSheet(parent), m_files(paragraph({})), m_chooseFiles(plainButton(tr("Choose other files…"), u"documents"_s)),
      m_secrets(new SecretsForm), m_where(paragraph({})), m_chooseFolder(plainButton(tr("Choose a folder…"))),
      m_listPlace(paragraph({}, &Tokens::ink2)), m_chooseList(plainButton(tr("Put the list somewhere else…"))),
      m_listWords(paragraph({}, &Tokens::ink2)),
      m_fresh(new NewPassphrase(tr("Write them on paper and keep it in the school's safe. They open the list, and the "
                                   "list opens every record file in the folder. Nobody can give you new ones."))),
      m_knownBox(new QWidget), m_known(new PassphraseField), m_names(new QCheckBox(tr("Put each pupil's name and birth date into the name of the file"))),
      m_others(new QCheckBox(tr("Also take details of other people")))
{
    addRow(tr("The files"), column({m_files, m_chooseFiles}));
    addRow(static_cast<QWidget*>(nullptr), m_secrets);
    addRow(tr("Where to"), column({m_where, m_chooseFolder}), 6);

    auto* inKnown = new QVBoxLayout(m_knownBox);
    inKnown->setContentsMargins(0, 0, 0, 0);
    inKnown->setSpacing(u());
    auto* knownLabel = new Text(tr("&Passphrase of the list that is there"));
    knownLabel->setBuddy(m_known);
    inKnown->addWidget(knownLabel);
    m_known->setAccessibleName(tr("Passphrase of the list that is there"));
    m_known->setMaximumWidth(u(110));
    m_fresh->setMaximumWidth(u(170));
    m_fresh->setContentsMargins(0, u(2), 0, 0);
    inKnown->addWidget(m_known);
    addRow(tr("The list of passphrases"), column({m_listWords, m_listPlace, m_chooseList, m_fresh, m_knownBox}), 6);

    addRow(tr("What goes in"),
           column({m_names,
                   paragraph(tr("Anybody who sees the folder can read the names then. Without it the files are numbered, "
                                "and the list says which is whose."),
                             &Tokens::ink2, TextSize::Small),
                   m_others,
                   paragraph(tr("Contacts, carers, brothers and sisters. Left out unless you tick it."), &Tokens::ink2,
                             TextSize::Small)}),
           6);
    addStretch();
    connect(m_chooseFiles, &QPushButton::clicked, this, &SplitForm::filesAsked);
    connect(m_chooseFolder, &QPushButton::clicked, this, &SplitForm::folderAsked);
    connect(m_chooseList, &QPushButton::clicked, this, &SplitForm::listAsked);
    start();
}

QWidget* SplitForm::column(std::initializer_list<QWidget*> parts)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(u(2));
    for (QWidget* part : parts) {
        const bool button = qobject_cast<QPushButton*>(part) != nullptr;
        column->addWidget(part, 0, button ? Qt::AlignLeft : Qt::Alignment());
    }
    return box;
}

void SplitForm::start()
{
    m_folder.clear();
    m_list.clear();
    m_names->setChecked(false);
    m_others->setChecked(false);
    setPaths({});
    showList();
}

void SplitForm::setPaths(const QStringList& paths)
{
    m_paths = paths;
    QStringList names;
    for (const QString& path : paths)
        names << QFileInfo(path).fileName();
    m_files->setText(names.size() <= mostNamed ? names.join(u'\n')
                                               : tr("%n file(s)", nullptr, int(names.size())));
    m_secrets->wipe();
    m_secrets->hide();
    Q_EMIT changed();
}

void SplitForm::setNeeds(const desk::SourceNeeds& needs)
{
    // Another record file is nothing to split: reading says so.
    m_secrets->ask({needs.password, false});
    m_secrets->setVisible(needs.password);
}

void SplitForm::setFolder(const QString& folder)
{
    m_folder = folder;
    showList();
    Q_EMIT changed();
}

void SplitForm::setList(const QString& path)
{
    m_list = path;
    showList();
}

QString SplitForm::listPath() const
{
    return m_list.isEmpty() ? QDir(m_folder).filePath(listName) : m_list;
}

bool SplitForm::isFilled() const
{
    return !m_paths.isEmpty() && !m_folder.isEmpty();
}

void SplitForm::showList()
{
    m_begun = !m_folder.isEmpty() && QFileInfo::exists(listPath());
    m_where->setText(m_folder.isEmpty() ? tr("An empty folder for the record files. Choose the same one again to go on "
                                             "where you stopped.")
                                        : QDir::toNativeSeparators(m_folder));
    m_where->setInk(m_folder.isEmpty() ? &Tokens::ink2 : &Tokens::ink);
    m_chooseFolder->setText(m_folder.isEmpty() ? tr("Choose a folder…") : tr("Choose another folder…"));
    m_listWords->setText(m_begun ? tr("This was begun before: its list of passphrases is there. The program goes on "
                                      "where it stopped.")
                                 : tr("Every record file gets six words of its own. They are kept in one encrypted "
                                      "list, for the school alone, which has a passphrase too."));
    m_listPlace->setText(m_list.isEmpty() ? tr("It is called %1 and lies in the same folder. Keep it apart from the files "
                                               "when they leave the school.")
                                                .arg(listName)
                                          : QDir::toNativeSeparators(m_list));
    m_fresh->setVisible(!m_begun);
    m_knownBox->setVisible(m_begun);
}

void SplitForm::wipe()
{
    m_secrets->wipe();
    m_known->wipe();
    m_fresh->wipe();
}

void SplitForm::takeFocus()
{
    if (m_folder.isEmpty())
        m_chooseFolder->setFocus(Qt::OtherFocusReason);
    else if (m_begun)
        m_known->setFocus(Qt::OtherFocusReason);
    else
        m_fresh->firstField()->setFocus(Qt::OtherFocusReason);
}

base::Result<desk::SplitOrder> SplitForm::take()
{
    desk::SplitOrder order;
    order.paths = m_paths;
    order.options.folder = m_folder;
    order.options.list = m_list;
    order.options.names = m_names->isChecked();
    order.options.otherPeopleToo = m_others->isChecked();
    if (!m_secrets->isHidden() && !m_secrets->isFilled()) {
        m_secrets->takeFocus();
        return base::fail(base::ErrorKind::Usage, tr("The password of the zip is missing."),
                          tr("Whoever sent the file has it."));
    }
    if (m_begun && m_known->text().isEmpty()) {
        m_known->setFocus(Qt::OtherFocusReason);
        return base::fail(base::ErrorKind::Usage, tr("The passphrase of the list is missing."),
                          tr("It is the one that was chosen when this was begun."));
    }
    if (m_begun) {
        order.listPassphrase = m_known->take();
    } else {
        auto fresh = m_fresh->take();
        if (!fresh)
            return tl::unexpected(fresh.error());
        order.listPassphrase = std::move(**fresh);
    }
    if (!m_secrets->isHidden())
        order.secrets = m_secrets->take();
    return order;
}

} // namespace app
