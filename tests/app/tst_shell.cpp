// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tab_walk.h"

#include "app/inspector/inspector.h"
#include "app/inspector/story_words.h"
#include "app/pages/checks_page.h"
#include "app/pages/create_page.h"
#include "app/pages/first_page.h"
#include "app/pages/letter_page.h"
#include "app/pages/opening_fault.h"
#include "app/pages/unlock_page.h"
#include "app/platform/process.h"
#include "app/shell_area.h"
#include "app/shell_banner.h"
#include "app/shell_find.h"
#include "app/shell_rail.h"
#include "app/theme/house_style.h"
#include "app/theme/passphrase_field.h"
#include "app/timeline/filter_bar.h"
#include "app/timeline/timeline_view.h"
#include "app/window.h"
#include "base/exit_status.h"
#include "insight/overview.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRadioButton>
#include <QSet>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int patient = 60000; // ms; key derivation on a busy machine

void allText(const QWidget* root, QStringList& all)
{
    for (const QWidget* widget : root->findChildren<QWidget*>()) {
        all << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip() << widget->statusTip()
            << widget->whatsThis() << widget->property("text").toString();
    }
}

// A screen reader that counted before something went asks for one child too many: that must not end the program, whatever
// the answer. Returns how many were asked.
int askForOneTooMany(QAccessibleInterface* object, int depth = 0)
{
    if (!object || !object->isValid() || depth > 40 || object->tableInterface()) // Qt's tables answer with a warning
        return 0;
    int asked = 1;
    const int count = object->childCount();
    (void)object->child(count);
    for (int n = 0; n < count; ++n)
        asked += askForOneTooMany(object->child(n), depth + 1);
    return asked;
}

} // namespace

