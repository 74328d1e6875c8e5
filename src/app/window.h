// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/pages.h"
#include "app/shell_settings.h"
#include "base/clock.h"
#include "desk/lists.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <map>

class QStackedWidget;

namespace app {

class Banner;
class ClipboardGuard;
class CreatePage;
class FirstPage;
class IdleLock;
class ImportPage;
class Inspector;
class Keeping;
class LetterPage;
class PageArea;
class Rail;
class SchoolPage;
class ShelfDialog;
class ScreenLock;
class StatusLine;
class UnlockPage;
class WriteInPage;

// The main window. It owns the sitting and wires pages to it: a page asks through its signals, the window asks the
// desk, and every page gets the new snapshot.
class Window : public QMainWindow {
    Q_OBJECT

public:
    explicit Window(const base::Clock& clock, QWidget* parent = nullptr);
    ~Window() override;

    void showFirst();
    void openFile(const QString& path, bool demo = false); // to the unlock page
    void unlock(const QString& path, extract::Secret passphrase);
    void showDemo();
    void enter(const desk::SnapshotPtr& snapshot); // what unlocking ends in
    // Closes the file; `then` runs when another may open it.
    void lock(const QString& why = {}, std::function<void()> then = {});

    void showPage(PageName page, const Selected& selected = {});
    void select(const Selected& selected);
    void startLetter(const Selected& selected, bool basisOnly);
    void startAsking(const std::vector<insight::MissingPart>& parts); // the letter that asks for what is missing
    void startImport(const QStringList& paths = {});
    void startWriteIn(record::DocumentId document = {}); // 0: the one that was open, or the first
    void startSchool(); // only while no record is open
    void showLists();   // the list of schools, and adding it
    void showSettings();
    [[nodiscard]] Page* page(PageName name) const;
    [[nodiscard]] LetterPage* letterPage() const { return m_letter; }
    [[nodiscard]] ImportPage* importPage() const { return m_import; }
    [[nodiscard]] WriteInPage* writeInPage() const { return m_writeIn; }
    [[nodiscard]] Inspector* inspector() const { return m_inspector; }
    [[nodiscard]] Keeping* keeping() const { return m_keeping; }
    [[nodiscard]] UnlockPage* unlockPage() const { return m_unlock; }
    [[nodiscard]] SchoolPage* schoolPage() const { return m_school; }
    [[nodiscard]] const desk::SnapshotPtr& snapshot() const { return m_snapshot; }
    [[nodiscard]] QString fault() const; // why the file did not open
    // Of the file that is open, or was open last: its own name and folder may tell where a person at risk is.
    [[nodiscard]] bool hidesNames() const { return m_hidesNames; }
    [[nodiscard]] bool locked() const { return !m_snapshot; }
    [[nodiscard]] bool isBusy() const; // what is in sight waits for the desk

Q_SIGNALS:
    void entered();
    void failed(base::ErrorKind kind); // a file did not open
    void listsChanged();               // a list of schools was added

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void usePath(const QString& path);
    void buildDoor();
    void buildRoom();
    void buildWriteIn();
    void buildSchool();
    void buildLists();
    void addList(const QString& path, const QPointer<ShelfDialog>& told);
    void buildActions();
    void wirePages();
    void wireKeeping();
    void refresh(); // the newest snapshot to everybody
    void check();   // what does not fit in it
    void forget();  // what is open, typed and shown: nobody holds anything of the record
    void askOpen();
    void create(const record::Person& person, const std::shared_ptr<extract::Secret>& passphrase);
    void showKeys();
    void setAtRisk(bool atRisk);
    void say(const base::Error& error); // a fault while the record is open
    void showTitle();

    base::Clock m_clock;
    Settings m_settings;
    std::unique_ptr<desk::Sitting> m_sitting;
    std::unique_ptr<desk::Lists> m_lists;
    desk::SnapshotPtr m_snapshot;
    QString m_path;
    bool m_demo = false;
    bool m_locking = false;
    bool m_hidesNames = false;
    bool m_leaveAtRisk = false; // at-risk mode ends after the next unlocking

    QStackedWidget* m_stage;
    FirstPage* m_first = nullptr;
    UnlockPage* m_unlock = nullptr;
    CreatePage* m_create = nullptr;
    SchoolPage* m_school = nullptr;
    Rail* m_rail = nullptr;
    Banner* m_banner = nullptr;
    StatusLine* m_status = nullptr;
    Inspector* m_inspector = nullptr;
    PageArea* m_area = nullptr;
    QStackedWidget* m_pages = nullptr;
    std::map<PageName, Page*> m_byName;
    LetterPage* m_letter = nullptr;
    ImportPage* m_import = nullptr;
    WriteInPage* m_writeIn = nullptr;
    Keeping* m_keeping = nullptr;
    PageName m_current = PageName::Overview;

    IdleLock* m_idle;
    ScreenLock* m_screen;
    ClipboardGuard* m_clipboard;
};

} // namespace app
