// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/dialogs/file_ask.h"
#include "app/dialogs/keys_dialog.h"
#include "app/dialogs/settings_dialog.h"
#include "app/inspector/inspector.h"
#include "app/pages/create_page.h"
#include "app/pages/first_page.h"
#include "app/pages/import_page.h"
#include "app/pages/letter_page.h"
#include "app/pages/opening_fault.h"
#include "app/pages/put_right_page.h"
#include "app/pages/unlock_page.h"
#include "app/platform/clipboard_guard.h"
#include "app/platform/idle_lock.h"
#include "app/platform/screen_lock.h"
#include "app/shell_area.h"
#include "app/shell_banner.h"
#include "app/shell_rail.h"
#include "app/shell_status.h"

#include <QAbstractButton>
#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPromise>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QThreadPool>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString recordFilter()
{
    return Window::tr("Record files (*.pupilrecord);;All files (*)");
}

} // namespace

Window::Window(const base::Clock& clock, QWidget* parent)
    : QMainWindow(parent), m_clock(clock), m_settings(Settings::load()),
      m_sitting(std::make_unique<desk::Sitting>(clock)), m_stage(new QStackedWidget), m_idle(new IdleLock(this)),
      m_screen(new ScreenLock(this)), m_clipboard(new ClipboardGuard(this))
{
    setCentralWidget(m_stage);
    setAcceptDrops(true);
    buildDoor();
    buildRoom();
    buildActions();
    wirePages();
    m_idle->setMinutes(m_settings.idleMinutes);
    connect(m_idle, &IdleLock::idle, this, [this] { lock(tr("Locked because nobody used it for a while.")); });
    connect(m_screen, &ScreenLock::locked, this, [this] { lock(tr("Locked together with the screen.")); });
    resize(u(320), u(200));
    if (!m_settings.geometry.isEmpty())
        restoreGeometry(m_settings.geometry);
    showFirst();
}

Window::~Window() = default;

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
        {[sitting](const QStringList& paths) { return sitting->pupils(paths); },
         [sitting](const QStringList& paths, const record::Selection& selection, const base::Progress& progress) {
             return sitting->import(paths, selection, progress);
         },
         [sitting] { sitting->stop(); }});
    m_pages->addWidget(m_import);
}

