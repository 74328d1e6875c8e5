// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a window does beside one record in today's format, with the keyboard: a school's files, the list of schools, a
// record file of an older format.
#include "../extract/later_format.h"
#include "hands.h"
#include "tab_walk.h"

#include "app/dialogs/task_dialog.h"
#include "app/pages/first_page.h"
#include "app/pages/import_page.h"
#include "app/pages/passphrases_view.h"
#include "app/pages/school_page.h"
#include "app/pages/unlock_page.h"
#include "app/shell_keeping.h"
#include "app/shell_settings.h"
#include "app/theme/house_style.h"
#include "app/theme/passphrase_field.h"
#include "app/window.h"

#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using app::SchoolPage;
using fixture::buttonSaying;
using fixture::dialogOf;
using fixture::press;
using fixture::primaryOf;
using fixture::textOf;
using fixture::typePath;

namespace {

constexpr int patient = 60000; // ms; key derivation on a busy machine

const QByteArray headings = "UPN_SPR10,Surname_SPR10,Forename_SPR10,DOB_SPR10,AcademicYear_SPR10,EthnicGroupMinor_SPR10,LAESTAB_SPR10\n";
const QByteArray mina = "A000000010001,Okafor-Hale,Mina Rose,03/05/2003,2009/2010,WBRI,9994001\n";

extract::Secret secret(const QString& words)
{
    return extract::Secret::fromText(words);
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSchool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // The shelf of lists is in the home folder, in a test too.
        qputenv("HOME", m_folder.path().toLocal8Bit());
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(extract::protectProcess());
        app::applyTheme(app::Theme::Light);
        QApplication::setStyle(new app::HouseStyle);
        QVERIFY(registry::shelfFolder().startsWith(m_folder.path()));
        given(u"school.csv"_s, headings + mina + "B000000010002,Someone,Else,04/06/2003,2009/2010,BCRB,9994001\n"
                                               + "C000000010003,Third,Thea,05/07/2003,2009/2010,MWAS,9994001\n");
        QByteArray many = headings; // more than any computer makes at once
        for (int i = 10; i < 30; ++i)
            many += "D0000000200" + QByteArray::number(i) + ",Pupil,Number,04/06/2003,2009/2010,WBRI,9994001\n";
        given(u"many.csv"_s, many);
    }

    void everyStepHasNamesAndFits_data()
    {
        QTest::addColumn<int>("percent");
        QTest::newRow("100") << 100;
        QTest::newRow("200") << 200;
    }

    void everyStepHasNamesAndFits()
    {
        QFETCH(int, percent);
        app::applyTextSize(percent);
        {
            app::Window window{base::Clock(m_today)};
            SchoolPage* page = schoolOf(window);
            window.resize(1280, 800);
            QVERIFY(window.minimumSizeHint().width() <= 1280);
            const auto check = [&](SchoolPage::Step step, int least) {
                QTRY_COMPARE(page->step(), step);
                QVERIFY(window.minimumSizeHint().width() <= 1280);
                QVERIFY(window.focusWidget() && page->isAncestorOf(window.focusWidget()));
                QVERIFY(fixture::walk(&window, true) >= least);
                QVERIFY(fixture::walk(&window, false) >= least);
            };
            check(SchoolPage::Choose, 3); // files, list, back
            page->choose({in(u"school.csv"_s)});
            page->setFolder(fresh());
            check(SchoolPage::Form, 11); // three places, two buttons for words, two fields, two ticks, two buttons
            page->openList(in(u"missing.pupillist"_s));
            check(SchoolPage::AskList, 2);
        }
        app::applyTextSize(100);
    }

