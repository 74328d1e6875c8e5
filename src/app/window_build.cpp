// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window is made of, and how its parts are tied together.
#include "app/window.h"

#include "app/dialogs/file_ask.h"
#include "app/inspector/inspector.h"
#include "app/pages/coverage_page.h"
#include "app/pages/checks_page.h"
#include "app/pages/create_page.h"
#include "app/pages/first_page.h"
#include "app/pages/import_page.h"
#include "app/pages/letter_page.h"
#include "app/pages/put_right_page.h"
#include "app/pages/school_page.h"
#include "app/pages/unlock_page.h"
#include "app/shell_area.h"
#include "app/shell_banner.h"
#include "app/shell_keeping.h"
#include "app/shell_rail.h"
#include "app/shell_status.h"

#include <QAbstractButton>
#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

void Window::buildDoor()
{
    m_first = new FirstPage;
    m_unlock = new UnlockPage;
    m_create = new CreatePage;
    for (Door* door : std::initializer_list<Door*>{m_first, m_unlock, m_create}) {
        m_stage->addWidget(door);
        connect(door, &Door::keysAsked, this, &Window::showKeys);
        connect(door, &Door::settingsAsked, this, &Window::showSettings);
    }
    const auto startCreate = [this] {
        m_create->start(m_clock.today());
        m_stage->setCurrentWidget(m_create);
        m_create->setFocus();
    };
    connect(m_first, &FirstPage::openAsked, this, &Window::askOpen);
    connect(m_first, &FirstPage::createAsked, this, startCreate);
    connect(m_first, &FirstPage::demoAsked, this, &Window::showDemo);
    connect(m_unlock, &UnlockPage::anotherAsked, this, &Window::askOpen);
    connect(m_unlock, &UnlockPage::createAsked, this, startCreate);
    connect(m_unlock, &UnlockPage::unlockAsked, this,
            [this](const QString& path, const std::shared_ptr<extract::Secret>& secret) {
                unlock(path, std::move(*secret));
            });
    connect(m_create, &CreatePage::backAsked, this, &Window::showFirst);
    buildSchool();
    connect(m_create, &CreatePage::makeAsked, this, &Window::create);
}

void Window::buildRoom()
{
    auto* room = new QWidget;
    auto* across = new QHBoxLayout(room);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    m_rail = new Rail;
    across->addWidget(m_rail);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    across->addLayout(column, 1);
    m_banner = new Banner;
    m_pages = new QStackedWidget;
    m_inspector = new Inspector;
    m_area = new PageArea(m_pages, m_inspector);
    m_status = new StatusLine;
    column->addWidget(m_banner);
    column->addWidget(m_area, 1);
    column->addWidget(m_status);
    m_stage->addWidget(room);

    for (const PageName name : pageNames) {
        Page* page = makePage(name, nullptr).release(); // the stack takes it
        page->setAccessibleName(pageTitle(name));
        m_byName[name] = page;
        m_pages->addWidget(page);
    }
    desk::Sitting* sitting = m_sitting.get();
    m_letter = new LetterPage(
        {[sitting](requests::Concern concern) { return sitting->saveConcern(std::move(concern)); },
         [sitting](requests::Request request) { return sitting->saveRequest(std::move(request)); },
         [sitting](record::RequestId id, requests::Letter letter, reports::LetterFormat format) {
             return sitting->printLetter(id, std::move(letter), format);
         },
         [sitting](const QString& path) { return sitting->attach(path); }});
    m_pages->addWidget(m_letter);
    m_import = new ImportPage(
        {[sitting](const QStringList& paths) { return sitting->needs(paths); },
         [sitting](const QStringList& paths, desk::SourceSecrets secrets) {
             return sitting->pupils(paths, std::move(secrets));
         },
         [sitting](const QStringList& paths, const record::Selection& selection, desk::SourceSecrets secrets) {
             return sitting->preview(std::move(secrets), paths, selection);
         },
         [sitting](const QStringList& paths, const record::Selection& selection, desk::SourceSecrets secrets,
                   const base::Progress& progress) {
             return sitting->importWith(std::move(secrets), paths, selection, progress);
         },
         [sitting] { sitting->stop(); }});
    m_pages->addWidget(m_import);
    buildWriteIn();
}

