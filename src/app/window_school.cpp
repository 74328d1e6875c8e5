// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the window is joined to what schools do beside any record.
#include "app/window.h"

#include "app/dialogs/file_ask.h"
#include "app/pages/first_page.h"
#include "app/pages/school_page.h"
#include "app/pages/unlock_page.h"
#include "app/platform/idle_lock.h"

#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace app {

void Window::buildSchool()
{
    m_school = new SchoolPage(m_clock);
    m_stage->addWidget(m_school);
    connect(m_first, &FirstPage::schoolAsked, this, &Window::startSchool);
    connect(m_unlock, &UnlockPage::schoolAsked, this, &Window::startSchool);
    connect(m_school, &SchoolPage::leaveAsked, this, [this] {
        m_idle->setActive(false);
        showFirst();
    });
    connect(m_school, &SchoolPage::filesAsked, this, [this] {
        askFiles(this, tr("Choose the school's files"), {}, true,
                 [this](const QStringList& paths) { m_school->choose(paths); });
    });
    connect(m_school, &SchoolPage::folderAsked, this, [this] {
        askFolder(this, tr("Choose a folder for the record files"),
                  [this](const QString& path) { m_school->setFolder(path); });
    });
    connect(m_school, &SchoolPage::listPlaceAsked, this, [this] {
        askSavePath(this, tr("Where should the list of passphrases go?"), u"passphrases.pupillist"_s, u"pupillist"_s,
                    [this](const QString& path) { m_school->setListPlace(path); });
    });
    connect(m_school, &SchoolPage::listAsked, this, [this] {
        askFiles(this, tr("Open a list of passphrases"), tr("Lists of passphrases (*.pupillist);;All files (*)"), false,
                 [this](const QStringList& paths) {
                     if (!paths.isEmpty())
                         m_school->openList(paths.first());
                 });
    });
}

void Window::startSchool()
{
    if (m_snapshot || m_locking || m_stage->currentWidget() == m_school)
        return;
    m_stage->setCurrentWidget(m_school);
    m_school->start();
    m_school->takeFocus();
    m_idle->setActive(true); // lists of passphrases do not stay on an empty chair's screen
    showTitle();
}

} // namespace app
