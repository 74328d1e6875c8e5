// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/attainment_chart.h"
#include "app/charts/attainment_export.h"
#include "app/charts/fact_table.h"
#include "app/inspector/story_words.h"
#include "app/models/census_facts.h"
#include "app/models/linked_facts.h"
#include "app/pages/attainment_page.h"
#include "app/pages/census_page.h"
#include "app/pages/census_parts.h"
#include "app/pages/linked_part.h"
#include "app/theme/folding_switch.h"
#include "app/theme/tokens.h"
#include "catalogue/items.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QImage>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app;
using catalogue::Term;

namespace {

using Pair = std::pair<QString, QString>;

class Sketch {
public:
    Sketch()
    {
        m_snapshot = std::make_shared<desk::Snapshot>();
        m_snapshot->record.person.name = u"Mina Rose Okafor-Hale"_s;
        m_snapshot->record.person.born = QDate(2001, 10, 14);
        m_snapshot->today = QDate(2026, 11, 22);
        record::Document document;
        document.id = record::DocumentId{1};
        document.name = u"census.csv"_s;
        m_snapshot->record.documents.push_back(document);
    }

    Sketch& entry(const QString& collection, int start, Term term, std::initializer_list<Pair> values,
                  const QString& dataset = {})
    {
        record::Entry entry;
        entry.id = record::EntryId{++m_entries};
        entry.document = record::DocumentId{1};
        entry.collection = collection;
        entry.dataset = dataset;
        entry.year = catalogue::AcademicYear{start};
        entry.term = term;
        for (const auto& [name, raw] : values) {
            record::Value value;
            value.id = record::ValueId{++m_values};
            value.name = name;
            value.raw = raw;
            if (const auto found = catalogue::resolve(name, collection, entry.year); !found.empty())
                value.item = catalogue::item(found.front().item).name;
            entry.values.push_back(std::move(value));
        }
        m_snapshot->record.entries.push_back(std::move(entry));
        return *this;
    }

    Sketch& atRisk()
    {
        m_snapshot->atRisk = true;
        return *this;
    }

    [[nodiscard]] desk::SnapshotPtr snapshot() const { return m_snapshot; }

private:
    std::shared_ptr<desk::Snapshot> m_snapshot;
    qint64 m_entries = 0, m_values = 0;
};

Sketch life()
{
    Sketch sketch;
    for (int start = 2006; start <= 2010; ++start)
        sketch.entry(u"SC"_s, start, Term::Spring,
                     {{u"EthnicGroupMinor"_s, start == 2010 ? u"WIRT"_s : u"WBRI"_s}, {QString(u"Postcode_SPR"_s + QString::number(start + 1 - 2000).rightJustified(2, u'0')), start < 2009 ? u"ZZ1 1AA"_s : u"ZZ2 2BB"_s}});
    sketch.entry(u"ABS"_s, 2008, Term::None,
                 {{u"SessionsPossible_Autumn_ab09"_s, u"140"_s}, {u"AuthorisedAbsence_Autumn_ab09"_s, u"6"_s},
                  {u"UnauthorisedAbsence_Autumn_ab09"_s, u"1"_s}, {u"TermlyReasonI_Autumn_ab09"_s, u"6"_s}});
    sketch.entry(u"EXC"_s, 2014, Term::None,
                 {{u"Category_ex15"_s, u"FIXD"_s}, {u"StartDate_ex15"_s, u"2015-03-10"_s}, {u"Sessions_ex15"_s, u"4"_s}, {u"Reason_ex15"_s, u"VA"_s}});
    sketch.entry(u"CIN"_s, 2012, Term::None, {{u"CIN_CPPindicator"_s, u"1"_s}});
    return sketch;
}

// Everything that any role of any cell says.
QString allSaid(const QAbstractItemModel& model)
{
    QStringList said;
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            for (int role = 0; role < Qt::UserRole + 8; ++role)
                said << model.index(row, column).data(role).toString();
    return said.join(u'\n');
}

QString wordsOf(const std::vector<Told>& told)
{
    QString words;
    for (const Told& one : told)
        words += one.label + u": "_s + one.words + u'\n';
    return words;
}

// Tab, until the keyboard stands on it; false: it never does.
bool tabTo(const QWidget* page, const QWidget* wanted)
{
    for (int stops = 0; stops < 60 && page->focusWidget() != wanted; ++stops)
        QTest::keyClick(page->focusWidget() ? page->focusWidget() : const_cast<QWidget*>(page), Qt::Key_Tab);
    return page->focusWidget() == wanted;
}

// Tab goes to the part that is chosen, arrow keys from there to its neighbours.
bool choosePart(const QWidget* page, const QAbstractButton* wanted)
{
    QAbstractButton* chosen = nullptr;
    for (QAbstractButton* button : wanted->parentWidget()->findChildren<QAbstractButton*>())
        if (button->isChecked())
            chosen = button;
    if (!chosen || !tabTo(page, chosen))
        return false;
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right})
        for (int steps = 0; steps < 4 && !wanted->isChecked(); ++steps)
            QTest::keyClick(page->focusWidget(), key);
    return wanted->isChecked();
}