void Window::buildActions()
{
    const auto add = [this](const QString& text, const QList<QKeySequence>& keys, auto&& job) {
        auto* action = new QAction(text, this);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, job);
        addAction(action);
        return action;
    };
    int number = 1;
    for (const PageName name : pageNames) {
        add(tr("Go to: %1").arg(pageTitle(name)), {QKeySequence(u"Ctrl+%1"_s.arg(number++ % 10))}, [this, name] {
            if (m_snapshot)
                showPage(name);
        });
    }
    add(tr("Find a value, year or word"), {QKeySequence::Find}, [this] {
        if (m_snapshot)
            m_banner->focusSearch();
    });
    add(tr("Say that the selected value is wrong"), {QKeySequence(u"Ctrl+E"_s)}, [this] {
        if (m_snapshot && !m_inspector->selected().values.empty())
            startLetter(m_inspector->selected(), false);
    });
    add(tr("To the inspector, and back to the page"), {QKeySequence(u"F6"_s)}, [this] {
        if (!m_area->inspectorShown())
            return;
        if (m_inspector->isAncestorOf(focusWidget())) {
            static_cast<Page*>(m_pages->currentWidget())->takeFocus();
        } else {
            // To what one came for; a share has no such button, then to the first thing that takes the keyboard.
            for (QAbstractButton* button : m_inspector->findChildren<QAbstractButton*>()) {
                if (!button->isVisible() || !button->isEnabled())
                    continue;
                button->setFocus(Qt::ShortcutFocusReason);
                if (button->property("primary").toBool())
                    break;
            }
        }
    });
    // While no details are open, Escape belongs to the page.
    QAction* closing = add(tr("Close the inspector"), {QKeySequence(u"Escape"_s)}, [this] { select({}); });
    closing->setEnabled(false);
    connect(m_area, &PageArea::inspectorToggled, closing, &QAction::setEnabled);
    add(tr("Add what I was given"), {QKeySequence(u"Ctrl+I"_s)}, [this] { startImport(); });
    add(tr("Write in what a paper says"), {QKeySequence(u"Ctrl+Shift+I"_s)}, [this] { startWriteIn(); });
    add(tr("Show or hide the pupil number"), {QKeySequence(u"Ctrl+Shift+N"_s)}, [this] {
        if (m_snapshot && !m_snapshot->atRisk)
            m_banner->setNumbersShown(!m_banner->numbersShown());
    });
    add(tr("Open a record file"), {QKeySequence::Open}, [this] {
        if (!m_snapshot && !m_school->isBusy())
            askOpen();
    });
    add(tr("For schools: a record file for each pupil"), {QKeySequence(u"Ctrl+Shift+O"_s)}, [this] { startSchool(); });
    add(tr("Lock the record"), {QKeySequence(u"Ctrl+L"_s)}, [this] { lock(); });
    add(tr("Hide the window and lock at once"), {QKeySequence(u"Ctrl+Shift+L"_s), QKeySequence(u"F12"_s)}, [this] {
        showMinimized();
        lock();
    });
    add(tr("Add the list of schools"), {QKeySequence(u"Ctrl+Shift+G"_s)}, [this] { showLists(); });
    add(tr("Settings"), {QKeySequence(u"Ctrl+,"_s)}, [this] { showSettings(); });
    add(tr("Help and keys"), {QKeySequence(u"F1"_s), QKeySequence(u"Ctrl+?"_s)}, [this] { showKeys(); });
    add(tr("Leave the program"), {QKeySequence::Quit}, [this] { close(); });
}

