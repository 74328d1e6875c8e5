// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/shelf_dialog.h"

#include "ui_shelf.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString itemWords(const registry::ShelfItem& item)
{
    const QString many = QLocale().toString(item.rows);
    QString words = item.kind == u"schools" ? ShelfDialog::tr("%1 schools").arg(many)
                                            : ShelfDialog::tr("what became of schools, %1 times").arg(many);
    if (item.newest.isValid())
        words += ShelfDialog::tr(", up to %1").arg(QLocale().toString(item.newest, ShelfDialog::tr("d MMMM yyyy")));
    return words;
}

} // namespace

QString shelfWords(const std::vector<registry::ShelfItem>& items)
{
    if (items.empty())
        return ShelfDialog::tr("No list of schools is here: they are shown by number.");
    QStringList words;
    for (const registry::ShelfItem& item : items)
        words << itemWords(item);
    QString all = words.join(u"; "_s) + u'.';
    all[0] = all[0].toUpper();
    return all;
}

ShelfDialog::ShelfDialog(QWidget* parent)
    : TaskDialog(tr("List of schools"), tr("Add the list of schools…"), parent), m_ui(std::make_unique<Ui::Shelf>())
{
    auto* form = new QWidget;
    m_ui->setupUi(form);
    m_ui->column->setContentsMargins(0, 0, 0, 0);
    m_ui->column->setSpacing(u(3));
    for (Text* words : {m_ui->intro, m_ui->held, m_ui->where, m_ui->nobody})
        words->setWordWrap(true);
    m_ui->held->setSize(TextSize::Section);
    m_ui->nobody->setInk(&Tokens::ink2);
    m_ui->held->hide();
    setForm(form);
}

ShelfDialog::~ShelfDialog() = default;

void ShelfDialog::setHeld(const std::vector<registry::ShelfItem>& items)
{
    m_ui->held->setText(shelfWords(items));
    m_ui->held->setAccessibleName(m_ui->held->text());
    m_ui->held->show();
}

void ShelfDialog::go()
{
    Q_EMIT fileAsked();
}

void ShelfDialog::start()
{
    setBusy(tr("Reading the list…"));
}

void ShelfDialog::onStep(const base::ProgressStep& step)
{
    if (step.total > 0)
        setBusy(tr("Reading the list… %1 %").arg(step.done * 100 / step.total));
}

void ShelfDialog::tell(const base::Result<registry::ShelfAdded>& added)
{
    if (!added) {
        fault(added.error());
        return;
    }
    const QString names = added->item.kind == u"schools"
                              ? tr("From now on their names stand beside the numbers, in every record on this computer.")
                              : tr("From now on the program knows which school followed which.");
    finish(tr("The list is on this computer."),
           QStringList(QStringList{shelfWords({added->item}), names} + added->warnings).join(u' '));
}

} // namespace app
