// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The page of what does not fit, as a person uses it with the keyboard alone.
#include "hands.h"
#include "tab_walk.h"

#include "app/models/finding_runs.h"
#include "app/pages/checks_page.h"
#include "app/pages/finding_row.h"
#include "base/masked_text.h"
#include "catalogue/items.h"
#include "desk/at_risk.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace app;
using fixture::buttonSaying;
using fixture::textOf;

namespace {

using Pair = std::pair<QString, QString>;
const auto school = u"0002002"_s;

class Sketch {
public:
    Sketch()
    {
        m_snapshot->today = QDate(2026, 11, 22);
        m_snapshot->record.person = {u"Mina Rose Okafor-Hale"_s, QDate(2001, 10, 14), u"E000200106014"_s, {}};
        record::Document document;
        document.id = {1};
        document.name = u"okafor-hale.csv"_s;
        m_snapshot->record.documents = {document};
    }

    Sketch& spring(int start, std::initializer_list<Pair> values)
    {
        record::Entry entry;
        entry.id = {++m_entries};
        entry.document = {1};
        entry.collection = u"SC"_s;
        entry.year = catalogue::AcademicYear{start};
        entry.term = catalogue::Term::Spring;
        entry.establishment = school;
        for (const auto& [name, raw] : values) {
            record::Value value;
            value.id = {++m_values};
            value.name = name;
            value.raw = raw;
            if (const auto found = catalogue::resolve(name, entry.collection, entry.year); !found.empty())
                value.item = catalogue::item(found.front().item).name;
            entry.values.push_back(std::move(value));
        }
        m_snapshot->record.entries.push_back(std::move(entry));
        return *this;
    }

    [[nodiscard]] std::shared_ptr<desk::Snapshot> snapshot() const { return m_snapshot; }

private:
    std::shared_ptr<desk::Snapshot> m_snapshot = std::make_shared<desk::Snapshot>();
    qint64 m_entries = 0;
    qint64 m_values = 0;
};

// A flip of the ethnic group, an ascribed one, another surname, a year group far off, a gap in no order.
std::shared_ptr<desk::Snapshot> odd()
{
    Sketch sketch;
    for (int start = 2006; start <= 2010; ++start)
        sketch.spring(start, {{u"EthnicGroupMinor"_s, start == 2008 ? u"WBRI"_s : u"MWBA"_s},
                              {u"Surname"_s, start == 2007 ? u"Larkspur"_s : u"Okafor-Hale"_s},
                              {u"NCyearActual"_s, start == 2006 ? u"R"_s : QString::number(start - (start == 2010 ? 2009 : 2006))}});
    return sketch.snapshot();
}

// Seven other birth dates: more than may need somebody at once.
std::shared_ptr<desk::Snapshot> sevenDates()
{
    Sketch sketch;
    for (int at = 0; at < 7; ++at)
        sketch.spring(2006 + at, {{u"DOB"_s, u"2000-0%1-03"_s.arg(at + 1)}});
    return sketch.snapshot();
}

// Hundreds of fields whose days cannot be.
std::shared_ptr<desk::Snapshot> veryFull()
{
    Sketch sketch;
    for (int at = 0; at < 300; ++at)
        sketch.spring(2006 + at % 10, {{u"Date_%1"_s.arg(at), u"31/02/2010"_s}});
    return sketch.snapshot();
}

desk::CheckedPtr checked(const desk::SnapshotPtr& snapshot)
{
    auto checked = std::make_shared<desk::Checked>();
    checked->of = snapshot;
    checked->findings = insight::check(snapshot->record, snapshot->decisions, snapshot->today);
    return checked;
}

std::vector<FindingRow*> rowsOf(const ChecksPage& page)
{
    std::vector<FindingRow*> rows;
    for (FindingRow* row : page.findChildren<FindingRow*>())
        if (row->isVisible())
            rows.push_back(row);
    return rows;
}

FindingRow* rowOf(const ChecksPage& page, const QString& rule)
{
    for (FindingRow* row : rowsOf(page))
        if (row->finding().rule == rule)
            return row;
    return nullptr;
}

// The nearest widget above with a name: its group.
QString groupOf(const FindingRow* row)
{
    return row ? row->parentWidget()->accessibleName() : QString();
}

// What a press makes comes into sight with the next turn of the event loop.
void press(QPushButton* button)
{
    fixture::press(button);
    QCoreApplication::processEvents();
}

void tab(QWidget* page)
{
    QTest::keyClick(page->focusWidget(), Qt::Key_Tab);
}

} // namespace

