// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Safe-keeping as a person does it: through its page and its dialogs, with the keyboard.
#include "hands.h"
#include "tab_walk.h"

#include "app/dialogs/new_passphrase.h"
#include "app/dialogs/task_dialog.h"
#include "app/pages/unlock_page.h"
#include "app/pages/withdraw_facts.h"
#include "app/shell_keeping.h"
#include "app/shell_settings.h"
#include "app/theme/house_style.h"
#include "app/theme/passphrase_field.h"
#include "app/window.h"
#include "extract/extract.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Task = app::SafetyPage::Task;
using fixture::buttonSaying;
using fixture::dialogOf;
using fixture::press;
using fixture::primaryOf;
using fixture::typePath;

namespace {

constexpr int patient = 60000; // ms; key derivation on a busy machine

extract::Secret secret(const QString& words)
{
    return extract::Secret::fromText(words);
}

} // namespace

class TestKeeping : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(extract::protectProcess());
        app::applyTheme(app::Theme::Light);
        QApplication::setStyle(new app::HouseStyle);
        const auto path = desk::makeDemo(m_folder.path(), base::Clock(m_today), true);
        QVERIFY(path.has_value());
        m_demo = *path;
    }

    void everyDialogHasNamesAndFits_data()
    {
        QTest::addColumn<int>("percent");
        QTest::newRow("100") << 100;
        QTest::newRow("200") << 200;
    }

    void everyDialogHasNamesAndFits()
    {
        QFETCH(int, percent);
        app::applyTextSize(percent);
        {
            app::Window window{base::Clock(m_today)};
            seat(window, u"walk"_s);
            window.resize(1280, 800);
            QVERIFY(window.minimumSizeHint().width() <= 1280);
            window.showPage(app::PageName::Safety);
            QVERIFY(fixture::walk(&window, true) > 5);
            QVERIFY(fixture::walk(&window, false) > 5);
            const auto check = [&](int least) {
                app::TaskDialog* dialog = dialogOf(window);
                QVERIFY(dialog);
                QVERIFY(QTest::qWaitForWindowExposed(dialog));
                QVERIFY(dialog->height() <= 800 && dialog->width() <= 1280);
                QVERIFY(dialog->focusWidget());
                QVERIFY(fixture::walk(dialog, true) >= least);
                QVERIFY(fixture::walk(dialog, false) >= least);
                QTest::keyClick(dialog, Qt::Key_Escape);
                QTRY_VERIFY(!dialogOf(window));
            };
            window.keeping()->withdraw(window.snapshot()->record.documents.front().id);
            check(3); // why, two buttons
            window.keeping()->run(Task::HandOver);
            check(11); // five ticks, two buttons for words, two fields, two buttons
            window.keeping()->run(Task::RecoverySheet);
            check(3);
            window.keeping()->run(Task::ChangePassphrase);
            check(6);
            window.keeping()->run(Task::Dispose);
            check(2);
            window.keeping()->recover();
            check(6);
            window.keeping()->restore();
            check(3);
        }
        app::applyTextSize(100);
    }

    void withdrawalsAreCountedBefore()
    {
        record::Record record;
        record::Document one, two;
        one.id = {1};
        one.name = u"one.csv"_s;
        two.id = {2};
        record.documents = {one, two};
        const auto entry = [](qint64 id, std::vector<record::Witness> witnesses) {
            record::Entry entry;
            entry.id = {id};
            entry.document = {1};
            entry.witnesses = std::move(witnesses);
            return entry;
        };
        record.entries = {entry(1, {}), entry(2, {{{2}, {}, true}}), entry(3, {{{2}, {}, false}}),
                          entry(4, {{{1}, {}, true}})};
        const app::WithdrawFacts facts = app::withdrawFacts(record, {1});
        QCOMPARE(facts.name, u"one.csv"_s);
        QCOMPARE(facts.stays, 1); // another document agrees
        QCOMPARE(facts.goes, 3);  // said alone, said differently, said twice by itself
    }

    void passphrasesAreTypedTwiceAndWiped()
    {
        app::NewPassphrase form{{}};
        auto* one = form.findChild<QLineEdit*>(u"passphrase"_s);
        auto* two = form.findChild<QLineEdit*>(u"again"_s);
        QVERIFY(!form.take());
        one->setText(u"one two three four"_s);
        two->setText(u"one two three five"_s);
        QVERIFY(!form.take());
        QVERIFY(one->text().isEmpty() && two->text().isEmpty());
        one->setText(u"one two three four"_s);
        two->setText(u"one two three four"_s);
        const auto taken = form.take();
        QVERIFY(taken.has_value());
        QVERIFY(**taken == secret(u"one two three four"_s));
        QVERIFY(one->text().isEmpty() && two->text().isEmpty());
    }

    void aDocumentIsTakenOut()
    {
        app::Window window{base::Clock(m_today)};
        seat(window, u"withdraw"_s);
        const std::size_t before = window.snapshot()->record.documents.size();
        const record::DocumentId id = window.snapshot()->record.documents.front().id;
        window.keeping()->withdraw(id);
        app::TaskDialog* dialog = dialogOf(window);
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"why"_s), u"not mine"_s);
        press(primaryOf(dialog));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->told().isEmpty(), patient);
        QTRY_COMPARE_WITH_TIMEOUT(window.snapshot()->record.documents.size(), before - 1, patient);
        QVERIFY(!window.snapshot()->record.document(id));
        QVERIFY(!primaryOf(dialog)); // done: nothing is left to press twice
        QCOMPARE(dialog->focusWidget(), buttonSaying(dialog, u"Close"_s));
    }

    void aCopyIsHandedOver()
    {
        app::Window window{base::Clock(m_today)};
        seat(window, u"handover"_s);
        window.keeping()->run(Task::HandOver);
        app::TaskDialog* dialog = dialogOf(window);
        QVERIFY(dialog);
        press(primaryOf(dialog)); // without words
        QVERIFY(!dialog->told().isEmpty());
        QVERIFY(!window.findChild<QFileDialog*>());
        for (const auto* tick : dialog->findChildren<QCheckBox*>())
            QVERIFY(!tick->isChecked());
        const QString words = dialog->findChild<QLabel*>(u"offered"_s)->text();
        QCOMPARE(words.split(u' ').size(), 6);
        press(buttonSaying(dialog, u"Use these"_s));
        press(primaryOf(dialog));
        const QString copy = m_folder.filePath(u"for-somebody.pupilrecord"_s);
        typePath(window, copy);
        QTRY_VERIFY_WITH_TIMEOUT(!primaryOf(dialog), patient);
        const auto opened = extract::Extract::open(copy, secret(words), base::Clock(m_today));
        QVERIFY(opened.has_value());
        QVERIFY(!extract::Extract::open(copy, secret(desk::demoPassphrase()), base::Clock(m_today)));
        QCOMPARE(opened->record()->documents.size(), window.snapshot()->record.documents.size());
    }

    void aBackupIsMadeAndGoneBackTo()
    {
        app::Window window{base::Clock(m_today)};
        const QString path = seat(window, u"restore"_s);
        const std::size_t before = window.snapshot()->record.documents.size();
        window.keeping()->run(Task::BackUp);
        QTRY_VERIFY_WITH_TIMEOUT(!extract::backupsBeside(path).empty(), patient);
        // Something is lost, and the file goes back to before.
        window.keeping()->run(Task::Restore);
        app::TaskDialog* dialog = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = dialogOf(window)), patient);
        QVERIFY(window.locked());
        auto* field = dialog->findChild<app::PassphraseField*>();
        QTest::keyClicks(field, u"not the words"_s);
        press(primaryOf(dialog));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->told().isEmpty(), patient);
        QVERIFY(window.locked());
        QSignalSpy entered(&window, &app::Window::entered);
        QTest::keyClicks(field, desk::demoPassphrase());
        press(primaryOf(dialog));
        QVERIFY(entered.wait(patient));
        QCOMPARE(window.snapshot()->record.documents.size(), before);
    }

    void aDamagedFileOffersItsBackup()
    {
        app::Window window{base::Clock(m_today)};
        const QString path = seat(window, u"damaged"_s);
        window.keeping()->run(Task::BackUp);
        QTRY_VERIFY_WITH_TIMEOUT(!extract::backupsBeside(path).empty(), patient);
        window.lock();
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patient);
        auto* offer = window.unlockPage()->findChild<QPushButton*>(u"backup"_s);
        QVERIFY(!offer->isVisible());
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.seek(5000));
            QVERIFY(file.write(QByteArray(4096, 'x')) == 4096);
        }
        QSignalSpy failed(&window, &app::Window::failed);
        window.unlock(path, secret(desk::demoPassphrase()));
        QVERIFY(failed.wait(patient));
        QVERIFY(offer->isVisible());
        press(offer);
        app::TaskDialog* dialog = dialogOf(window);
        QVERIFY(dialog);
        QSignalSpy entered(&window, &app::Window::entered);
        QTest::keyClicks(dialog->findChild<app::PassphraseField*>(), desk::demoPassphrase());
        press(primaryOf(dialog));
        QVERIFY(entered.wait(patient));
        QVERIFY(!window.snapshot()->record.entries.empty());
    }

    void theRecoverySheetOpensTheFile()
    {
        app::Window window{base::Clock(m_today)};
        const QString path = seat(window, u"sheet"_s);
        window.keeping()->run(Task::RecoverySheet);
        app::TaskDialog* dialog = dialogOf(window);
        QVERIFY(dialog);
        auto* shown = dialog->findChild<QLabel*>(u"words"_s);
        QVERIFY(shown->text().isEmpty()); // not before it is asked for
        press(dialog->findChild<QPushButton*>(u"show"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!shown->text().isEmpty(), patient);
        const QString words = shown->text();
        QVERIFY(extract::checkRecoveryWords(secret(words)).has_value()); // numbering does not matter
        window.lock();
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patient);
        QVERIFY(!dialogOf(window)); // a locked window shows no words

        window.keeping()->recover();
        dialog = dialogOf(window);
        QVERIFY(dialog);
        QVERIFY(!primaryOf(dialog)->isEnabled());
        auto* field = dialog->findChild<QPlainTextEdit*>();
        field->setPlainText(words.section(u' ', 0, 9));
        QVERIFY(!primaryOf(dialog)->isEnabled());
        field->setPlainText(words);
        QVERIFY(primaryOf(dialog)->isEnabled());
        const QString fresh = dialog->findChild<QLabel*>(u"offered"_s)->text();
        press(buttonSaying(dialog, u"Use these"_s));
        QSignalSpy entered(&window, &app::Window::entered);
        press(primaryOf(dialog));
        QVERIFY(entered.wait(patient));
        window.lock();
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patient);
        QVERIFY(extract::Extract::open(path, secret(fresh), base::Clock(m_today)).has_value());
    }

    void thePassphraseIsChanged()
    {
        app::Window window{base::Clock(m_today)};
        const QString path = seat(window, u"passphrase"_s);
        window.keeping()->run(Task::ChangePassphrase);
        app::TaskDialog* dialog = dialogOf(window);
        QVERIFY(dialog);
        const QString fresh = dialog->findChild<QLabel*>(u"offered"_s)->text();
        press(buttonSaying(dialog, u"Use these"_s));
        press(primaryOf(dialog));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->told().isEmpty(), patient);
        window.lock();
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patient);
        QVERIFY(extract::Extract::open(path, secret(fresh), base::Clock(m_today)).has_value());
        QVERIFY(!extract::Extract::open(path, secret(desk::demoPassphrase()), base::Clock(m_today)));
    }

    void gettingRidNeedsAWordAndThenIsDone()
    {
        app::Window window{base::Clock(m_today)};
        const QString path = seat(window, u"dispose"_s);
        window.keeping()->run(Task::Dispose);
        app::TaskDialog* dialog = dialogOf(window);
        QVERIFY(dialog);
        QVERIFY(!primaryOf(dialog)->isEnabled());
        QCOMPARE(dialog->focusWidget(), buttonSaying(dialog, u"Cancel"_s));
        auto* sure = dialog->findChild<QCheckBox*>();
        sure->setFocus();
        QTest::keyClick(sure, Qt::Key_Space);
        QVERIFY(primaryOf(dialog)->isEnabled());
        press(primaryOf(dialog));
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(path), patient);
        QTRY_VERIFY_WITH_TIMEOUT(window.locked() && !window.isBusy(), patient);
        QTRY_VERIFY(!window.unlockPage()->isVisible()); // the first page, with what became of it
    }

private:
    // A window on a copy of the demonstration of its own.
    QString seat(app::Window& window, const QString& name)
    {
        QDir(m_folder.path()).mkpath(name);
        const QString path = m_folder.filePath(name + u"/child.pupilrecord"_s);
        if (!QFile::exists(path) && !QFile::copy(m_demo, path))
            qFatal("no copy of the demonstration");
        window.show();
        window.openFile(path);
        QSignalSpy entered(&window, &app::Window::entered);
        window.unlock(path, secret(desk::demoPassphrase()));
        if (!entered.wait(patient))
            qFatal("did not open");
        return path;
    }

    const QDate m_today{2026, 11, 12};
    QTemporaryDir m_folder;
    QString m_demo;
};

QTEST_MAIN(TestKeeping)
#include "tst_keeping.moc"
