// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/dialogs/file_ask.h"
#include "app/dialogs/keys_dialog.h"
#include "app/dialogs/settings_dialog.h"
#include "app/dialogs/shelf_dialog.h"
#include "app/inspector/inspector.h"
#include "app/pages/checks_page.h"
#include "app/pages/create_page.h"
#include "app/pages/first_page.h"
#include "app/pages/import_page.h"
#include "app/pages/letter_page.h"
#include "app/pages/school_page.h"
#include "app/pages/unlock_page.h"
#include "app/pages/write_in_page.h"
#include "app/platform/clipboard_guard.h"
#include "app/platform/idle_lock.h"
#include "app/platform/screen_lock.h"
#include "app/platform/scroll_area_accessible.h"
#include "app/shell_area.h"
#include "app/shell_banner.h"
#include "app/shell_keeping.h"
#include "app/shell_rail.h"
#include "app/shell_status.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPromise>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QThreadPool>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString recordFilter()
{
    return Window::tr("Record files (*.pupilrecord);;All files (*)");
}

bool isPassphraseList(const QString& path)
{
    return path.endsWith(".pupillist"_L1, Qt::CaseInsensitive);
}

} // namespace

Window::Window(const base::Clock& clock, QWidget* parent)
    : QMainWindow(parent), m_clock(clock), m_settings(Settings::load()),
      m_sitting(std::make_unique<desk::Sitting>(clock)), m_stage(new QStackedWidget), m_idle(new IdleLock(this)),
      m_screen(new ScreenLock(this)), m_clipboard(new ClipboardGuard(this))
{
    installScrollAreaAccessibility(); // before the first screen reader asks
    setCentralWidget(m_stage);
    setAcceptDrops(true);
    buildDoor();
    buildRoom();
    buildLists();
    buildActions();
    wirePages();
    wireKeeping();
    m_idle->setMinutes(m_settings.idleMinutes);
    connect(m_idle, &IdleLock::idle, this, [this] {
        lock(tr("Locked because nobody used it for a while."));
        m_school->lock(tr("Closed because nobody used it for a while."));
    });
    connect(m_screen, &ScreenLock::locked, this, [this] {
        lock(tr("Locked together with the screen."));
        m_school->lock(tr("Closed together with the screen."));
    });
    resize(u(320), u(200));
    if (!m_settings.geometry.isEmpty())
        restoreGeometry(m_settings.geometry);
    showFirst();
}

Window::~Window() = default;

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

void Window::usePath(const QString& path)
{
    m_path = path;
    m_keeping->setPath(path);
}

void Window::openFile(const QString& path, bool demo)
{
    if (isPassphraseList(path)) {
        startSchool();
        m_school->openList(path);
        return;
    }
    m_school->end(); // another file is opened instead
    m_hidesNames = m_hidesNames && path == m_path; // of another file nobody knows before it is open
    usePath(path);
    m_demo = demo;
    m_unlock->setFile(path, demo ? desk::demoPassphrase() : QString(), m_hidesNames);
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
    usePath(path);
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
                    usePath(path);
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
    if (m_snapshot->needsMigration)
        m_keeping->run(SafetyPage::Task::Migrate); // asked, never done by itself
    Q_EMIT entered();
}

void Window::refresh()
{
    if (!m_snapshot)
        return;
    if (const desk::SnapshotPtr newest = m_sitting->snapshot())
        m_snapshot = newest;
    if (std::exchange(m_hidesNames, m_snapshot->atRisk) != m_snapshot->atRisk)
        m_unlock->setFile(m_path, m_demo ? desk::demoPassphrase() : QString(), m_hidesNames); // it stands behind the pages
    for (const auto& [name, page] : m_byName)
        page->setSnapshot(m_snapshot);
    m_letter->setSnapshot(m_snapshot);
    m_import->setSnapshot(m_snapshot);
    m_writeIn->setSnapshot(m_snapshot);
    m_banner->setSnapshot(m_snapshot);
    m_status->setSnapshot(m_snapshot);
    m_inspector->setSnapshot(m_snapshot);
    int open = 0;
    for (const requests::Request& request : m_snapshot->requests)
        open += requests::isUnsent(request.state);
    m_rail->setBadge(PageName::PutRight, open);
    m_keeping->refresh();
    check();
}

