// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the window is joined to "Write it in myself".
#include "app/window.h"

#include "app/dialogs/file_ask.h"
#include "app/inspector/inspector.h"
#include "app/pages/documents_page.h"
#include "app/pages/write_in_page.h"
#include "app/shell_area.h"
#include "app/shell_rail.h"

#include <QStackedWidget>

namespace app {

void Window::buildWriteIn()
{
    desk::Sitting* sitting = m_sitting.get();
    m_writeIn = new WriteInPage(
        {[sitting](record::DocumentId id) { return sitting->keptBytes(id); },
         [sitting](const QString& path) { return sitting->attachPaper(path); },
         [sitting](std::vector<record::Entry> entries) { return sitting->writeIn(std::move(entries)); },
         [sitting](record::ValueId id, record::WrittenChange change) {
             return sitting->changeWritten(id, std::move(change));
         },
         [sitting](std::vector<record::ValueId> ids) { return sitting->removeWritten(std::move(ids)); }});
    m_pages->addWidget(m_writeIn);
    connect(m_writeIn, &WriteInPage::leaveAsked, this, [this] { showPage(PageName::Documents); });
    connect(m_writeIn, &WriteInPage::changed, this, &Window::refresh);
    connect(m_writeIn, &WriteInPage::filesAsked, this, [this] {
        askFiles(this, tr("Choose a PDF, a photo or a Word file"),
                 tr("Documents to read (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.webp *.gif *.bmp *.heic *.docx *.doc "
                    "*.odt *.rtf);;All files (*)"),
                 true, [this](const QStringList& paths) { m_writeIn->attach(paths); });
    });
    connect(m_inspector, &Inspector::changeAsked, this, [this](record::ValueId value) {
        startWriteIn();
        m_writeIn->startChange(value);
    });
    auto* documents = static_cast<DocumentsPage*>(m_byName[PageName::Documents]);
    connect(documents, &DocumentsPage::writeInAsked, this, [this](record::DocumentId id) { startWriteIn(id); });
}

void Window::startWriteIn(record::DocumentId document)
{
    if (!m_snapshot)
        return;
    m_area->setInspectorShown(false);
    m_rail->setCurrent(PageName::Documents);
    m_pages->setCurrentWidget(m_writeIn);
    m_writeIn->start(document);
    m_writeIn->takeFocus();
}

} // namespace app
