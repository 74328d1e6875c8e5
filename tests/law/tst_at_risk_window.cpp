// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A whole sitting in the window over a record in which places, numbers and file names were planted. At-risk mode off:
// every one of them must be found, or the search would see nothing. On: none, but for what `allowed` says and why.
#include "planted.h"
#include "said.h"

#include "app/charts/attainment_chart.h"
#include "app/charts/attainment_export.h"
#include "app/charts/attainment_legend.h"
#include "app/inspector/inspector.h"
#include "app/models/attainment_model.h"
#include "app/pages/import_page.h"
#include "app/pages/letter_page.h"
#include "app/pages/letter_questions.h"
#include "app/pages/unlock_page.h"
#include "app/pages/write_in_page.h"
#include "app/paper/drawer.h"
#include "app/shell_banner.h"
#include "app/shell_keeping.h"
#include "app/theme/house_style.h"
#include "app/timeline/timeline_file.h"
#include "app/timeline/timeline_view.h"
#include "app/window.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDirIterator>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Task = app::SafetyPage::Task;

namespace {

constexpr int patient = 60000; // ms; key derivation on a busy machine
const QDate today(2026, 11, 12);

const auto beforePassphrase = u"before the passphrase"_s;

// What may be said in at-risk mode. Dialogs that choose a file are not opened here: they show the folders of this
// computer, which the person asked to see, and nothing of them is kept.
struct Allowed {
    QString where;
    QStringList words;
    const char* why;
};
const std::vector<Allowed>& allowed()
{
    static const std::vector<Allowed> all{
        {beforePassphrase, {u"folder of the record"_s, u"name of the record file"_s},
         "the mode is inside the encrypted file: nobody knows it before the passphrase, and the person just chose the file"},
    };
    return all;
}

QStringList leaksOf(const said::Everything& all)
{
    QStringList leaks;
    for (const QString& leak : all.leaks) {
        const bool may = std::any_of(allowed().begin(), allowed().end(), [&](const Allowed& one) {
            return leak.startsWith(one.where) && std::any_of(one.words.begin(), one.words.end(), [&](const QString& word) {
                       return leak.contains(u": "_s + word + u" in “"_s);
                   });
        });
        if (!may)
            leaks << leak;
    }
    return leaks;
}

// One line each: a failure's own message is cut off.
void report(const QStringList& leaks)
{
    for (const QString& leak : leaks.mid(0, 60))
        qWarning("%s", qPrintable(leak));
}

QPushButton* buttonSaying(const QWidget* root, const QString& text)
{
    for (auto* button : root->findChildren<QPushButton*>())
        if (button->isVisible() && (button->text() == text || button->accessibleName().startsWith(text)))
            return button;
    return nullptr;
}

void press(const QWidget* root, const QString& text)
{
    QPushButton* button = buttonSaying(root, text);
    QVERIFY2(button, qPrintable(text));
    button->click();
}

} // namespace

class TestAtRiskWindow : public QObject {
    Q_OBJECT

public:
    // Settings, caches and temporary files of the sitting are searched too: they lie in folders of its own.
    static void initMain()
    {
        static const QTemporaryDir home;
        for (const char* place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "TMPDIR"}) {
            const QString folder = home.filePath(QString::fromLatin1(place));
            QDir().mkpath(folder);
            qputenv(place, folder.toUtf8());
        }
        s_home = home.path();
    }

