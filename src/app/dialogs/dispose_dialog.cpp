// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/dispose_dialog.h"

#include "ui_dispose.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int mostNamed = 8;

QString bullets(const QStringList& lines)
{
    QStringList all;
    for (const QString& line : lines)
        all << u"•  "_s + line;
    return all.join(u'\n');
}

} // namespace

DisposeDialog::DisposeDialog(const QStringList& fileNames, const QStringList& beyond, QWidget* parent)
    : TaskDialog(tr("Get rid of the record"), tr("Remove it for good"), parent), m_ui(std::make_unique<Ui::Dispose>())
{
    auto* form = new QWidget;
    m_ui->setupUi(form);
    m_ui->column->setContentsMargins(0, 0, 0, 0);
    m_ui->column->setSpacing(u(2));
    for (Text* words : {m_ui->removes, m_ui->files, m_ui->beyondLabel, m_ui->beyond})
        words->setWordWrap(true);
    m_ui->removes->setText(tr("%n file(s) are overwritten at their start and removed: the record file, its backups and "
                              "what else the program put beside it.",
                              nullptr, int(fileNames.size())));
    QStringList named = fileNames.mid(0, mostNamed);
    named.removeAll(QString()); // at-risk mode
    m_ui->files->setVisible(!named.isEmpty());
    if (fileNames.size() > mostNamed && !named.isEmpty())
        named << tr("and %n more", nullptr, int(fileNames.size()) - mostNamed);
    m_ui->files->setText(bullets(named));
    m_ui->files->setInk(&Tokens::ink2);
    m_ui->beyond->setText(bullets(beyond));
    m_ui->beyond->setInk(&Tokens::ink2);
    connect(m_ui->sure, &QCheckBox::toggled, this, [this](bool sure) { setGoEnabled(sure); });
    setForm(form);
    setGoEnabled(false);
    cancelButton()->setFocus(); // Return must not get rid of anything
}

DisposeDialog::~DisposeDialog() = default;

void DisposeDialog::go()
{
    setBusy(tr("Removing…"));
    Q_EMIT asked();
}

} // namespace app