class TestChecksPage : public QObject {
    Q_OBJECT

    // The page in a window of its own, and what is decided comes back as the desk would bring it.
    struct Shown {
        explicit Shown(std::shared_ptr<desk::Snapshot> of) : snapshot(std::move(of))
        {
            page.resize(u(260), u(190));
            give();
            page.show();
            page.activateWindow();
            static_cast<void>(QTest::qWaitForWindowActive(&page)); // the keyboard needs it
            QCoreApplication::processEvents(); // rows made while the page is shown come into sight with the next turn
            page.takeFocus();
            QObject::connect(&page, &ChecksPage::decided, &page, [this](const record::Decisions& decisions) {
                snapshot = std::make_shared<desk::Snapshot>(*snapshot);
                snapshot->decisions = decisions;
                give();
            });
        }
        // As the window does: the snapshot, and what the desk found in it.
        void give()
        {
            page.setSnapshot(snapshot);
            page.setChecked(checked(snapshot));
        }
        std::shared_ptr<desk::Snapshot> snapshot;
        ChecksPage page;
    };

private Q_SLOTS:
    void threeGroups()
    {
        const Shown shown(odd());
        QCOMPARE(groupOf(rowOf(shown.page, u"ethnicity-flip"_s)), u"Needs you"_s);
        QCOMPARE(groupOf(rowOf(shown.page, u"year-group-far"_s)), u"Worth a look"_s);
        QCOMPARE(groupOf(rowOf(shown.page, u"surname-differs"_s)), u"For completeness"_s);
        const QString words = textOf(&shown.page);
        QVERIFY(words.contains(u"A finding is no verdict."_s));
        for (FindingRow* row : rowsOf(shown.page)) {
            press(row->button());
            QVERIFY2(textOf(row).contains(u" may "_s) || textOf(row).contains(u"good reason"_s) || textOf(row).contains(u"nothing is wrong"_s), qPrintable(textOf(row)));
        }
    }

    // The page says that it waits; with an answer before, it keeps that until the next is here.
    void waitsForTheDesk()
    {
        ChecksPage page;
        page.resize(u(260), u(190));
        page.show();
        const auto first = odd();
        page.setSnapshot(first);
        QCoreApplication::processEvents();
        QVERIFY(page.isBusy());
        QVERIFY(rowsOf(page).empty());
        QVERIFY(textOf(&page).contains(u"Looking for what does not fit"_s));
        page.setChecked(checked(first));
        QCoreApplication::processEvents();
        QVERIFY(!page.isBusy());
        QVERIFY(!textOf(&page).contains(u"Looking for"_s));
        const std::size_t rows = rowsOf(page).size();
        QVERIFY(rows > 0);
        page.setSnapshot(std::make_shared<desk::Snapshot>(*first));
        QCoreApplication::processEvents();
        QVERIFY(page.isBusy());
        QCOMPARE(rowsOf(page).size(), rows);
    }

    void fiveNeedSomebodyAtMost()
    {
        const Shown shown(sevenDates());
        const auto rows = rowsOf(shown.page);
        const auto in = [&](const QString& group) {
            return std::count_if(rows.begin(), rows.end(), [&](const FindingRow* row) { return groupOf(row) == group; });
        };
        QCOMPARE(in(u"Needs you"_s), 5);
        QCOMPARE(in(u"Worth a look"_s), 2);
    }

    void nothingAndNobody()
    {
        Shown shown(Sketch().spring(2008, {{u"EthnicGroupMinor"_s, u"WBRI"_s}}).snapshot());
        QVERIFY(rowsOf(shown.page).empty());
        QVERIFY(textOf(&shown.page).contains(u"Nothing here needs you."_s));
        shown.snapshot = Sketch().snapshot();
        shown.give();
        QVERIFY(textOf(&shown.page).contains(u"Nothing to check yet"_s));
        QCoreApplication::processEvents();
        const QSignalSpy asked(&shown.page, &Page::importAsked);
        shown.page.takeFocus();
        QCOMPARE(shown.page.focusWidget(), buttonSaying(&shown.page, u"Add what I was given"_s));
        press(buttonSaying(&shown.page, u"Add what I was given"_s));
        QCOMPARE(asked.size(), 1);
    }