private Q_SLOTS:
    // Where something lives on a thread that it must not live on, Qt says so and goes on.
    void init() { QTest::failOnWarning(QRegularExpression(u"QBasicTimer|startTimer|different thread"_s)); }

    void initTestCase()
    {
        QVERIFY(extract::protectProcess());
        app::applyTheme(app::Theme::Light);
        QApplication::setStyle(new app::HouseStyle);
        QApplication::setApplicationName(u"pupil-record-viewer"_s);
    }

    void off()
    {
        said::Everything all;
        sit(u"off"_s, false, all);
        QStringList missing;
        for (const planted::Word& word : planted::words())
            if (!all.words.contains(QString::fromLatin1(word.what)))
                missing << QString::fromLatin1(word.what);
        QVERIFY2(missing.isEmpty(), qPrintable(u"never said, so the search proves nothing: "_s + missing.join(u", "_s)));
        // Each way out on its own, too.
        for (const QString& way : {u"copied from"_s, u" role "_s, u"spoken"_s, u"app::Text"_s, u"clipboard"_s, u"saved"_s,
                                   u"exported"_s, u"search"_s, u"inspector"_s, u"write in"_s, u"import"_s, u"letter"_s})
            QVERIFY2(std::any_of(all.leaks.begin(), all.leaks.end(), [&](const QString& leak) { return leak.contains(way); }),
                     qPrintable(u"nothing planted was found here, so it is not searched: "_s + way));
        QVERIFY2(kept().isEmpty(), qPrintable(kept().join(u'\n')));
    }

    void on()
    {
        said::Everything all;
        sit(u"on"_s, true, all);
        const QStringList leaks = leaksOf(all);
        report(leaks);
        QVERIFY(leaks.isEmpty());
        QVERIFY2(kept().isEmpty(), qPrintable(kept().join(u'\n')));
    }

    // What was open, typed and shown before does not stay.
    void turnedOnInTheMiddle()
    {
        const planted::Record record = planted::plant(folder(u"middle"_s), false);
        app::Window window{base::Clock(today)};
        enter(window, record.path);
        window.startLetter({{valueNamed(window, u"LAEstab_SPR10"_s)}, {}}, false);
        window.startWriteIn();
        window.writeInPage()->startChange(window.snapshot()->record.entries.back().values.back().id);
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patient);
        for (const record::Entry& entry : window.snapshot()->record.entries)
            if (entry.writtenIn)
                window.writeInPage()->startChange(entry.values.back().id);
        window.showPage(app::PageName::Timeline, {{valueNamed(window, u"LAEstab_SPR10"_s)}, {}});
        window.findChild<app::Banner*>()->setNumbersShown(true);
        QApplication::clipboard()->setText(window.snapshot()->record.person.upn);
        window.keeping()->run(Task::AtRisk);
        QTRY_VERIFY_WITH_TIMEOUT(window.snapshot() && window.snapshot()->atRisk, patient);
        said::Everything all;
        all.window(u"just turned on"_s);
        if (QApplication::clipboard()->ownsClipboard()) // where a platform cannot tell, nobody's words are taken away
            all.add(u"clipboard"_s, QApplication::clipboard()->text());
        report(all.leaks);
        QVERIFY(all.leaks.isEmpty());
    }

    // What was hidden is not lost by being saved again.
    void lettersSurvive()
    {
        const planted::Record record = planted::plant(folder(u"survive"_s), true);
        desk::Sitting sitting{base::Clock(today)};
        const auto open = [&] { return planted::done(sitting.open(record.path, extract::Secret::fromText(planted::passphrase()))); };
        const desk::SnapshotPtr masked = open();
        for (const requests::Concern& concern : masked->concerns)
            (void)planted::done(sitting.saveConcern(concern));
        for (const requests::Request& request : masked->requests)
            (void)planted::done(sitting.saveRequest(request));
        (void)planted::done(sitting.setAtRisk(false));
        const desk::SnapshotPtr clear = sitting.snapshot();
        QVERIFY(clear->concerns.size() == 2 && clear->requests.size() == 2);
        for (const requests::Concern& concern : clear->concerns) {
            QCOMPARE(planted::in(concern.ownWords), QStringList({u"address"_s, u"locality"_s, u"school"_s}));
            QVERIFY(planted::in(concern.evidenceNames.join(u' ')).contains(u"file name"_s));
            QVERIFY(!concern.ownWords.contains(u'•') && !concern.shouldSay.contains(u'•'));
        }
        for (const requests::Request& request : clear->requests) {
            QVERIFY(planted::in(request.writer.address.join(u' ')).contains(u"new address"_s));
            QVERIFY(planted::in(request.draft).contains(u"address"_s) && !request.draft.contains(u'•'));
        }
    }