void Window::wirePages()
{
    for (const auto& [name, page] : m_byName) {
        connect(page, &Page::selected, this, &Window::select);
        connect(page, &Page::pageAsked, this, &Window::showPage);
        connect(page, &Page::importAsked, this, [this] { startImport(); });
        connect(page, &Page::withdrawalAsked, this, [this](record::DocumentId id) { m_keeping->withdraw(id); });
        connect(page, &Page::correctionAsked, this,
                [this](const Selected& selected) { startLetter(selected, false); });
    }
    connect(m_rail, &Rail::pageChosen, this, [this](PageName name) { showPage(name); });
    connect(m_rail, &Rail::keysAsked, this, &Window::showKeys);
    connect(m_rail, &Rail::settingsAsked, this, &Window::showSettings);
    connect(m_rail, &Rail::lockAsked, this, [this] { lock(); });
    connect(m_banner, &Banner::pageChosen, this, [this](PageName name) { showPage(name); });
    connect(m_banner, &Banner::valueChosen, this,
            [this](record::ValueId value) { showPage(PageName::Timeline, Selected{{value}, {}}); });

    connect(m_inspector, &Inspector::wrongAsked, this,
            [this](const Selected& selected) { startLetter(selected, false); });
    connect(m_inspector, &Inspector::basisAsked, this, [this](const Selected& selected) { startLetter(selected, true); });
    connect(m_inspector, &Inspector::valueChosen, this,
            [this](record::ValueId value) { select(Selected{{value}, {}}); });
    connect(m_inspector, &Inspector::releaseChosen, this,
            [this](const QString& reference) { showPage(PageName::Releases, Selected{{}, reference}); });
    connect(m_inspector, &Inspector::closeAsked, this, [this] { select({}); });
    connect(m_area, &PageArea::inTheWay, this, [this] { select({}); });

    auto* checks = static_cast<ChecksPage*>(m_byName[PageName::Checks]);
    connect(checks, &ChecksPage::basisAsked, this, [this](const Selected& selected) { startLetter(selected, true); });
    connect(checks, &ChecksPage::decided, this, [this](const record::Decisions& decisions) {
        m_sitting->saveDecisions(decisions).then(this, [this](const base::Result<bool>& saved) {
            if (!saved)
                say(saved.error());
            refresh();
        });
    });

    auto* putRight = static_cast<PutRightPage*>(m_byName[PageName::PutRight]);
    connect(putRight, &PutRightPage::letterAsked, this, [this](record::ConcernId id) {
        m_letter->resume(id);
        m_area->setInspectorShown(false);
        m_pages->setCurrentWidget(m_letter);
        m_letter->takeFocus();
    });
    connect(putRight, &PutRightPage::requestChanged, this, [this](const requests::Request& request) {
        m_sitting->saveRequest(request).then(this, [this](const base::Result<record::RequestId>& id) {
            if (!id)
                say(id.error());
            refresh();
        });
    });
    connect(putRight, &PutRightPage::draftDropped, this, [this](record::RequestId id) {
        m_sitting->removeDraft(id).then(this, [this](const base::Result<bool>& done) {
            if (!done)
                say(done.error());
            refresh();
        });
    });
    connect(static_cast<CoveragePage*>(m_byName[PageName::Coverage]), &CoveragePage::missingAsked, this,
            &Window::startAsking);
    connect(m_letter, &LetterPage::leaveAsked, this, [this] { showPage(PageName::PutRight); });
    connect(m_letter, &LetterPage::changed, this, &Window::refresh);
    connect(m_letter, &LetterPage::stateSaid, m_status, &StatusLine::say);
    connect(m_import, &ImportPage::leaveAsked, this,
            [this] { showPage(m_snapshot && m_snapshot->record.documents.empty() ? PageName::Documents : PageName::Overview); });
    connect(m_import, &ImportPage::imported, this, &Window::refresh);
    connect(m_import, &ImportPage::filesAsked, this, [this] {
        askFiles(this, tr("Choose what you were given"), {}, true,
                 [this](const QStringList& paths) { m_import->choose(paths); });
    });
}

void Window::wireKeeping()
{
    m_keeping = new Keeping(this, m_sitting.get(), static_cast<SafetyPage*>(m_byName[PageName::Safety]));
    connect(m_keeping, &Keeping::changed, this, &Window::refresh);
    connect(m_keeping, &Keeping::atRiskAsked, this, &Window::setAtRisk);
    connect(m_keeping, &Keeping::opened, this, [this](const desk::SnapshotPtr& snapshot, const QString& words) {
        enter(snapshot);
        m_status->say(words);
    });
    connect(m_keeping, &Keeping::disposed, this, [this](const QString& title, const QString& text) {
        usePath({});
        showFirst();
        m_first->note(title, text);
    });
    connect(m_unlock, &UnlockPage::backupAsked, m_keeping, &Keeping::restore);
    connect(m_unlock, &UnlockPage::sheetAsked, m_keeping, &Keeping::recover);
    connect(m_unlock, &UnlockPage::rescueAsked, m_keeping, &Keeping::rescue);
}

} // namespace app