QAbstractButton* partNamed(const QWidget* page, const QString& text)
{
    for (QAbstractButton* button : page->findChildren<QAbstractButton*>())
        if (button->text() == text && button->isVisible())
            return button;
    return nullptr;
}

void showActive(QWidget* page)
{
    page->resize(u(260), u(190));
    page->show();
    page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page));
}

} // namespace

class AnswersPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Every year has its own words for a code that nobody explained; they are one answer all the same.
    void anUnknownCodeIsCountedAsItself()
    {
        insight::Reading reading;
        reading.raw = u"Q7"_s;
        reading.meaning = u"meaning not known for 2005/06"_s;
        reading.known = false;
        QCOMPARE(said(reading), u"Q7"_s);
        reading.known = true;
        reading.meaning = u"Quiet"_s;
        QCOMPARE(said(reading), u"Quiet"_s);
    }

    // A record that changes all the time still leaves room for what else is told.
    void manyChangesAreNotAllListed()
    {
        const auto changesIn = [](int years) {
            Sketch sketch;
            for (int start = 2000; start < 2000 + years; ++start)
                sketch.entry(u"SC"_s, start, Term::Spring, {{u"EthnicGroupMinor"_s, start % 2 ? u"WIRT"_s : u"WBRI"_s}});
            const auto accounts = insight::characteristicAccounts(sketch.snapshot()->record, {});
            return wordsOf(toldOf(accounts.front(), false));
        };
        const QString few = changesIn(4);
        QCOMPARE(few.count(": from \""_L1), 3);
        QVERIFY(!few.contains("The others"_L1));
        const QString many = changesIn(16);
        QCOMPARE(many.count(": from \""_L1), 8);
        QVERIFY(many.contains("changed 15 time"_L1) && many.contains("The others"_L1));
    }

    // Nothing is worked out for a page that nobody opened; what was chosen meanwhile is found when it is.
    void workedOutWhenLookedAt()
    {
        CensusPage census;
        AttainmentPage attainment;
        for (Page* page : std::initializer_list<Page*>{&census, &attainment})
            page->setSnapshot(Sketch(life()).entry(u"KS2"_s, 2012, Term::None, {{u"KS2_READSCORE"_s, u"104"_s}}).snapshot());
        census.showSelected({{record::ValueId{9}}, {}});
        QCOMPARE(census.model()->rowCount(), 0);
        QCOMPARE(attainment.table()->model()->rowCount(), 0);
        census.show();
        attainment.show();
        QVERIFY(census.model()->rowCount() > 0);
        QVERIFY(attainment.table()->model()->rowCount() > 0);
        QCOMPARE(census.account()->key(), u"EthnicGroup"_s);
        // Hidden again, it forgets at once when the record is locked.
        census.hide();
        attainment.hide();
        census.setSnapshot(nullptr);
        attainment.setSnapshot(nullptr);
        QCOMPARE(census.model()->rowCount(), 0);
        QCOMPARE(attainment.table()->model()->rowCount(), 0);
    }

    // What is chosen elsewhere is in sight when the page is opened for it, however many years there are.
    void whatWasChosenIsInSight()
    {
        Sketch sketch;
        for (int start = 1995; start <= 2015; ++start)
            sketch.entry(u"SC"_s, start, Term::Spring, {{u"EthnicGroupMinor"_s, u"WBRI"_s}});
        CensusPage page;
        page.resize(u(160), u(120));
        page.setSnapshot(sketch.snapshot());
        page.showSelected({{record::ValueId{20}}, {}});
        page.show();
        QTRY_COMPARE(page.table()->currentIndex().column(), 19);
        QTRY_VERIFY(page.table()->viewport()->rect().contains(page.table()->visualRect(page.table()->currentIndex())));
    }

    void oneAnswerIsToldWhole()
    {
        CensusPage page;
        page.show();
        page.setSnapshot(life().snapshot());
        page.account()->showKey(u"EthnicGroup"_s);
        QCOMPARE(page.account()->key(), u"EthnicGroup"_s);
        const QAbstractItemModel& answers = *page.account()->answers()->facts();
        QCOMPARE(answers.rowCount(), 5);
        QVERIFY(allSaid(answers).contains("Spring census 2011, Year 4"_L1));
        QVERIFY(allSaid(answers).contains("(changed)"_L1));
        QVERIFY(allSaid(answers).contains("census.csv"_L1));
        QCOMPARE(page.account()->codes()->facts()->rowCount(), 2);
        const auto accounts = insight::characteristicAccounts(life().snapshot()->record, {});
        const auto ethnic = std::find_if(accounts.begin(), accounts.end(), [](const auto& one) { return one.key == "EthnicGroup"_L1; });
        const QString told = wordsOf(toldOf(*ethnic, false));
        QVERIFY2(told.contains("most likely take"_L1) && told.contains("5 census answer"_L1), qPrintable(told));
        QVERIFY(told.contains("guide 4"_L1)); // the rule names its source
        QVERIFY(told.contains("It changed 1 time"_L1));
    }

    void placesWaitUntilAsked()
    {
        CensusPage page;
        page.show();
        page.setSnapshot(life().snapshot());
        page.account()->showKey(u"Postcode"_s);
        QVERIFY(!allSaid(*page.account()->answers()->facts()).contains("ZZ1"_L1));
        QVERIFY(!page.account()->codes()->isVisibleTo(&page));
        QVERIFY(!allSaid(*page.homes()->table()->facts()).contains("ZZ1"_L1));
        QCOMPARE(page.homes()->table()->facts()->rowCount(), 5);
        QPushButton* show = nullptr;
        for (QPushButton* button : page.findChildren<QPushButton*>())
            if (button->text().contains("Show places"_L1))
                show = button;
        QVERIFY(show);
        show->click();
        QVERIFY(allSaid(*page.account()->answers()->facts()).contains("ZZ1 1AA"_L1));
        QVERIFY(allSaid(*page.homes()->table()->facts()).contains("ZZ2 2BB"_L1));
        QVERIFY(page.homes()->table()->facts()->table().rows[3].changed);
        QVERIFY(!page.homes()->table()->facts()->table().rows[4].changed);
        // Locked and opened again: hidden as at first.
        page.setSnapshot(nullptr);
        QCOMPARE(page.homes()->table()->facts()->rowCount(), 0);
        page.setSnapshot(life().snapshot());
        QVERIFY(!allSaid(*page.homes()->table()->facts()).contains("ZZ1"_L1));
    }

    void atRiskNothingCanBeAskedFor()
    {
        CensusPage page;
        page.show();
        page.setSnapshot(life().atRisk().snapshot());
        for (const QPushButton* button : page.findChildren<QPushButton*>())
            QVERIFY(!button->isVisibleTo(&page) || !button->text().contains("places"_L1));
        QVERIFY(!allSaid(*page.homes()->table()->facts()).contains("ZZ1"_L1));
    }

    void hardPartsStayFolded()
    {
        CensusPage page;
        page.show();
        page.setSnapshot(life().snapshot());
        QCOMPARE(page.account()->choice()->findData(u"CPPindicator"_s), -1);
        QVERIFY(!page.attendance()->exclusions()->isVisibleTo(&page));
        page.attendance()->opener()->click();
        QVERIFY(page.attendance()->exclusions()->isVisibleTo(page.attendance()));
        const QString said = allSaid(*page.attendance()->exclusions()->facts());
        QVERIFY(said.contains("Fixed period"_L1) && said.contains("(VA)"_L1) && said.contains("4"_L1));
        page.setSnapshot(nullptr);
        QVERIFY(!page.attendance()->exclusions()->isVisibleTo(page.attendance()));
    }

    void absenceIsABarAndWords()
    {
        CensusPage page;
        page.show();
        page.setSnapshot(life().snapshot());
        const FactModel& model = *page.attendance()->absence()->facts();
        QVERIFY(model.rowCount() >= 1);
        QCOMPARE(model.index(0, 1).data().toString(), u"7: 6 with leave, 1 without"_s);
        QCOMPARE(model.index(0, 2).data().toString(), u"140"_s);
        QVERIFY(model.index(0, 4).data().toString().contains("Illness 6"_L1));
        const auto bar = model.index(0, 1).data(FactModel::BarRole).value<FactBar>();
        QCOMPARE(bar.allowed, 6.0);
        QCOMPARE(bar.notAllowed, 1.0);
        QVERIFY(!model.index(0, 0).data(FactModel::BarRole).isValid());
        // Each row can be read and leads to its values.
        QAccessibleInterface* table = QAccessible::queryAccessibleInterface(page.attendance()->absence());
        QVERIFY(table && table->childCount() >= 5);
        QSignalSpy chosen(&page, &Page::selected);
        page.attendance()->absence()->setCurrentIndex(model.index(0, 1));
        QCOMPARE(chosen.count(), 1);
        QVERIFY(!chosen.front().front().value<Selected>().values.empty());
    }

    void savedFilesSayNothingOfThePerson()
    {
        Sketch sketch;
        sketch.entry(u"KS1"_s, 2008, Term::None, {{u"KS1_READING"_s, u"2B"_s}, {u"KS1_WRITING"_s, u"D"_s}});
        sketch.entry(u"KS4"_s, 2017, Term::None, {{u"KS4_P8SCORE"_s, u"0.31"_s}, {u"KS4_P8CILOW"_s, u"-0.12"_s}, {u"KS4_P8CIUPP"_s, u"0.74"_s}});
        AttainmentPage page;
        page.show();
        page.resize(900, 700);
        page.setSnapshot(sketch.snapshot());
        const QString csv = QString::fromUtf8(page.fileOf(AttainmentFile::Csv));
        QVERIFY2(csv.contains("Key Stage 1"_L1) && csv.contains("2B"_L1), qPrintable(csv));
        QVERIFY(csv.contains(u"between −0.12 and +0.74"_s));
        QCOMPARE(csv.count("\r\n"_L1), 4);
        const QString svg = QString::fromUtf8(page.fileOf(AttainmentFile::Svg));
        QVERIFY(svg.contains("2B"_L1) && svg.contains("expected"_L1));
        const QByteArray png = page.fileOf(AttainmentFile::Png);
        const QImage image = QImage::fromData(png);
        QVERIFY(!image.isNull() && image.textKeys().isEmpty());
        QVERIFY(!png.contains("tEXt") && !png.contains("tIME"));
        for (const QString& secret : {u"Mina"_s, u"Okafor"_s, u"census.csv"_s, qEnvironmentVariable("USER", u"nobody-here"_s)})
            QVERIFY2(!csv.contains(secret) && !svg.contains(secret), qPrintable(secret));
        QVERIFY(page.findChild<QMenu*>()->actions().front()->text().contains("not be encrypted"_L1));
    }

    void taxAndBenefitsStandApart()
    {
        Sketch sketch;
        sketch.entry(u"KS1"_s, 2008, Term::None, {{u"KS1_READING"_s, u"2B"_s}});
        AttainmentPage page;
        page.show();
        page.setSnapshot(sketch.snapshot());
        QVERIFY(page.linked()->isEmpty());
        sketch.entry(u"LEO"_s, 2019, Term::None, {{u"TaxYear"_s, u"201920"_s}, {u"Earnings"_s, u"18250"_s}, {u"Edukey"_s, u"K1"_s}}, u"Earnings_and_IDBR"_s);
        sketch.entry(u"LEO"_s, 2019, Term::None, {{u"TaxYear"_s, u"201920"_s}, {u"PCON"_s, u"E14009999"_s}}, u"Geography"_s);
        page.setSnapshot(sketch.snapshot());
        const QString said = allSaid(*page.linked()->table()->facts());
        QVERIFY2(said.contains("tax year 2019/20"_L1) && said.contains(u"£18,250"_s), qPrintable(said));
        QVERIFY(!said.contains("E14009999"_L1) && !said.contains("K1"_L1));
        // Not among the results, and not in what is saved of them.
        QCOMPARE(page.table()->model()->rowCount(), 1);
        QVERIFY(!page.fileOf(AttainmentFile::Csv).contains("18"));
    }

    // Each part of the census page, what it hides and what it folds, with the keyboard alone.
    void theCensusPageByKeyboard()
    {
        CensusPage page;
        page.setSnapshot(life().snapshot());
        showActive(&page);
        page.takeFocus();
        const QSignalSpy selected(&page, &Page::selected);
        QCOMPARE(page.focusWidget(), page.table());
        QTest::keyClick(page.focusWidget(), Qt::Key_Right);
        QVERIFY(selected.size() > 0);
        for (const auto& [text, table] : {std::pair<QString, const QWidget*>{u"Term by term"_s, page.account()->answers()},
                                          {u"Absence and exclusions"_s, page.attendance()->absence()},
                                          {u"Addresses"_s, page.homes()->table()},
                                          {u"By year"_s, page.table()}}) {
            QAbstractButton* part = partNamed(&page, text);
            QVERIFY2(part && choosePart(&page, part), qPrintable(text));
            QVERIFY2(tabTo(&page, table), qPrintable(text));
            QTest::keyClick(page.focusWidget(), Qt::Key_Down);
            // Again, after the details were closed.
            const auto before = selected.size();
            QTest::keyClick(page.focusWidget(), Qt::Key_Return);
            QVERIFY2(selected.size() > before, qPrintable(text));
        }
        page.showPart(CensusPage::Absence);
        QVERIFY(tabTo(&page, page.attendance()->opener()));
        QTest::keyClick(page.focusWidget(), Qt::Key_Space);
        QVERIFY(tabTo(&page, page.attendance()->exclusions()));
        page.showPart(CensusPage::TermByTerm);
        QVERIFY(tabTo(&page, page.account()->choice()));
        const QString key = page.account()->key();
        QTest::keyClick(page.focusWidget(), Qt::Key_Down);
        QVERIFY(page.account()->key() != key);
        QVERIFY(tabTo(&page, partNamed(&page, u"Show places"_s)));
        QTest::keyClick(page.focusWidget(), Qt::Key_Space);
        QVERIFY(page.model()->isUnmasked());
        // What may be hard to read opens with Return.
        page.showPart(CensusPage::ByYear);
        QVERIFY(tabTo(&page, page.table()));
        int heading = -1;
        for (int row = 0; row < page.model()->rowCount(); ++row)
            if (page.model()->isHeading(row))
                heading = row;
        QVERIFY(heading >= 0);
        page.table()->setCurrentIndex(page.model()->index(heading, 0));
        const int rows = page.model()->rowCount();
        QTest::keyClick(page.table(), Qt::Key_Return);
        QVERIFY(page.model()->rowCount() > rows);
    }

    // Details open when somebody asks for them, not because the keyboard came by.
    void arrivingInATableChoosesNothing()
    {
        CensusPage page;
        Sketch sketch = life();
        sketch.entry(u"ABS"_s, 2009, Term::None, {{u"OverallAbsence_Autumn_ab10"_s, u"3"_s}});
        page.setSnapshot(sketch.snapshot());
        showActive(&page);
        const QSignalSpy selected(&page, &Page::selected);
        for (const auto& [part, table] : {std::pair<CensusPage::Part, QTableView*>{CensusPage::ByYear, page.table()},
                                          {CensusPage::TermByTerm, page.account()->answers()},
                                          {CensusPage::Absence, page.attendance()->absence()},
                                          {CensusPage::Homes, page.homes()->table()}}) {
            page.showPart(part);
            partNamed(&page, u"Show places"_s)->setFocus(Qt::OtherFocusReason);
            const auto before = selected.size();
            QVERIFY(tabTo(&page, table));
            QVERIFY(table->currentIndex().isValid()); // where the keyboard stands
            QCOMPARE(selected.size(), before);
            QTest::keyClick(table, Qt::Key_Return);
            QCOMPARE(selected.size(), before + 1);
            QTest::keyClick(table, Qt::Key_Down);
            QVERIFY(selected.size() > before + 1);
        }
        // What was chosen before stays chosen, and is not asked for again.
        partNamed(&page, u"Show places"_s)->setFocus(Qt::OtherFocusReason);
        const QModelIndex chosen = page.homes()->table()->currentIndex();
        const auto before = selected.size();
        QVERIFY(tabTo(&page, page.homes()->table()));
        QCOMPARE(page.homes()->table()->currentIndex(), chosen);
        QCOMPARE(selected.size(), before);
    }

    // Beside details there is no room for four buttons in a row: then they are a list, and nothing is hidden.
    void theSwitchFoldsBesideDetails()
    {
        CensusPage page;
        page.setSnapshot(life().snapshot());
        showActive(&page);
        page.resize(u(150), u(120));
        auto* parts = page.findChild<FoldingSwitch*>();
        auto* list = parts->findChild<QComboBox*>();
        QVERIFY(!parts->isFolded() && !list->isVisible());
        page.showPart(CensusPage::Absence);
        QAbstractButton* button = partNamed(&page, u"Absence and exclusions"_s);
        button->setFocus(Qt::OtherFocusReason);

        page.setCovered(u(75));
        QTRY_VERIFY(parts->isFolded() && list->isVisible() && !button->isVisible());
        QCOMPARE(list->currentText(), u"Absence and exclusions"_s);
        QCOMPARE(page.focusWidget(), list); // the keyboard stays where it was
        for (QWidget* kept : std::initializer_list<QWidget*>{list, partNamed(&page, u"Show places"_s)})
            QVERIFY(kept->mapTo(&page, kept->rect().bottomRight()).x() <= page.width() - u(75));
        QTest::keyClick(list, Qt::Key_Down);
        QVERIFY(page.homes()->isVisible());

        page.setCovered(0);
        QTRY_VERIFY(!parts->isFolded() && !list->isVisible());
        QCOMPARE(parts->current(), int(CensusPage::Homes));
        QCOMPARE(page.focusWidget(), partNamed(&page, u"Addresses"_s));

        // Who was there once and went on is not called back.
        page.homes()->table()->setFocus(Qt::OtherFocusReason);
        page.setCovered(u(75));
        QTRY_VERIFY(parts->isFolded());
        QCOMPARE(page.focusWidget(), page.homes()->table());
    }

    // Nor does anything of the parts reach under the details: what is too wide for half a page breaks or scrolls aside.
    void partsAreNoWiderThanTheirRoom()
    {
        CensusPage page;
        page.resize(u(140), u(90));
        page.show();
        page.setSnapshot(life().snapshot());
        page.setCovered(u(70));
        for (const auto part : {CensusPage::TermByTerm, CensusPage::Absence, CensusPage::Homes}) {
            page.showPart(part);
            QCoreApplication::processEvents();
            for (const FactSheet* sheet : std::initializer_list<const FactSheet*>{page.account(), page.attendance(), page.homes()})
                if (sheet->isVisible())
                    QVERIFY2(sheet->widget()->width() <= sheet->viewport()->width(),
                             qPrintable(QStringLiteral("part %1: %2 in %3").arg(part).arg(sheet->widget()->width()).arg(sheet->viewport()->width())));
        }
    }

    // A table is laid out when somebody sees it, and then each row is as high as its words.
    void rowsAreAsHighAsTheirWords()
    {
        FactTable table{{u"When"_s, u"What"_s}, {10, 20}, -1, {}};
        table.rows = {{{u"2009"_s, u"short"_s}, {}, {}, false},
                      {{u"2010"_s, QString(u"many words "_s).repeated(60)}, {}, {}, false},
                      {{u"2011"_s, u"one\ntwo"_s}, {}, {}, false},
                      {{u"2012"_s, u"short"_s}, {}, {}, false}};
        FactTableView view(u"facts"_s);
        view.resize(u(80), u(60));
        view.setTable(table);
        QCOMPARE(view.facts()->rowCount(), 4); // there at once for whoever asks
        view.show();
        QVERIFY(view.rowHeight(1) > view.rowHeight(2) && view.rowHeight(2) > view.rowHeight(0));
        QCOMPARE(view.rowHeight(3), view.rowHeight(0));
        for (int row = 0; row < 4; ++row) {
            QStyleOptionViewItem option;
            option.rect = view.visualRect(view.facts()->index(row, 1));
            QCOMPARE(view.rowHeight(row), view.itemDelegate()->sizeHint(option, view.facts()->index(row, 1)).height());
        }
        // The next table begins anew, and so does another width.
        const int many = view.rowHeight(1);
        view.resize(u(160), u(60));
        QVERIFY(view.rowHeight(1) < many);
        table.rows[1].texts[1] = u"short"_s;
        view.setTable(table);
        QCOMPARE(view.rowHeight(1), view.rowHeight(0));
    }

    // Words and headings are whole at any width: the columns share, and only then the table scrolls aside.
    void noWordIsCut()
    {
        FactTable table{{u"When"_s, u"Unpronounceable"_s, u"From"_s}, {30, 2, 30}, -1, {}};
        table.rows = {{{u"2009"_s, u"immeasurable"_s, u"school_census_2006_to_2011.csv"_s}, {}, {}, false}};
        FactTableView view(u"facts"_s);
        view.resize(u(110), u(60));
        view.show();
        view.setTable(table);
        const QFontMetrics metrics(textFont(TextSize::Body));
        QVERIFY(view.columnWidth(1) >= metrics.horizontalAdvance(u"immeasurable"_s) + u(4));
        QVERIFY(view.columnWidth(1) >= view.horizontalHeader()->sectionSizeHint(1));
        QVERIFY(view.horizontalHeader()->length() <= view.viewport()->width());
        QCOMPARE(view.facts()->index(0, 2).data().toString(), u"school_census_2006_to_2011.csv"_s); // what is said stays
    }

    // Half a sum is told as such, by words and by its bar.
    void absenceInHalves()
    {
        Sketch sketch;
        sketch.entry(u"ABS"_s, 2008, Term::None, {{u"SessionsPossible_Autumn_ab09"_s, u"140"_s}, {u"OverallAbsence_Autumn_ab09"_s, u"200"_s},
                                                  {u"SessionsPossible_Spring_ab09"_s, u"120"_s}});
        sketch.entry(u"ABS"_s, 2009, Term::None, {{u"AuthorisedAbsence_Annual_ab10"_s, u"4"_s}});
        const FactTable told = absenceTable(insight::attendance(sketch.snapshot()->record, {}));
        QCOMPARE(told.rows.front().texts[1], u"at least 200, not said for every term"_s);
        QCOMPARE(told.rows.front().bar->other, 200.0);
        QCOMPARE(told.rows[1].texts[1], u"200, of which kind is not said"_s);
        QCOMPARE(told.rows[1].bar->longest, 200.0); // of all bars, not only of those of whole years
        QCOMPARE(told.rows.back().texts[1], u"4 with leave, the rest not said"_s);
        QCOMPARE(told.rows.back().bar->allowed, 4.0);
    }

    void everyExclusionInWords()
    {
        Sketch sketch;
        sketch.entry(u"EXC"_s, 2014, Term::None,
                     {{u"Category_1_ex15"_s, u"FIXD"_s}, {u"StartDate_1_ex15"_s, u"2015-03-10"_s}, {u"Sessions_1_ex15"_s, u"4"_s}, {u"Reason_1_ex15"_s, u"VA"_s},
                      {u"Category_2_ex15"_s, u"XXXX"_s}, {u"StartDate_2_ex15"_s, u"31/02/2015"_s}, {u"Reason_2_ex15"_s, u"ZZ"_s},
                      {u"StartDate_3_ex15"_s, u"2015-05-10"_s}});
        const FactTable told = exclusionTable(insight::attendance(sketch.snapshot()->record, {}));
        QCOMPARE(told.rows.size(), std::size_t(3));
        const auto row = [&](const QString& when) {
            return std::find_if(told.rows.begin(), told.rows.end(), [&](const FactRow& one) { return one.texts[0].contains(when); })->texts;
        };
        QCOMPARE(row(u"March"_s).mid(1, 3), (QStringList{u"Fixed period exclusion, now called suspension"_s, u"4"_s,
                                                         u"Verbal abuse or threatening behaviour against an adult (VA)"_s}));
        QCOMPARE(row(u"31/02"_s).mid(0, 4), (QStringList{u"31/02/2015 (no such day)"_s, u"XXXX, meaning not known"_s, u"not said"_s,
                                                         u"ZZ, meaning not known"_s}));
        QCOMPARE(row(u"May"_s).mid(1, 3), (QStringList{u"not said"_s, u"not said"_s, u"not said"_s}));
    }

    void readingsWithoutAYearStandLast()
    {
        Sketch sketch = life();
        CensusModel model;
        std::vector<insight::Characteristic> found = insight::characteristics(sketch.snapshot()->record, {});
        insight::Reading reading = found.front().readings.front();
        reading.value = record::ValueId{999};
        reading.year = std::nullopt;
        reading.raw = u"WIRT"_s;
        found.front().readings.push_back(reading);
        model.setCharacteristics(found);
        const int last = model.columnCount() - 1;
        QCOMPARE(model.headerData(last, Qt::Horizontal, Qt::DisplayRole).toString(), u"No year"_s);
        QCOMPARE(model.indexOf(record::ValueId{999}).column(), last);
        QCOMPARE(model.index(0, last).data(CensusModel::ValuesRole).toList().size(), 1);
        QVERIFY(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString().contains(u'/'));
    }

    void theAttainmentPageByKeyboard()
    {
        Sketch sketch;
        sketch.entry(u"KS2"_s, 2012, Term::None, {{u"KS2_READLEV"_s, u"4"_s}, {u"KS2_MATLEV"_s, u"5"_s}});
        AttainmentPage page;
        page.setSnapshot(sketch.snapshot());
        showActive(&page);
        page.takeFocus();
        const QSignalSpy selected(&page, &Page::selected);
        for (const auto& [text, view] : {std::pair<QString, const QWidget*>{u"Table"_s, page.table()}, {u"Picture"_s, page.chart()}}) {
            QAbstractButton* part = partNamed(&page, text);
            const auto arrived = selected.size();
            QVERIFY2(part && choosePart(&page, part), qPrintable(text));
            QVERIFY2(tabTo(&page, view), qPrintable(text));
            QCOMPARE(selected.size(), arrived); // arriving asks for nothing
            const auto before = selected.size();
            QTest::keyClick(page.focusWidget(), Qt::Key_Down);
            QTest::keyClick(page.focusWidget(), Qt::Key_Down);
            QVERIFY2(selected.size() > before, qPrintable(text));
        }
        QVERIFY(tabTo(&page, partNamed(&page, u"&Save"_s)));
    }

    void pagesSurviveEveryPart()
    {
        CensusPage page;
        page.resize(700, 500);
        page.show();
        for (const desk::SnapshotPtr& snapshot : {desk::SnapshotPtr(), Sketch().snapshot(), life().snapshot()}) {
            page.setSnapshot(snapshot);
            for (const auto part : {CensusPage::ByYear, CensusPage::TermByTerm, CensusPage::Absence, CensusPage::Homes}) {
                page.showPart(part);
                page.takeFocus();
                QVERIFY(!page.grab().isNull());
            }
        }
        page.showSelected({{record::ValueId{9}}, {}});
        QCOMPARE(page.account()->key(), u"EthnicGroup"_s);
    }
};

QTEST_MAIN(AnswersPages)
#include "tst_answers_pages.moc"