    // What it meant then stands above every button, and "ask what it is based on" beside "this is wrong".
    void wrongOnlyAfterTheMeaning()
    {
        Shown shown(odd());
        FindingRow* row = rowOf(shown.page, u"ethnicity-flip"_s);
        QVERIFY(!buttonSaying(row, u"This is wrong"_s));
        QVERIFY(!textOf(row).contains(u"this meant"_s));
        press(row->button());
        const QPushButton* wrong = buttonSaying(row, u"This is wrong"_s);
        const QPushButton* basis = buttonSaying(row, u"Ask what it is based on"_s);
        QVERIFY(wrong && basis);
        QCOMPARE(wrong->parentWidget(), basis->parentWidget());
        const QLabel* meaning = nullptr;
        for (const QLabel* label : row->findChildren<QLabel*>())
            if (label->text().contains(u"In 2008/09 this meant: White - British."_s))
                meaning = label;
        QVERIFY(meaning);
        QTRY_VERIFY(meaning->mapTo(&shown.page, QPoint()).y() < wrong->mapTo(&shown.page, QPoint()).y());
        const QSignalSpy letters(&shown.page, &Page::correctionAsked);
        const QSignalSpy questions(&shown.page, &ChecksPage::basisAsked);
        press(const_cast<QPushButton*>(basis));
        press(const_cast<QPushButton*>(wrong));
        QCOMPARE(questions.size(), 1);
        QCOMPARE(letters.size(), 1);
        QCOMPARE(letters.front().front().value<Selected>().values, row->finding().values);
    }

    // Names, sex and second numbers: a good reason first, and no letter before asking.
    void gentleWithNames()
    {
        Shown shown(odd());
        FindingRow* row = rowOf(shown.page, u"surname-differs"_s);
        QVERIFY(textOf(row).contains(u"There can be a good reason"_s));
        QVERIFY(!textOf(row).contains(u"Larkspur"_s));
        const QSignalSpy selected(&shown.page, &Page::selected);
        press(row->button());
        QVERIFY(textOf(row).contains(u"Larkspur"_s));
        QVERIFY(!buttonSaying(row, u"This is wrong"_s));
        QCOMPARE(selected.size(), 0); // the inspector has a letter ready, too
        press(buttonSaying(row, u"I know of no such reason"_s));
        QVERIFY(buttonSaying(row, u"This is wrong"_s));
        QCOMPARE(QApplication::focusWidget(), buttonSaying(row, u"Ask what it is based on"_s));
        QCOMPARE(selected.size(), 1);
    }