// The window shows what it has while the desk looks; the number in the rail follows.
void Window::check()
{
    m_sitting->check(m_snapshot).then(this, [this](const base::Result<desk::CheckedPtr>& checked) {
        if (!checked || (*checked)->of != m_snapshot)
            return; // locked, or asked again since
        static_cast<ChecksPage*>(m_byName[PageName::Checks])->setChecked(*checked);
        const auto& findings = (*checked)->findings;
        m_rail->setBadge(PageName::Checks, int(std::count_if(findings.begin(), findings.end(), [](const insight::Finding& one) {
                             return one.severity == insight::Severity::NeedsYou && !one.dismissed;
                         })));
    });
}

void Window::forget()
{
    m_snapshot = nullptr;
    for (const auto& [name, page] : m_byName)
        page->setSnapshot(nullptr);
    m_letter->setSnapshot(nullptr);
    m_import->setSnapshot(nullptr);
    m_writeIn->setSnapshot(nullptr);
    m_banner->setSnapshot(nullptr);
    m_status->setSnapshot(nullptr);
    m_inspector->setSnapshot(nullptr);
    m_area->setInspectorShown(false);
    m_rail->setBadge(PageName::PutRight, 0);
    m_rail->setBadge(PageName::Checks, 0);
}

void Window::lock(const QString& why, std::function<void()> then)
{
    if (!m_snapshot)
        return;
    // Hidden first, kept second: nothing can hold the lock up, and nothing is asked.
    m_locking = true;
    m_idle->setActive(false);
    m_clipboard->clearIfOurs();
    for (QWidget* widget : findChildren<QDialog*>())
        widget->close();
    m_unlock->setFile(m_path, m_demo ? desk::demoPassphrase() : QString(), m_hidesNames);
    m_unlock->setBusy(true);
    m_stage->setCurrentWidget(m_unlock);
    m_letter->flush([this, why, then = std::move(then)] {
        forget();
        showTitle();
        m_sitting->lock().then(this, [this, why, then](const base::Result<bool>&) {
            m_unlock->setBusy(false);
            if (!why.isEmpty())
                m_unlock->note(why, tr("What you were writing is kept in the record file."));
            m_unlock->setFocus();
            m_locking = false;
            if (then)
                then();
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
    } else if (name == PageName::Overview || name == PageName::Documents || name == PageName::PutRight
               || name == PageName::Safety) {
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
    m_area->setInspectorShown(selected != Selected{} && current != m_letter && current != m_import &&
                              current != m_writeIn);
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

void Window::startAsking(const std::vector<insight::MissingPart>& parts)
{
    if (!m_snapshot || parts.empty())
        return;
    m_letter->flush([this, parts] {
        m_letter->ask(parts);
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

bool Window::isBusy() const
{
    const auto* current = qobject_cast<Page*>(m_pages->currentWidget());
    return m_locking || m_school->isBusy() || (m_snapshot && current && current->isBusy());
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
    connect(dialog, &SettingsDialog::listsAsked, this, &Window::showLists);
    const auto tellLists = [this, told = QPointer(dialog)] {
        m_lists->items().then(this, [told](const base::Result<std::vector<registry::ShelfItem>>& items) {
            if (told && items)
                told->setLists(shelfWords(*items));
        });
    };
    connect(this, &Window::listsChanged, dialog, tellLists);
    tellLists();
    dialog->open();
}

void Window::setAtRisk(bool atRisk)
{
    if (!atRisk) {
        m_leaveAtRisk = true;
        lock(tr("Unlock once more to leave at-risk mode."));
        return;
    }
    // What was read, typed or copied until now is not hidden by itself.
    m_clipboard->clearIfOurs();
    m_letter->flush([this] {
        m_sitting->setAtRisk(true).then(this, [this](const base::Result<bool>& done) {
            if (!m_snapshot)
                return; // locked meanwhile
            forget();
            m_snapshot = m_sitting->snapshot();
            refresh();
            showPage(m_current);
            if (!done)
                say(done.error());
        });
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
    const bool record = m_snapshot && !m_snapshot->readOnly;
    if ((record || m_stage->currentWidget() == m_school) && event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void Window::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (paths.isEmpty())
        return;
    if (m_stage->currentWidget() == m_school)
        m_school->choose(paths);
    else
        startImport(paths);
}

} // namespace app