class TestShell : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(extract::protectProcess());
        app::applyTheme(app::Theme::Light);
        QApplication::setStyle(new app::HouseStyle);
        QVERIFY(m_folder.isValid());
        const auto path = desk::makeDemo(m_folder.path(), base::Clock(m_today), true);
        QVERIFY2(path.has_value(), path ? "" : qPrintable(path.error().message + path.error().where));
        m_path = *path;
    }

    void platforms()
    {
        for (const QString& allowed : {u"xcb"_s, u"wayland;xcb"_s, u"offscreen"_s, u"minimal"_s, u""_s})
            QVERIFY(app::platformAllowed(allowed));
        for (const QString& refused : {u"vnc"_s, u"vnc:port=5900"_s, u"webgl"_s, u"wayland;vnc"_s})
            QVERIFY(!app::platformAllowed(refused));
    }

    // The scroll bar goes between "how many?" and "which one?": with Qt's own answer this ended the program.
    void aScrollBarThatVanishesIsNoEnd()
    {
        const app::Window window{base::Clock(m_today)};
        QScrollArea area;
        auto* high = new QWidget;
        high->resize(50, 5000);
        area.setWidget(high);
        area.resize(100, 100);
        area.show();
        QVERIFY(QTest::qWaitForWindowExposed(&area));
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&area);
        QVERIFY(area.verticalScrollBar()->isVisible());
        const int counted = interface->childCount();
        QVERIFY(counted >= 2);
        area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        QTRY_VERIFY(!area.verticalScrollBar()->isVisible());
        for (int n = 0; n < counted; ++n) // what went may answer that it does not show, or nothing
            if (QAccessibleInterface* child = interface->child(n))
                QCOMPARE(interface->indexOfChild(child), n);
        QVERIFY(!interface->child(interface->childCount()));
        QVERIFY(!interface->child(-1));
    }

    // A text of its own for each way a file will not open; none but one speaks of a wrong passphrase.
    void fourTexts()
    {
        QSet<QString> titles;
        int kinds = 0;
        for (const base::ErrorKind kind :
             {base::ErrorKind::WrongPassphrase, base::ErrorKind::NotAnExtract, base::ErrorKind::Damaged,
              base::ErrorKind::InUse, base::ErrorKind::NewerFormat, base::ErrorKind::NotEnoughMemory,
              base::ErrorKind::DiskOrPermission}) {
            const app::OpeningFault fault = app::openingFault({kind, {}, {}, {}});
            QVERIFY(!fault.next.isEmpty());
            titles.insert(fault.title);
            ++kinds;
        }
        QCOMPARE(int(titles.size()), kinds);
    }

    void doorsHaveNames()
    {
        app::Window window{base::Clock(m_today)};
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(fixture::walk(&window, true), 6); // three ways in, keys, settings, for schools
        window.openFile(m_path, true);
        QVERIFY(fixture::walk(&window, true) >= 5);
        QVERIFY(fixture::walk(&window, false) >= 5);
    }

    void demoSaysItsPassphraseAndOthersDoNot()
    {
        app::Window window{base::Clock(m_today)};
        window.openFile(m_path, true);
        QStringList said;
        allText(window.unlockPage(), said);
        QVERIFY(said.join(u'\n').contains(desk::demoPassphrase()));
        window.openFile(m_path, false);
        said.clear();
        allText(window.unlockPage(), said);
        QVERIFY(!said.join(u'\n').contains(desk::demoPassphrase()));
    }

    void aWrongPassphraseIsSaidAndTheFieldIsWiped()
    {
        app::Window window{base::Clock(m_today)};
        window.show();
        window.openFile(m_path);
        auto* field = window.unlockPage()->findChild<app::PassphraseField*>();
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QVERIFY(field->inputMethodHints() & Qt::ImhSensitiveData);
        QSignalSpy failed(&window, &app::Window::failed);
        QTest::keyClicks(field, u"not the words"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->text().isEmpty());
        QVERIFY(failed.wait(patient));
        QCOMPARE(window.fault(), app::openingFault({base::ErrorKind::WrongPassphrase, {}, {}, {}}).title);
        QVERIFY(window.locked());
    }

    void capsLockIsNoticed()
    {
        app::PassphraseField field;
        QSignalSpy caps(&field, &app::PassphraseField::capsLock);
        QTest::sendKeyEvent(QTest::Click, &field, Qt::Key_A, u"A"_s, Qt::NoModifier); // a capital without Shift
        QCOMPARE(caps.size(), 1);
        QCOMPARE(caps.first().first().toBool(), true);
        QTest::sendKeyEvent(QTest::Click, &field, Qt::Key_B, u"b"_s, Qt::NoModifier);
        QCOMPARE(caps.size(), 2);
    }

    void creatingNeedsAPersonAndTwoEqualPassphrases()
    {
        app::CreatePage page;
        page.start(m_today);
        QSignalSpy asked(&page, &app::CreatePage::makeAsked);
        auto* make = page.findChild<QPushButton*>(u"make"_s);
        QTest::mouseClick(make, Qt::LeftButton);
        QCOMPARE(asked.size(), 0);
        page.findChild<QLineEdit*>(u"name"_s)->setText(u"Mina Example"_s);
        page.findChild<QLineEdit*>(u"day"_s)->setText(u"31"_s);
        page.findChild<QComboBox*>(u"month"_s)->setCurrentIndex(1);
        page.findChild<QLineEdit*>(u"year"_s)->setText(u"2010"_s);
        const auto type = [&](const QString& one, const QString& two) {
            page.findChild<QLineEdit*>(u"passphrase"_s)->setText(one);
            page.findChild<QLineEdit*>(u"again"_s)->setText(two);
            QTest::mouseClick(make, Qt::LeftButton);
        };
        type(u"one two three four"_s, u"one two three four"_s);
        QCOMPARE(asked.size(), 0); // there is no 31 February
        page.findChild<QLineEdit*>(u"day"_s)->setText(u"28"_s);
        type(u"one two three four"_s, u"one two three five"_s);
        QCOMPARE(asked.size(), 0);
        type(u"one two three four"_s, u"one two three four"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<record::Person>().born, QDate(2010, 2, 28));
    }

    void theWholeSitting()
    {
        app::Window window{base::Clock(m_today)};
        window.resize(app::u(320), app::u(200));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.openFile(m_path, true);
        QSignalSpy entered(&window, &app::Window::entered);
        window.unlock(m_path, extract::Secret::fromText(desk::demoPassphrase()));
        QVERIFY(entered.wait(patient));
        const desk::SnapshotPtr snapshot = window.snapshot();
        QVERIFY(snapshot && !snapshot->record.entries.empty());

        // The number of what needs the person comes after the first painting, and is said.
        auto* checks = static_cast<app::ChecksPage*>(window.page(app::PageName::Checks));
        QTRY_VERIFY_WITH_TIMEOUT(!checks->isBusy(), patient);
        const auto& findings = checks->findings();
        const auto open = std::count_if(findings.begin(), findings.end(), [](const insight::Finding& one) {
            return one.severity == insight::Severity::NeedsYou;
        });
        QVERIFY(open > 0);
        const auto* pages = window.findChild<app::Rail*>()->findChild<QListView*>();
        const auto spoken = [&] {
            QStringList names;
            for (int row = 0; row < pages->model()->rowCount(); ++row)
                names << pages->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
            return names;
        };
        QVERIFY(spoken().contains(u"To check, %1 to look at"_s.arg(open)));

        // The pupil number stands nowhere until it is asked for.
        const QString upn = snapshot->record.person.upn;
        QVERIFY(!upn.isEmpty());
        auto* banner = window.findChild<app::Banner*>();
        QStringList said;
        allText(banner, said);
        QVERIFY(!said.join(u'\n').contains(upn));
        QVERIFY(!window.windowTitle().contains(snapshot->record.person.name));
        banner->setNumbersShown(true);
        said.clear();
        allText(banner, said);
        QVERIFY(said.join(u'\n').contains(upn));

        // Every page, walked both ways.
        for (const app::PageName name : app::pageNames) {
            window.showPage(name);
            QVERIFY2(fixture::walk(&window, true) > 5, qPrintable(app::pageTitle(name)));
            window.showPage(name);
            QVERIFY2(fixture::walk(&window, false) > 5, qPrintable(app::pageTitle(name)));
            QVERIFY(askForOneTooMany(QAccessible::queryAccessibleInterface(&window)) > 50);
        }
        window.startImport();
        QVERIFY(fixture::walk(&window, true) > 5);

        escapeUndoesTheNearest(window);
        letterByKeyboard(window, *snapshot);

        // Locking hides, masks again and forgets.
        window.lock();
        QTRY_VERIFY_WITH_TIMEOUT(window.locked(), patient);
        said.clear();
        allText(banner, said);
        QVERIFY(!said.join(u'\n').contains(upn));
        QVERIFY(!said.join(u'\n').contains(snapshot->record.person.name));
        QVERIFY(checks->findings().empty());
        QVERIFY(spoken().contains(u"To check"_s));
    }

    void findingFindsEveryWord()
    {
        auto snapshot = std::make_shared<desk::Snapshot>();
        record::Entry entry;
        entry.id = {1};
        entry.collection = u"SC"_s;
        entry.year = catalogue::AcademicYear{2009};
        record::Value value;
        value.id = {3};
        value.name = u"Something_SPR10"_s;
        value.raw = u"purple"_s;
        entry.values = {value};
        snapshot->record.entries = {entry};
        QCOMPARE(app::find(*snapshot, u"purple 2009/10"_s, 10).size(), std::size_t(1));
        QCOMPARE(app::find(*snapshot, u"purple 2010/11"_s, 10).size(), std::size_t(0));
        QCOMPARE(app::find(*snapshot, u"  "_s, 10).size(), std::size_t(0));
        QCOMPARE(app::find(*snapshot, app::pageTitle(app::PageName::Attainment), 10).size(), std::size_t(1));
    }

    void maskedStoriesSayNothing()
    {
        insight::ValueStory story;
        story.raw = u"N000260000031"_s;
        story.locates = true;
        story.document = u"mina.csv"_s;
        story.establishment = u"8889999"_s;
        story.locator = u"row 2"_s;
        const insight::ValueStory masked = app::maskedStory(story);
        for (const QString& text : {masked.raw, masked.document, masked.establishment, masked.locator})
            QVERIFY(!text.contains(u'N') && !text.contains(u"mina"_s) && !text.contains(u'8') && !text.contains(u'2'));
        story.locates = false;
        QCOMPARE(app::maskedStory(story).raw, story.raw);
    }