void Window::buildActions()
{
    const auto add = [this](const QString& text, const QList<QKeySequence>& keys, auto&& job) {
        auto* action = new QAction(text, this);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, job);
        addAction(action);
    };
    int number = 1;
    for (const PageName name : pageNames) {
        add(tr("Go to: %1").arg(pageTitle(name)), {QKeySequence(u"Ctrl+%1"_s.arg(number++))}, [this, name] {
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
    add(tr("Close the inspector"), {QKeySequence(u"Escape"_s)}, [this] {
        if (m_area->inspectorShown())
            select({});
    });
    add(tr("Add what I was given"), {QKeySequence(u"Ctrl+I"_s)}, [this] { startImport(); });
    add(tr("Show or hide the pupil number"), {QKeySequence(u"Ctrl+Shift+N"_s)}, [this] {
        if (m_snapshot && !m_snapshot->atRisk)
            m_banner->setNumbersShown(!m_banner->numbersShown());
    });
    add(tr("Open a record file"), {QKeySequence::Open}, [this] {
        if (!m_snapshot)
            askOpen();
    });
    add(tr("Lock the record"), {QKeySequence(u"Ctrl+L"_s)}, [this] { lock(); });
    add(tr("Hide the window and lock at once"), {QKeySequence(u"Ctrl+Shift+L"_s), QKeySequence(u"F12"_s)}, [this] {
        showMinimized();
        lock();
    });
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

void Window::showTitle()
{
    // No name of a person: titles are seen in task bars and on shared screens.
    QString title = tr("Pupil Record");
    if (m_snapshot && m_snapshot->readOnly)
        title += u" – "_s + tr("read only");
    setWindowTitle(title);
}

void Window::showFirst()
{
    m_stage->setCurrentWidget(m_first);
    m_first->setFocus();
    showTitle();
}

void Window::openFile(const QString& path, bool demo)
{
    m_path = path;
    m_demo = demo;
    m_unlock->setFile(path, demo ? desk::demoPassphrase() : QString());
    m_stage->setCurrentWidget(m_unlock);
    m_unlock->setFocus();
    showTitle();
}

void Window::askOpen()
{
    askFiles(this, tr("Open a record file"), recordFilter(), false, [this](const QStringList& paths) {
        if (!paths.isEmpty())
            openFile(paths.first());
    });
}

void Window::unlock(const QString& path, extract::Secret passphrase)
{
    // Leaving at-risk mode was asked for one file; it is not carried over to another.
    m_leaveAtRisk = m_leaveAtRisk && path == m_path;
    m_path = path;
    m_unlock->setBusy(true);
    m_sitting->open(path, std::move(passphrase)).then(this, [this](const base::Result<desk::SnapshotPtr>& opened) {
        m_unlock->setBusy(false);
        if (!opened) {
            m_unlock->say(opened.error());
            Q_EMIT failed(opened.error().kind);
            return;
        }
        if (std::exchange(m_leaveAtRisk, false) && (*opened)->atRisk)
            m_sitting->setAtRisk(false).then(this, [this](const base::Result<bool>&) { enter(m_sitting->snapshot()); });
        else
            enter(*opened);
    });
}

void Window::create(const record::Person& person, const std::shared_ptr<extract::Secret>& passphrase)
{
    askSavePath(this, tr("Where should the record file go?"), u"record.pupilrecord"_s, u"pupilrecord"_s,
                [this, person, passphrase](const QString& path) {
                    m_create->setBusy(true);
                    m_path = path;
                    m_demo = false;
                    // The dialog has asked before an existing file may be replaced.
                    m_sitting->create(path, std::move(*passphrase), {person, QFileInfo::exists(path)})
                        .then(this, [this](const base::Result<desk::SnapshotPtr>& made) {
                            m_create->setBusy(false);
                            if (!made) {
                                m_create->say(made.error());
                                return;
                            }
                            enter(*made);
                            startImport();
                        });
                });
}

void Window::showDemo()
{
    m_first->setBusy(true);
    auto promise = std::make_shared<QPromise<base::Result<QString>>>();
    QFuture<base::Result<QString>> made = promise->future();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/pupil-record/demo"_s;
    // Deriving the key takes a second: not on this thread.
    QThreadPool::globalInstance()->start([promise, folder, clock = m_clock] {
        promise->start();
        promise->addResult(desk::makeDemo(folder, clock, true));
        promise->finish();
    });
    made.then(this, [this](const base::Result<QString>& path) {
        m_first->setBusy(false);
        if (!path) {
            m_first->say(path.error().message, path.error().next);
            Q_EMIT failed(path.error().kind);
            return;
        }
        openFile(*path, true);
    });
}

void Window::enter(const desk::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    refresh();
    m_stage->setCurrentIndex(m_stage->count() - 1);
    m_idle->setActive(true);
    showTitle();
    showPage(PageName::Overview);
    Q_EMIT entered();
}

void Window::refresh()
{
    if (!m_snapshot)
        return;
    if (const desk::SnapshotPtr newest = m_sitting->snapshot())
        m_snapshot = newest;
    for (const auto& [name, page] : m_byName)
        page->setSnapshot(m_snapshot);
    m_letter->setSnapshot(m_snapshot);
    m_import->setSnapshot(m_snapshot);
    m_banner->setSnapshot(m_snapshot);
    m_status->setSnapshot(m_snapshot);
    m_inspector->setSnapshot(m_snapshot);
    int open = 0;
    for (const requests::Request& request : m_snapshot->requests)
        open += request.state == requests::RequestState::Draft || request.state == requests::RequestState::Printed;
    m_rail->setBadge(PageName::PutRight, open);
}

void Window::lock(const QString& why)
{
    if (!m_snapshot)
        return;
    // Hidden first, kept second: nothing can hold the lock up, and nothing is asked.
    m_idle->setActive(false);
    m_clipboard->clearIfOurs();
    for (QWidget* widget : findChildren<QDialog*>())
        widget->close();
    m_unlock->setFile(m_path, m_demo ? desk::demoPassphrase() : QString());
    m_unlock->setBusy(true);
    m_stage->setCurrentWidget(m_unlock);
    m_letter->flush([this, why] {
        m_snapshot = nullptr;
        for (const auto& [name, page] : m_byName)
            page->setSnapshot(nullptr);
        m_letter->setSnapshot(nullptr);
        m_import->setSnapshot(nullptr);
        m_banner->setSnapshot(nullptr);
        m_status->setSnapshot(nullptr);
        m_inspector->setSnapshot(nullptr);
        m_area->setInspectorShown(false);
        m_rail->setBadge(PageName::PutRight, 0);
        showTitle();
        m_sitting->lock().then(this, [this, why](const base::Result<bool>&) {
            m_unlock->setBusy(false);
            if (!why.isEmpty())
                m_unlock->note(why, tr("What you were writing is kept in the record file."));
            m_unlock->setFocus();
        });
    });
}

void Window::showPage(PageName name, const Selected& selected)
{
    if (!m_snapshot)
        return;
    m_current = name;
    Page* page = m_byName[name];
    m_pages->setCurrentWidget(page);
    m_rail->setCurrent(name);
    if (selected != Selected{}) {
        page->showSelected(selected);
        select(selected);
    } else if (name == PageName::Overview || name == PageName::Documents || name == PageName::PutRight) {
        m_area->setInspectorShown(false);
    } else {
        m_area->setInspectorShown(m_inspector->selected() != Selected{});
    }
    page->takeFocus();
}

void Window::select(const Selected& selected)
{
    m_inspector->show(selected);
    const QWidget* current = m_pages->currentWidget();
    m_area->setInspectorShown(selected != Selected{} && current != m_letter && current != m_import);
    for (const auto& [name, page] : m_byName)
        if (page != sender())
            page->showSelected(selected);
}

void Window::startLetter(const Selected& selected, bool basisOnly)
{
    if (!m_snapshot || selected.values.empty())
        return;
    m_letter->flush([this, selected, basisOnly] {
        m_letter->start(selected, basisOnly);
        m_area->setInspectorShown(false);
        m_rail->setCurrent(PageName::PutRight);
        m_pages->setCurrentWidget(m_letter);
        m_letter->takeFocus();
    });
}

void Window::startImport(const QStringList& paths)
{
    if (!m_snapshot || m_snapshot->readOnly)
        return;
    m_area->setInspectorShown(false);
    m_rail->setCurrent(PageName::Documents);
    m_pages->setCurrentWidget(m_import);
    if (paths.isEmpty())
        m_import->start();
    else
        m_import->choose(paths);
    m_import->takeFocus();
}

Page* Window::page(PageName name) const
{
    return m_byName.at(name);
}

QString Window::fault() const
{
    return m_unlock->shownFault();
}

void Window::say(const base::Error& error)
{
    m_status->say(error.next.isEmpty() ? error.message : error.message + u' ' + error.next);
}

void Window::showKeys()
{
    auto* dialog = new KeysDialog(actions(), this);
    dialog->open();
}

void Window::showSettings()
{
    auto* dialog = new SettingsDialog(
        m_settings, m_snapshot && !m_snapshot->readOnly ? std::optional(m_snapshot->atRisk) : std::nullopt, this);
    connect(dialog, &SettingsDialog::chosen, this, [this](const Settings& settings) {
        m_settings = settings;
        m_settings.save();
        applyTheme(settings.theme);
        applyTextSize(settings.textPercent);
        m_idle->setMinutes(settings.idleMinutes);
    });
    connect(dialog, &SettingsDialog::atRiskChosen, this, &Window::setAtRisk);
    dialog->open();
}

void Window::setAtRisk(bool atRisk)
{
    if (!atRisk) {
        m_leaveAtRisk = true;
        lock(tr("Unlock once more to leave at-risk mode."));
        return;
    }
    m_sitting->setAtRisk(true).then(this, [this](const base::Result<bool>& done) {
        if (!done)
            say(done.error());
        refresh();
    });
}

void Window::closeEvent(QCloseEvent* event)
{
    m_settings.geometry = saveGeometry();
    m_settings.save();
    if (!m_snapshot || !m_letter->isOpen()) {
        event->accept();
        return;
    }
    // What is typed goes to disk first; closing goes on by itself.
    event->ignore();
    m_letter->flush([this] {
        m_letter->setSnapshot(nullptr);
        close();
    });
}

void Window::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_snapshot && !m_snapshot->readOnly && event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void Window::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (!paths.isEmpty())
        startImport(paths);
}

} // namespace app