    void everyPupilGetsAFile()
    {
        app::Window window{base::Clock(m_today)};
        window.show();
        press(buttonSaying(&window, u"For schools"_s));
        SchoolPage* page = window.schoolPage();
        QVERIFY(page->isVisible());
        press(buttonSaying(page, u"Choose the school's files…"_s));
        typePath(window, in(u"school.csv"_s));
        QCOMPARE(page->step(), SchoolPage::Form);
        QVERIFY(!primaryOf(page)->isEnabled()); // no folder yet
        const QString folder = fresh();
        press(buttonSaying(page, u"Choose a folder…"_s));
        typePath(window, folder);
        press(primaryOf(page)); // without words
        QCOMPARE(page->step(), SchoolPage::Form);
        QVERIFY(textOf(page).contains(u"The passphrase is missing."_s));
        const QString words = page->findChild<QLabel*>(u"offered"_s)->text();
        press(buttonSaying(page, u"Use these"_s));
        press(primaryOf(page));
        // Told before the first file is made.
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), SchoolPage::Plan, patient);
        QVERIFY(textOf(page).contains(u"3 pupil"_s));
        QVERIFY(textOf(page).contains(u"second"_s));
        QVERIFY(records(folder).isEmpty());
        press(primaryOf(page));
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), SchoolPage::Done, patient);
        QCOMPARE(records(folder).size(), 3);
        QVERIFY(textOf(page).contains(u"school.csv"_s));
        QVERIFY(textOf(page).contains(u"Set aside"_s));

        press(primaryOf(page)); // the list
        QCOMPARE(page->step(), SchoolPage::AskList);
        auto* field = qobject_cast<app::PassphraseField*>(window.focusWidget());
        QVERIFY(field);
        QTest::keyClicks(field, u"not the words"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!page->isBusy(), patient);
        QCOMPARE(page->step(), SchoolPage::AskList);
        QTest::keyClicks(field, words);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), SchoolPage::List, patient);
        QVERIFY(fixture::walk(&window, true) >= 4); // find, table, show, close
        QVERIFY(fixture::walk(&window, false) >= 4);
        auto* view = page->findChild<app::PassphrasesView*>();
        auto* table = view->findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 3);
        for (const auto* item : table->findItems(u"A000000010001"_s, Qt::MatchContains))
            QFAIL(qPrintable(item->text())); // numbers are masked
        QTest::keyClicks(view->findChild<QLineEdit*>(), u"thea"_s);
        QVERIFY(table->isRowHidden(0) && view->chosen().isEmpty());
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QTRY_COMPARE(view->chosen(), u"0003.pupilrecord"_s);
        press(buttonSaying(view, u"Show the six words"_s));
        QLabel* shown = nullptr;
        for (QLabel* label : view->findChildren<QLabel*>())
            if (label->accessibleName() == u"The six words"_s)
                shown = label;
        QVERIFY(shown);
        QTRY_VERIFY_WITH_TIMEOUT(!shown->text().isEmpty(), patient);
        const auto opened = extract::Extract::open(folder + u"/0003.pupilrecord"_s, secret(shown->text()), base::Clock(m_today));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        QCOMPARE(opened->record()->person.upn, u"C000000010003"_s);

        // Nobody is there any more.
        page->lock(u"Closed."_s);
        QCOMPARE(page->step(), SchoolPage::AskList);
        QVERIFY(shown->text().isEmpty());
        QCOMPARE(table->rowCount(), 0);
        press(buttonSaying(page, u"Back"_s));
        press(buttonSaying(page, u"Back"_s));
        QVERIFY(!page->isVisible());
        QVERIFY(buttonSaying(&window, u"For schools"_s));
    }

    void sayingNotNowLeavesNothing()
    {
        app::Window window{base::Clock(m_today)};
        SchoolPage* page = schoolOf(window);
        const QString folder = fresh();
        askFor(window, u"school.csv"_s, folder);
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), SchoolPage::Plan, patient);
        press(buttonSaying(page, u"Not now"_s));
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), SchoolPage::Form, patient);
        QVERIFY(QDir(folder).isEmpty());
        QVERIFY(buttonSaying(page, u"Use these"_s)); // a new list again
    }

    void stoppedAndGoneOnWith()
    {
        app::Window window{base::Clock(m_today)};
        SchoolPage* page = schoolOf(window);
        const QString folder = fresh();
        const QString words = askFor(window, u"many.csv"_s, folder);
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), SchoolPage::Plan, patient);
        press(primaryOf(page));
        QTRY_VERIFY_WITH_TIMEOUT(!records(folder).isEmpty(), patient);
        press(buttonSaying(page, u"Stop"_s));
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), SchoolPage::Form, patient);
        const auto made = records(folder).size();
        QVERIFY(made > 0 && made < 20);
        QVERIFY(textOf(page).contains(u"Stopped."_s));
        // The list is known now; its own words are asked for, once.
        QVERIFY(!buttonSaying(page, u"Use these"_s));
        auto* field = qobject_cast<app::PassphraseField*>(window.focusWidget());
        QVERIFY(field);
        QTest::keyClicks(field, words);
        press(primaryOf(page));
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), SchoolPage::Plan, patient);
        QVERIFY(textOf(page).contains(u"There already"_s));
        press(primaryOf(page));
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), SchoolPage::Done, patient);
        QCOMPARE(records(folder).size(), 20);
    }

    void filesThatHoldNobodyAreRefused()
    {
        given(u"letter.csv"_s, "Dear,parents\nno,pupil\n");
        app::Window window{base::Clock(m_today)};
        SchoolPage* page = schoolOf(window);
        const QString folder = fresh();
        askFor(window, u"letter.csv"_s, folder);
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), SchoolPage::Form, patient);
        QVERIFY(QDir(folder).isEmpty());
    }

    void familiesDoNotMeetIt()
    {
        app::Window window{base::Clock(m_today)};
        seat(window, recordFile(u"family"_s));
        window.startSchool();
        QVERIFY(!window.schoolPage()->isVisible());
        QVERIFY(!buttonSaying(&window, u"For schools"_s));
    }

    // A list of passphrases that is opened from the desktop.
    void aListOpensHere()
    {
        app::Window window{base::Clock(m_today)};
        window.show();
        window.openFile(in(u"some.pupillist"_s));
        QVERIFY(window.schoolPage()->isVisible());
        QCOMPARE(window.schoolPage()->step(), SchoolPage::AskList);
    }

    // Names of schools ----------------------------------------------------------------------------------------------

    void schoolsGetTheirNames()
    {
        given(u"edubasealldata20240512.csv"_s,
              "\"URN\",\"LA (code)\",\"EstablishmentNumber\",\"EstablishmentName\",\"OpenDate\",\"CloseDate\"\r\n"
              "900001,\"999\",4001,\"Lane Primary School\",\"01-09-1975\",\"\"\r\n"
              "900002,\"999\",4002,\"Other School\",\"02-09-2011\",\"\"\r\n");
        app::Window window{base::Clock(m_today)};
        seat(window, recordFile(u"names"_s));
        QVERIFY(!timelineText(window).contains(u"Lane Primary School"_s));
        window.showLists();
        app::TaskDialog* dialog = dialogOf(window);
        QVERIFY(dialog);
        QTRY_VERIFY(textOf(dialog).contains(u"No list of schools is here"_s));
        QVERIFY(fixture::walk(dialog, true) >= 2);
        QVERIFY(fixture::walk(dialog, false) >= 2);
        press(primaryOf(dialog));
        typePath(window, in(u"school.csv"_s)); // a school's own file is no list of schools
        QTRY_VERIFY_WITH_TIMEOUT(textOf(dialog).contains(u"no list of schools"_s), patient);
        press(primaryOf(dialog));
        typePath(window, in(u"edubasealldata20240512.csv"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!primaryOf(dialog), patient);
        QVERIFY(textOf(dialog).contains(u"2 schools, up to 2 September 2011"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialogOf(window));
        QTRY_VERIFY(timelineText(window).contains(u"Lane Primary School"_s));

        // What is held stands in the settings, and in the dialog next time.
        window.showLists();
        QTRY_VERIFY(textOf(dialogOf(window)).contains(u"2 schools, up to 2 September 2011"_s));
        QTest::keyClick(dialogOf(window), Qt::Key_Escape);
        for (QAction* action : window.actions())
            if (action->text() == u"Settings"_s)
                action->trigger();
        QDialog* settings = nullptr;
        for (QDialog* one : window.findChildren<QDialog*>())
            if (one->isVisible())
                settings = one;
        QVERIFY(settings);
        QTRY_VERIFY(textOf(settings).contains(u"2 schools, up to 2 September 2011"_s));
        QVERIFY(fixture::walk(settings, true) >= 6);
        press(buttonSaying(settings, u"List of schools…"_s));
        QVERIFY(dialogOf(window));
        QDir(registry::shelfFolder()).removeRecursively();
    }

    // A person at risk sees no school, named or not.
    void namesStayHiddenAtRisk()
    {
        given(u"short.csv"_s, "URN,LA (code),EstablishmentNumber,EstablishmentName\n900001,999,4001,Lane Primary School\n");
        QVERIFY(registry::addToShelf(in(u"short.csv"_s)).has_value());
        app::Window window{base::Clock(m_today)};
        const QString path = recordFile(u"risk"_s);
        {
            auto made = extract::Extract::open(path, secret(u"the six words of Mina"_s), base::Clock(m_today));
            QVERIFY(made && made->setProperty(u"at-risk"_s, u"1"_s));
        }
        seat(window, path);
        QVERIFY(window.snapshot()->atRisk);
        QVERIFY(!timelineText(window).contains(u"Lane Primary School"_s));
        QDir(registry::shelfFolder()).removeRecursively();
    }

    // Older formats -------------------------------------------------------------------------------------------------

    void anOlderFileAsksFirst()
    {
        const QString path = recordFile(u"older"_s);
        const QString folder = QFileInfo(path).path();
        const QByteArray before = contents(path);
        {
            const fixture::LaterFormat later;
            app::Window window{base::Clock(m_today)};
            seat(window, path);
            app::TaskDialog* dialog = dialogOf(window);
            QVERIFY(dialog);
            QVERIFY(fixture::walk(dialog, true) >= 2);
            QCOMPARE(dialog->focusWidget(), buttonSaying(dialog, u"Not now"_s));
            press(buttonSaying(dialog, u"Not now"_s));
            QTRY_VERIFY(!dialogOf(window));
            // It can be looked at, and nothing was written.
            QVERIFY(window.snapshot()->readOnly && window.snapshot()->needsMigration);
            QCOMPARE(window.snapshot()->record.entries.size(), std::size_t(1));
            window.startImport();
            QVERIFY(!window.importPage()->isVisible());
            QCOMPARE(contents(path), before);
            QCOMPARE(records(folder).size(), 1);

            // Later, from "Keep it safe".
            window.showPage(app::PageName::Safety);
            press(buttonSaying(window.page(app::PageName::Safety), u"Bring it up to date…"_s));
            dialog = dialogOf(window);
            QVERIFY(dialog);
            press(primaryOf(dialog));
            QTRY_VERIFY_WITH_TIMEOUT(!primaryOf(dialog), patient);
            QVERIFY(!window.snapshot()->readOnly && !window.snapshot()->needsMigration);
            QCOMPARE(window.snapshot()->record.entries.size(), std::size_t(1));
            const QStringList kept = QDir(folder).entryList({u"*.kept-*.pupilrecord"_s}, QDir::Files);
            QCOMPARE(kept.size(), 1);
            QVERIFY(textOf(dialog).contains(kept.front()));
            QCOMPARE(contents(folder + u'/' + kept.front()), before);
            QTest::keyClick(dialog, Qt::Key_Escape);
            window.startImport();
            QVERIFY(window.importPage()->isVisible());
            window.lock();
            QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patient);
            // Up to date: nothing is asked again.
            QSignalSpy entered(&window, &app::Window::entered);
            window.unlock(path, secret(u"the six words of Mina"_s));
            QVERIFY(entered.wait(patient));
            QVERIFY(!dialogOf(window));
        }
        // A program that only knows the older format says which one is needed.
        app::Window window{base::Clock(m_today)};
        window.show();
        window.openFile(path);
        QSignalSpy failed(&window, &app::Window::failed);
        window.unlock(path, secret(u"the six words of Mina"_s));
        QVERIFY(failed.wait(patient));
        QCOMPARE(failed.front().front().value<base::ErrorKind>(), base::ErrorKind::NewerFormat);
        QVERIFY(window.fault().contains(u"newer version"_s));
        QVERIFY(!window.snapshot());
    }

    void anOlderFileAtRiskNamesNoFile()
    {
        const QString path = recordFile(u"older-risk"_s);
        {
            auto made = extract::Extract::open(path, secret(u"the six words of Mina"_s), base::Clock(m_today));
            QVERIFY(made && made->setProperty(u"at-risk"_s, u"1"_s));
        }
        const fixture::LaterFormat later;
        app::Window window{base::Clock(m_today)};
        seat(window, path);
        app::TaskDialog* dialog = dialogOf(window);
        QVERIFY(dialog);
        press(primaryOf(dialog));
        QTRY_VERIFY_WITH_TIMEOUT(!primaryOf(dialog), patient);
        QVERIFY(window.snapshot()->atRisk);
        QVERIFY(!textOf(dialog).contains(u"mina"_s));
        QVERIFY(!textOf(dialog).contains(u".pupilrecord"_s));
    }

private:
    [[nodiscard]] QString in(const QString& name) const { return m_folder.filePath(name); }

    QString fresh()
    {
        const QString folder = in(u"out-%1"_s.arg(++m_count));
        QDir().mkpath(folder);
        return folder;
    }

    void given(const QString& name, const QByteArray& bytes) const
    {
        QFile file(in(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("could not write a source");
    }

    static QStringList records(const QString& folder)
    {
        return QDir(folder).entryList({u"*.pupilrecord"_s}, QDir::Files, QDir::Name);
    }

    static SchoolPage* schoolOf(app::Window& window)
    {
        window.show();
        window.startSchool();
        return window.schoolPage();
    }

    // Asks for the files to be read; answers with the words of the list.
    QString askFor(app::Window& window, const QString& source, const QString& folder) const
    {
        SchoolPage* page = window.schoolPage();
        page->choose({in(source)});
        page->setFolder(folder);
        const QString words = page->findChild<QLabel*>(u"offered"_s)->text();
        press(buttonSaying(page, u"Use these"_s));
        press(primaryOf(page));
        return words;
    }

    // About Mina, with one entry of a school that has only a number.
    QString recordFile(const QString& folder)
    {
        QDir(m_folder.path()).mkpath(folder);
        const QString path = in(folder + u"/mina.pupilrecord"_s);
        given(folder + u"/census.csv"_s, headings + mina);
        desk::Sitting sitting{base::Clock(m_today)};
        auto made = sitting.create(path, secret(u"the six words of Mina"_s),
                                   {{u"Mina Rose Okafor-Hale"_s, QDate(2003, 5, 3), u"A000000010001"_s, {}}, false});
        made.waitForFinished();
        auto imported = sitting.import({in(folder + u"/census.csv"_s)}, {});
        imported.waitForFinished();
        if (!made.result() || !imported.result())
            qFatal("no record file");
        sitting.lock().waitForFinished();
        for (const QString& backup : extract::backupsOf(path))
            QFile::remove(backup);
        return path;
    }

    static void seat(app::Window& window, const QString& path)
    {
        window.show();
        window.openFile(path);
        QSignalSpy entered(&window, &app::Window::entered);
        window.unlock(path, secret(u"the six words of Mina"_s));
        if (!entered.wait(patient))
            qFatal("did not open");
    }

    static void addAll(const QAbstractItemModel& model, const QModelIndex& parent, QStringList& all)
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            all << index.data().toString() << index.data(Qt::AccessibleTextRole).toString();
            addAll(model, index, all);
        }
    }

    // Everything on the overview and on the timeline that a screen reader could say.
    static QString timelineText(app::Window& window)
    {
        QStringList all;
        for (const app::PageName name : {app::PageName::Overview, app::PageName::Timeline}) {
            window.showPage(name);
            QCoreApplication::processEvents();
            all << textOf(&window);
            for (const auto* model : window.page(name)->findChildren<QAbstractItemModel*>())
                addAll(*model, {}, all);
        }
        return all.join(u'\n');
    }

    const QDate m_today{2026, 11, 12};
    QTemporaryDir m_folder;
    int m_count = 0;
};

QTEST_MAIN(TestSchool)
#include "tst_school.moc"