private:
    // From the inspector to a saved letter without the mouse.
    // Escape undoes what stands nearest: what is looked for, then the details, then the zoom.
    void escapeUndoesTheNearest(app::Window& window)
    {
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const record::ValueId value = window.snapshot()->record.entries.front().values.front().id;
        window.showPage(app::PageName::Timeline);
        window.select({});
        auto* view = window.findChild<app::TimelineView*>();
        auto* looking = window.findChild<app::FilterBar*>();
        view->setFocus();
        const auto length = [view] { return view->scene().scale.range.length(); };
        const double whole = length();
        QTest::keyClick(view, Qt::Key_Plus);
        const double closer = length();
        QVERIFY(closer < whole);
        const auto* area = window.findChild<app::PageArea*>();
        window.select({{value}, {}});
        QVERIFY(area->inspectorShown());
        QTest::keyClick(view, Qt::Key_Slash);
        QVERIFY(looking->isVisible());
        QWidget* words = window.focusWidget();
        QVERIFY(looking->isAncestorOf(words));
        const QString before = view->currentKey();
        QTest::keyClicks(words, u"2010"_s);
        QTest::keyClick(words, Qt::Key_F3);
        QVERIFY(view->currentKey() != before);
        window.select({{value}, {}});
        words->setFocus();
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(!looking->isVisible());
        QVERIFY(area->inspectorShown());
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!area->inspectorShown());
        QTest::keyClick(view, Qt::Key_Escape);
        QTest::keyClick(view, Qt::Key_Escape);
        QCOMPARE(length(), whole);
        looking->clear();

        auto* find = window.findChild<app::Banner*>()->findChild<QLineEdit*>();
        window.select({{value}, {}});
        find->setFocus();
        QTest::keyClicks(find, u"2010"_s);
        QTest::keyClick(find, Qt::Key_Escape); // the list
        QTest::keyClick(find, Qt::Key_Escape); // the words
        QCOMPARE(find->text(), QString());
        QVERIFY(area->inspectorShown());
        QTest::keyClick(find, Qt::Key_Escape);
        QVERIFY(!area->inspectorShown());
    }

    void letterByKeyboard(app::Window& window, const desk::Snapshot& snapshot)
    {
        const insight::Overview overview =
            insight::overview(snapshot.record, snapshot.decisions, snapshot.exposure, snapshot.today);
        QVERIFY(!overview.changed.empty());
        window.showPage(app::PageName::Timeline, {overview.changed.front().odd, {}});
        QVERIFY(!window.inspector()->selected().values.empty());
        QTest::keyClick(&window, Qt::Key_F6);
        QVERIFY(window.inspector()->isAncestorOf(window.focusWidget()));
        auto* wrong = qobject_cast<QPushButton*>(window.focusWidget());
        QVERIFY(wrong && wrong->property("primary").toBool());
        QTest::keyClick(wrong, Qt::Key_Space);
        QTRY_VERIFY(window.letterPage()->isVisible());
        QTest::keyClicks(window.focusWidget(), u"Something else"_s);
        QVERIFY(fixture::walk(&window, true) > 8);

        // On with "Next question" to the last one.
        auto* page = window.letterPage();
        const auto toButton = [&](const QString& text) {
            for (int i = 0; i < 200; ++i) {
                auto* button = qobject_cast<QPushButton*>(window.focusWidget());
                if (button && button->text() == text)
                    return button;
                QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
            }
            return static_cast<QPushButton*>(nullptr);
        };
        if (auto* parent = page->findChild<QRadioButton*>(u"parent"_s); parent->isChecked())
            page->findChild<QRadioButton*>(u"tooYoung"_s)->setChecked(true);
        for (int i = 0; i < 3; ++i) {
            QPushButton* next = toButton(u"Next question"_s);
            QVERIFY(next);
            QTest::keyClick(next, Qt::Key_Space);
        }
        QPushButton* save = toButton(u"Save as plain text…"_s);
        QVERIFY(save);
        QTest::keyClick(save, Qt::Key_Space);
        QFileDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = window.findChild<QFileDialog*>()));
        const QString target = m_folder.filePath(u"letter.txt"_s);
        auto* name = dialog->findChild<QLineEdit*>();
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, target);
        // The first Return may only close the list of suggestions.
        const QPointer<QFileDialog> open(dialog);
        for (int i = 0; i < 3 && open && open->isVisible(); ++i) {
            QTest::keyClick(name, Qt::Key_Return);
            QCoreApplication::processEvents();
        }
        QVERIFY(!open || !open->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target), 20000);
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("Something else"));
    }

    const QDate m_today{2026, 11, 12};
    QTemporaryDir m_folder;
    QString m_path;
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
