// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the window is joined to the public lists on this computer.
#include "app/window.h"

#include "app/dialogs/file_ask.h"
#include "app/dialogs/shelf_dialog.h"

#include <QApplication>
#include <QPointer>

namespace app {

void Window::buildLists()
{
    m_lists = std::make_unique<desk::Lists>();
    // While a passphrase is being typed: then no page waits for the first name of a school.
    static_cast<void>(m_lists->items());
}

void Window::showLists()
{
    auto* dialog = new ShelfDialog(this);
    const QPointer told(dialog);
    m_lists->items().then(this, [told](const base::Result<std::vector<registry::ShelfItem>>& items) {
        if (told && items)
            told->setHeld(*items);
    });
    connect(dialog, &QDialog::finished, this, [this] { m_lists->stop(); });
    connect(dialog, &ShelfDialog::fileAsked, this, [this, told] {
        askFiles(this, tr("Choose the list of schools"), tr("Lists of schools (*.csv *.zip);;All files (*)"), false,
                 [this, told](const QStringList& paths) {
                     if (!paths.isEmpty() && told)
                         addList(paths.first(), told);
                 });
    });
    dialog->open();
}

void Window::addList(const QString& path, const QPointer<ShelfDialog>& told)
{
    told->start();
    const base::Progress progress = [told](const base::ProgressStep& step) { // on the worker thread
        QMetaObject::invokeMethod(qApp, [told, step] { told ? told->onStep(step) : void(); }, Qt::QueuedConnection);
    };
    m_lists->add(path, progress).then(this, [this, told](const base::Result<registry::ShelfAdded>& added) {
        if (told)
            told->tell(added);
        if (added) {
            refresh(); // names stand beside the numbers
            Q_EMIT listsChanged();
        }
    });
}

} // namespace app
