// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/file_ask.h"

#include "app/platform/process.h"

#include <QFileDialog>
#include <QStandardPaths>

namespace app {

namespace {

QFileDialog* dialog(QWidget* parent, const QString& title)
{
    auto* ask = new QFileDialog(parent, title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    ask->setAttribute(Qt::WA_DeleteOnClose);
    ask->setOption(QFileDialog::DontUseNativeDialog);
    ask->setWindowModality(Qt::WindowModal);
    ask->setHistory({});
    QObject::connect(ask, &QObject::destroyed, [] { forgetFileDialogs(); });
    return ask;
}

} // namespace

void askFiles(QWidget* parent, const QString& title, const QString& filter, bool several,
              const std::function<void(const QStringList&)>& then)
{
    QFileDialog* ask = dialog(parent, title);
    ask->setFileMode(several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    if (!filter.isEmpty())
        ask->setNameFilter(filter);
    QObject::connect(ask, &QFileDialog::filesSelected, parent, then);
    ask->open();
}

void askFolder(QWidget* parent, const QString& title, const std::function<void(const QString&)>& then)
{
    QFileDialog* ask = dialog(parent, title);
    ask->setFileMode(QFileDialog::Directory);
    ask->setOption(QFileDialog::ShowDirsOnly);
    ask->setLabelText(QFileDialog::Accept, QFileDialog::tr("Choose"));
    QObject::connect(ask, &QFileDialog::fileSelected, parent, then);
    ask->open();
}

void askSavePath(QWidget* parent, const QString& title, const QString& name, const QString& suffix,
                 const std::function<void(const QString&)>& then)
{
    QFileDialog* ask = dialog(parent, title);
    ask->setAcceptMode(QFileDialog::AcceptSave);
    ask->setFileMode(QFileDialog::AnyFile);
    ask->setDefaultSuffix(suffix);
    ask->selectFile(name);
    QObject::connect(ask, &QFileDialog::fileSelected, parent, then);
    ask->open();
}

} // namespace app