private:
    QString folder(const QString& name)
    {
        QDir(m_folder.path()).mkpath(name);
        return m_folder.filePath(name);
    }

    static void enter(app::Window& window, const QString& path)
    {
        window.resize(1280, 900);
        window.show();
        window.openFile(path);
        QSignalSpy entered(&window, &app::Window::entered);
        window.unlock(path, extract::Secret::fromText(planted::passphrase()));
        if (!entered.wait(patient))
            qFatal("did not open");
    }

    static record::ValueId valueNamed(const app::Window& window, const QString& name)
    {
        for (const record::Entry& entry : window.snapshot()->record.entries)
            for (const record::Value& value : entry.values)
                if (value.name == name)
                    return value.id;
        qFatal("no such value");
    }

    void sit(const QString& name, bool atRisk, said::Everything& all)
    {
        const planted::Record record = planted::plant(folder(name), atRisk);
        app::Window window{base::Clock(today)};
        window.openFile(record.path);
        window.show();
        all.window(beforePassphrase);
        enter(window, record.path);
        QCOMPARE(window.snapshot()->atRisk, atRisk);
        rooms(window, all);
        exports(window, record, all);
        search(window, all);
        letters(window, record, all);
        writeIn(window, record, all);
        import(window, record, all);
        dialogs(window, all);
        window.lock();
        QTRY_VERIFY_WITH_TIMEOUT(window.locked() && !window.isBusy(), patient);
        all.window(u"locked"_s);
        for (const auto& open : {&app::Keeping::recover, &app::Keeping::rescue, &app::Keeping::restore}) {
            (window.keeping()->*open)();
            all.window(u"dialog of a locked file"_s);
            closeDialogs(window);
        }
    }

    static void rooms(app::Window& window, said::Everything& all)
    {
        for (const app::PageName page : app::pageNames) {
            window.showPage(page);
            all.window(app::pageTitle(page));
            all.copying(app::pageTitle(page), &window);
        }
        window.showPage(app::PageName::Timeline);
        for (const record::Entry& entry : window.snapshot()->record.entries) {
            for (const record::Value& value : entry.values) {
                window.select({{value.id}, {}});
                QApplication::processEvents();
                if (&value == &entry.values.front() || value.name.startsWith(u"Post"_s))
                    all.window(u"inspector"_s); // every object of the window, once for each entry
                for (const QLabel* label : window.inspector()->findChildren<QLabel*>())
                    all.add(u"inspector "_s, label->text() + u' ' + label->accessibleName() + u' ' + label->toolTip());
            }
        }
        window.select({});
    }

    // What the pages save as pictures and tables.
    static void exports(app::Window& window, const planted::Record& record, said::Everything& all)
    {
        window.showPage(app::PageName::Timeline);
        QApplication::processEvents();
        auto* view = window.findChild<app::TimelineView*>();
        QVERIFY(view);
        for (const auto& [format, ending] : {std::pair(app::PictureFormat::Pdf, u"pdf"_s), {app::PictureFormat::Svg, u"svg"_s},
                                             {app::PictureFormat::Png, u"png"_s}}) {
            const auto bytes = app::timelineFile(view->scene(), view->folded(), format);
            QVERIFY(bytes);
            const QString path = record.letters + u"/timeline."_s + ending;
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size());
            file.close();
            for (const QString& word : planted::inFile(path))
                all.add(u"exported "_s + ending, wordOf(word));
            if (format == app::PictureFormat::Pdf)
                all.add(u"exported pages"_s, pdfWords(path));
        }
        window.showPage(app::PageName::Attainment);
        for (const auto* table : window.findChildren<app::AttainmentModel*>())
            all.add(u"exported table"_s, QString::fromUtf8(app::attainmentCsv(*table)));
        const auto* chart = window.findChild<app::AttainmentChart*>();
        const auto* legend = window.findChild<app::AttainmentLegend*>();
        QVERIFY(chart && legend);
        all.add(u"exported picture"_s, QString::fromUtf8(app::attainmentSvg(*chart, *legend)));
    }

    static void search(app::Window& window, said::Everything& all)
    {
        auto* field = window.findChild<app::Banner*>()->findChild<QLineEdit*>();
        QVERIFY(field);
        for (const planted::Word& word : planted::words()) {
            field->setText(word.text.left(4)); // not the word itself: what was typed stands in the field
            QTest::keyClick(field, Qt::Key_Down);
            all.window(u"search"_s);
        }
        field->clear();
        QTest::keyClick(field, Qt::Key_Escape);
    }

    static void letters(app::Window& window, const planted::Record& record, said::Everything& all)
    {
        const auto questions = [&] {
            auto* form = window.letterPage()->findChild<app::LetterQuestions*>();
            QVERIFY(form);
            for (int question = 1; question <= app::LetterQuestions::count; ++question) {
                form->setQuestion(question);
                all.window(u"letter, question "_s + QString::number(question));
            }
            all.copying(u"letter"_s, &window);
            press(&window, u"Copy the text for a web form"_s);
            all.add(u"clipboard"_s, QApplication::clipboard()->text());
        };
        const auto saved = [&](const QString& called) {
            for (const auto format : {reports::LetterFormat::Html, reports::LetterFormat::Odt, reports::LetterFormat::Pdf,
                                      reports::LetterFormat::Text}) {
                const QString path = record.letters + u'/' + called + u'.' + reports::letterFormatWord(format);
                window.letterPage()->saveTo(path, format);
                QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path) && !window.isBusy(), patient);
                for (const QString& word : planted::inFile(path))
                    all.add(u"saved "_s + called + reports::letterFormatWord(format), wordOf(word));
                if (format == reports::LetterFormat::Pdf)
                    all.add(u"saved pages of "_s + called, pdfWords(path));
            }
        };
        for (const QString& field : {u"LAEstab_SPR10"_s, u"EthnicGroupMinor_SPR11"_s}) {
            window.startLetter({{valueNamed(window, field)}, {}}, false);
            QTRY_VERIFY_WITH_TIMEOUT(window.letterPage()->isVisible() && !window.isBusy(), patient);
            questions();
            saved(u"fresh-"_s + field.left(4));
        }
        // Letters that were begun before.
        for (const requests::Concern& concern : std::vector(window.snapshot()->concerns)) {
            window.showPage(app::PageName::PutRight);
            window.letterPage()->resume(concern.id);
            QApplication::processEvents();
            window.startLetter({}, false); // nothing chosen: the page stays
            if (QPushButton* go = buttonSaying(&window, u"Go on with the letter"_s))
                go->click();
            window.letterPage()->resume(concern.id);
            QTRY_VERIFY_WITH_TIMEOUT(window.letterPage()->isVisible() && !window.isBusy(), patient);
            questions();
            saved(u"begun-"_s + QString::number(concern.id.n));
        }
    }

    static void writeIn(app::Window& window, const planted::Record& record, said::Everything& all)
    {
        record::DocumentId paper;
        for (const record::Document& document : window.snapshot()->record.documents)
            if (record::isToRead(document))
                paper = document.id;
        window.startWriteIn(paper);
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patient);
        for (const int work : {0, 1, 2}) {
            window.writeInPage()->setWork(work);
            all.window(u"write in, part "_s + QString::number(work));
            all.copying(u"write in"_s, &window);
        }
        for (const record::Entry& entry : std::vector(window.snapshot()->record.entries))
            if (entry.writtenIn)
                window.writeInPage()->startChange(entry.values.back().id);
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patient);
        all.window(u"write in, changing"_s);
        window.writeInPage()->attach({record.paper});
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patient);
        all.window(u"write in, attached"_s);
        window.writeInPage()->attach({record.broken});
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patient);
        all.window(u"write in, refused"_s);
    }

    static void import(app::Window& window, const planted::Record& record, said::Everything& all)
    {
        window.startImport({record.source});
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy() && buttonSaying(&window, u"Add to my record"_s), patient);
        QApplication::processEvents();
        all.window(u"import, looking"_s);
        all.copying(u"import, looking"_s, &window);
        const std::size_t before = window.snapshot()->record.documents.size();
        press(&window, u"Add to my record"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.snapshot()->record.documents.size(), before + 1, patient);
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patient);
        all.window(u"import, done"_s);
        window.startImport({record.broken});
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patient);
        all.window(u"import, refused"_s);
    }

    static void dialogs(app::Window& window, said::Everything& all)
    {
        window.showPage(app::PageName::Safety);
        window.keeping()->run(Task::BackUp);
        QTest::qWait(0);
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patient);
        all.window(u"backed up"_s);
        window.keeping()->withdraw(window.snapshot()->record.documents.front().id);
        all.window(u"withdraw"_s);
        all.copying(u"withdraw"_s, &window);
        closeDialogs(window);
        for (const Task task : {Task::HandOver, Task::RecoverySheet, Task::ChangePassphrase, Task::Dispose}) {
            window.keeping()->run(task);
            all.window(u"dialog "_s + QString::number(int(task)));
            closeDialogs(window);
        }
        for (const QKeySequence& key : {QKeySequence(u"F1"_s), QKeySequence(u"Ctrl+,"_s)}) {
            QTest::keySequence(&window, key);
            all.window(u"help and settings"_s);
            closeDialogs(window);
        }
    }

    static void closeDialogs(app::Window& window)
    {
        for (QDialog* dialog : window.findChildren<QDialog*>()) {
            dialog->reject();
            delete dialog;
        }
    }

    static QString wordOf(const QString& what)
    {
        for (const planted::Word& word : planted::words())
            if (what == QLatin1StringView(word.what))
                return word.text;
        return {};
    }

    static QString pdfWords(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QString words;
        const QByteArray bytes = file.readAll();
        for (int page = 1, pages = 1; page <= pages; ++page) {
            const auto drawn = app::drawApart(app::drawerPath(), u"pdf"_s, bytes, page, 200, {});
            if (!drawn)
                qFatal("the letter cannot be read");
            words += drawn->text;
            pages = drawn->pages;
        }
        return words;
    }

    // Whatever the sitting left behind outside the folders that the person chose.
    QStringList kept() const
    {
        QStringList found;
        QDirIterator files(s_home, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.startsWith(m_folder.path()))
                continue; // where this test plants
            for (const QString& word : planted::inFile(path))
                found << path.mid(s_home.size()) + u": "_s + word;
        }
        return found;
    }

    static inline QString s_home;
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestAtRiskWindow)
#include "tst_at_risk_window.moc"