    void openingShowsItsValues()
    {
        Shown shown(odd());
        const QSignalSpy selected(&shown.page, &Page::selected);
        FindingRow* row = rowOf(shown.page, u"ethnicity-flip"_s);
        press(row->button());
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.front().front().value<Selected>().values, row->finding().values);
        press(row->button()); // folded up again
        QCOMPARE(selected.size(), 1);
        // Selected elsewhere: opened, and not said again.
        shown.page.showSelected({row->finding().values, {}});
        QCoreApplication::processEvents();
        QVERIFY(row->isOpen());
        QCOMPARE(selected.size(), 1);
        press(buttonSaying(row, u"Show its details"_s)); // in a small window they do not come by themselves
        QCOMPARE(selected.size(), 2);
        QCOMPARE(selected.back().front().value<Selected>().values, row->finding().values);
        const QSignalSpy timeline(&shown.page, &Page::pageAsked);
        press(buttonSaying(row, u"Show on the timeline"_s));
        QCOMPARE(timeline.front().front().value<PageName>(), PageName::Timeline);
        QCOMPARE(timeline.front().last().value<Selected>().values, row->finding().values);
    }

    void settledWithItsReasonAndTakenUpAgain()
    {
        Shown shown(odd());
        QCOMPARE(QApplication::focusWidget(), rowsOf(shown.page).front()->button());
        const QString rule = rowsOf(shown.page).front()->finding().rule;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCoreApplication::processEvents();
        while (!qobject_cast<QLineEdit*>(shown.page.focusWidget()))
            tab(&shown.page);
        QTest::keyClicks(shown.page.focusWidget(), u"We answered anew."_s);
        QTest::keyClick(shown.page.focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(groupOf(rowOf(shown.page, rule)), u"Settled"_s);
        QVERIFY(textOf(&shown.page).contains(u"Settled on 22 Nov 2026: We answered anew."_s));
        QCOMPARE(shown.snapshot->decisions.dismissals.size(), std::size_t(1));
        // The keyboard goes on with the next one.
        QTRY_COMPARE(QApplication::focusWidget(), rowsOf(shown.page).front()->button());
        FindingRow* settled = rowOf(shown.page, rule);
        press(settled->button());
        press(buttonSaying(settled, u"Take it up again"_s));
        QTRY_COMPARE(groupOf(rowOf(shown.page, rule)), u"Needs you"_s);
        QVERIFY(shown.snapshot->decisions.dismissals.empty());
        QVERIFY(!textOf(&shown.page).contains(u"We answered anew."_s));
    }

    void aFigureOfOnesOwn()
    {
        Shown shown(odd());
        FindingRow* row = rowOf(shown.page, u"year-group-far"_s);
        press(row->button());
        auto* figure = row->findChild<QAbstractSpinBox*>();
        QVERIFY(figure);
        figure->setFocus();
        figure->selectAll();
        QTest::keyClicks(figure, u"5"_s);
        press(buttonSaying(row, u"Use this figure"_s));
        QTRY_VERIFY(!rowOf(shown.page, u"year-group-far"_s));
        QCOMPARE(shown.snapshot->decisions.limits.size(), std::size_t(1));
    }

    void everyStopHasANameAndTabGoesIntoWhatIsOpen()
    {
        Shown shown(odd());
        const int folded = fixture::walk(&shown.page, true);
        QCOMPARE(folded, int(rowsOf(shown.page).size()));
        for (FindingRow* row : rowsOf(shown.page))
            row->setOpen(true);
        QCoreApplication::processEvents();
        FindingRow* first = rowsOf(shown.page).front();
        first->button()->setFocus();
        QStringList stops;
        for (int at = 0; at < 6; ++at) {
            tab(&shown.page);
            QVERIFY(first->isAncestorOf(shown.page.focusWidget()));
            auto* button = qobject_cast<QPushButton*>(shown.page.focusWidget());
            stops << (button ? button->text() : u"line"_s);
        }
        const QStringList wanted{u"Show on the timeline"_s, u"Show its details"_s, u"Ask what it is based on"_s, u"This is wrong"_s, u"line"_s, u"This is settled"_s};
        QCOMPARE(stops, wanted);
        const int opened = fixture::walk(&shown.page, true);
        QVERIFY(opened > folded);
        QCOMPARE(fixture::walk(&shown.page, false), opened);
    }

    void aVeryFullRecordStaysReadable()
    {
        Shown shown(veryFull());
        const auto& findings = shown.page.findings();
        const auto last = std::count_if(findings.begin(), findings.end(), [](const insight::Finding& one) {
            return one.severity == insight::Severity::ForCompleteness;
        });
        QVERIFY(last >= 300);
        const auto alike = std::count_if(findings.begin(), findings.end(), [&](const insight::Finding& one) {
            return one.rule == findings.back().rule;
        });
        QVERIFY(alike >= 300);
        const std::size_t atFirst = rowsOf(shown.page).size();
        QVERIFY(atFirst < 50);
        QVERIFY(textOf(&shown.page).contains(u"For completeness (%1)"_s.arg(last)));
        QPushButton* more = buttonSaying(&shown.page, u"Show %1 more like this"_s.arg(alike - 2));
        QVERIFY(more && more->accessibleName().contains(rowsOf(shown.page).back()->finding().title));
        press(more);
        QTRY_COMPARE(rowsOf(shown.page).size(), atFirst + std::size_t(alike) - 2);
        QTRY_COMPARE(QApplication::focusWidget(), rowsOf(shown.page)[atFirst]->button());
    }

    void findingsOfOneRuleStandForTheRest()
    {
        std::vector<insight::Finding> found(12);
        for (std::size_t n = 0; n < found.size(); ++n)
            found[n].rule = n < 4 ? u"few"_s : n < 11 ? u"many"_s : u"one"_s;
        std::vector<const insight::Finding*> group;
        for (const insight::Finding& one : found)
            group.push_back(&one);
        const auto runs = runsOfRules(group, [](const QString&) { return false; });
        QCOMPARE(runs.size(), std::size_t(3));
        QCOMPARE(runs[0].shown.size(), std::size_t(4)); // few enough to be told one by one
        QCOMPARE(runs[0].folded, std::size_t(0));
        QCOMPARE(runs[1].shown.size(), std::size_t(2));
        QCOMPARE(runs[1].folded, std::size_t(5));
        QCOMPARE(runs[1].shown.front(), &found[4]);
        QCOMPARE(runs[2].shown.size(), std::size_t(1));
        const auto asked = runsOfRules(group, [](const QString& rule) { return rule == "many"_L1; });
        QCOMPARE(asked[1].shown.size(), std::size_t(7));
        QCOMPARE(asked[1].folded, std::size_t(0));
        QVERIFY(runsOfRules({}, [](const QString&) { return true; }).empty());
    }

    // Many rules that each found a little: the first twenty rows, and the others on asking.
    void manyRulesAreNotAllToldAtOnce()
    {
        auto told = std::make_shared<desk::Checked>(*checked(odd()));
        const insight::Finding like = told->findings.front();
        told->findings.clear();
        for (int n = 0; n < 30; ++n) {
            told->findings.push_back(like);
            told->findings.back().key = u"%1/%2"_s.arg(n / 3).arg(n);
            told->findings.back().rule = u"rule-%1"_s.arg(n / 3);
            told->findings.back().severity = insight::Severity::WorthALook;
        }
        Shown shown(odd());
        shown.page.setChecked(told);
        QTRY_COMPARE(rowsOf(shown.page).size(), std::size_t(21));
        press(buttonSaying(&shown.page, u"Show 9 more"_s));
        QTRY_COMPARE(rowsOf(shown.page).size(), std::size_t(30));
    }

    void readOnlyDecidesNothing()
    {
        const auto snapshot = odd();
        snapshot->readOnly = true;
        Shown shown(snapshot);
        for (FindingRow* row : rowsOf(shown.page)) {
            press(row->button());
            for (const auto& text : {u"This is wrong"_s, u"This is settled"_s, u"Use this figure"_s, u"I know of no such reason"_s})
                QVERIFY(!buttonSaying(row, text));
        }
    }

    // At risk: what locates is hidden before the checks run, and no open row shows it.
    void atRiskMasks()
    {
        Sketch sketch;
        for (int start = 2006; start <= 2010; ++start)
            sketch.spring(start, {{u"Postcode"_s, u"ZZ%1 1AA"_s.arg(start == 2008 ? 9 : 1)},
                                  {u"UPN"_s, start == 2008 ? u"F000200106014"_s : u"E000200106014"_s},
                                  {u"EthnicGroupMinor"_s, start == 2008 ? u"WBRI"_s : u"MWBA"_s}});
        const auto snapshot = sketch.snapshot();
        snapshot->record = desk::maskedForRisk(snapshot->record, desk::hiddenWords(snapshot->record, {}, {}));
        snapshot->atRisk = true;
        Shown shown(snapshot);
        QVERIFY(!rowOf(shown.page, u"upn-check-letter"_s));
        QVERIFY(rowOf(shown.page, u"ethnicity-flip"_s));
        for (FindingRow* row : rowsOf(shown.page))
            press(row->button());
        QString words = textOf(&shown.page);
        for (const QWidget* widget : shown.page.findChildren<QWidget*>())
            words += u'\n' + widget->accessibleName() + widget->accessibleDescription() + widget->toolTip();
        for (const auto& secret : {u"ZZ1"_s, u"ZZ9"_s, u"000200106014"_s, school, u"okafor-hale.csv"_s})
            QVERIFY2(!words.contains(secret, Qt::CaseInsensitive), qPrintable(secret));
    }

    void lockedForgetsEverything()
    {
        Shown shown(odd());
        press(rowOf(shown.page, u"surname-differs"_s)->button());
        shown.page.setSnapshot(nullptr);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(shown.page.findings().empty());
        QVERIFY(shown.page.findChildren<FindingRow*>().isEmpty());
        shown.snapshot = odd();
        shown.give();
        QCoreApplication::processEvents();
        QVERIFY(!rowOf(shown.page, u"surname-differs"_s)->isOpen());
    }
};

QTEST_MAIN(TestChecksPage)
#include "tst_checks.moc"
