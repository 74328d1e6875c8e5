// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/coverage_model.h"
#include "app/pages/coverage_detail.h"
#include "app/pages/coverage_page.h"
#include "app/theme/tokens.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using app::CoverageModel;
using app::CoverSign;
using Tester = QAbstractItemModelTester;

namespace {

const QDate today(2026, 11, 22);

// Born in 2001: one spring census of an invented school, one Key Stage 2.
desk::SnapshotPtr snapshot()
{
    auto made = std::make_shared<desk::Snapshot>();
    made->today = today;
    made->record.person = {u"Mina Rose Larkspur"_s, QDate(2001, 10, 14), u"N000260000031"_s, {}};
    record::Document document;
    document.id = {1};
    document.name = u"larkspur-extract.csv"_s;
    made->record.documents = {document};
    const auto entry = [](qint64 id, const QString& collection, int year, catalogue::Term term, const QString& name) {
        record::Entry one;
        one.id = {id};
        one.document = {1};
        one.collection = collection;
        one.year = catalogue::AcademicYear{year};
        one.term = term;
        one.establishment = u"0002001"_s;
        record::Value value;
        value.id = {id};
        value.name = name;
        value.raw = u"WBRI"_s;
        one.values = {value};
        return one;
    };
    made->record.entries = {entry(1, u"SC"_s, 2009, catalogue::Term::Spring, u"EthnicGroupMinor_SPR10"_s),
                            entry(2, u"KS2"_s, 2012, catalogue::Term::None, u"KS2_READLEV"_s)};
    return made;
}

insight::Coverage coverageOf(const desk::SnapshotPtr& snapshot)
{
    return insight::coverage(snapshot->record, snapshot->decisions, snapshot->today);
}

QModelIndex cellAt(const CoverageModel& model, const QString& title, const QString& year)
{
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            if (model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString() == title
                && model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().startsWith(year))
                return model.index(row, column);
    return {};
}

QString everythingIn(const CoverageModel& model)
{
    QString all;
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column) {
            for (int role = 0; role < Qt::UserRole + 20; ++role)
                all += model.data(model.index(row, column), role).toString() + u'\n';
            all += model.told(model.index(row, column)).rule;
        }
    return all;
}

} // namespace

class TestCoverage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTableWithSectionsAndTerms()
    {
        CoverageModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setCoverage(coverageOf(snapshot()));
        QVERIFY(model.isHeading(0));
        QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), u"At school"_s);
        const QModelIndex here = cellAt(model, u"School Census, spring"_s, u"2009/10"_s);
        QCOMPARE(here.data(CoverageModel::SignRole).toInt(), int(CoverSign::Here));
        QCOMPARE(here.data().toString(), u"here"_s);
        const QModelIndex missing = cellAt(model, u"School Census, spring"_s, u"2010/11"_s);
        QCOMPARE(missing.data(CoverageModel::SignRole).toInt(), int(CoverSign::NotHere));
        QCOMPARE(missing.data(Qt::AccessibleTextRole).toString(),
                 u"School Census, spring, 2010/11, Year 4: should be here, is not"_s);
        QVERIFY(!missing.data(Qt::AccessibleDescriptionRole).toString().isEmpty());
        QCOMPARE(cellAt(model, u"Multiplication tables check"_s, u"2010/11"_s).data().toString(), u"none"_s);
        // A dot needs no word to the eye, but a screen reader gets one.
        const QModelIndex dot = cellAt(model, u"Key Stage 2"_s, u"2010/11"_s);
        QVERIFY(dot.data().toString().isEmpty());
        QVERIFY(dot.data(Qt::AccessibleTextRole).toString().contains(u"not at that age"_s));
        QVERIFY(model.count(CoverSign::NotHere) > 10);
        QCOMPARE(model.count(CoverSign::Here), 2);
        model.setCoverage({});
        QCOMPARE(model.rowCount(), 0);
    }

    void careStaysFoldedUntilItIsOpened()
    {
        CoverageModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setCoverage(coverageOf(snapshot()));
        const auto care = [&] { return cellAt(model, u"Children looked after"_s, u"2010/11"_s).isValid(); };
        QVERIFY(!care());
        QVERIFY(!everythingIn(model).contains(u"looked after"_s));
        model.setOpen(catalogue::CoverageSection::Care, true);
        QVERIFY(care());
        model.forgetChoices();
        QVERIFY(!care());
    }

    void whatACellTells()
    {
        CoverageModel model;
        model.setCoverage(coverageOf(snapshot()));
        const auto told = model.told(cellAt(model, u"School Census, spring"_s, u"2010/11"_s));
        QCOMPARE(told.when, u"2010/11, Year 4"_s);
        QVERIFY(!told.rule.isEmpty() && !told.source.isEmpty() && !told.certainty.isEmpty());
        QCOMPARE(told.missing.size(), std::size_t(1));
        QCOMPARE(told.missing.front().term, catalogue::Term::Spring);
        const auto held = model.told(cellAt(model, u"Key Stage 2"_s, u"2012/13"_s));
        QCOMPARE(held.values, std::vector<record::ValueId>{record::ValueId{2}});
        QVERIFY(held.missing.empty());
        QVERIFY(model.told({}).title.isEmpty());
    }

    void thePrintedTableIsLaidOverOnlyWhenAsked()
    {
        CoverageModel model;
        model.setCoverage(coverageOf(snapshot()));
        const QModelIndex disputed = cellAt(model, u"Year 7 progress tests"_s, u"2010/11"_s);
        QVERIFY(!disputed.data(CoverageModel::PrintedRole).isValid());
        QVERIFY(!disputed.data(Qt::AccessibleTextRole).toString().contains(u"disagree"_s));
        QVERIFY(model.told(disputed).printed.contains(u"disagree"_s)); // the cell says so in any case
        const QModelIndex agreed = cellAt(model, u"Key Stage 2"_s, u"2010/11"_s);
        QVERIFY(model.told(agreed).printed.isEmpty());
        model.setPrinted(true);
        QVERIFY(disputed.data(CoverageModel::DisagreesRole).toBool());
        QVERIFY(disputed.data(Qt::AccessibleTextRole).toString().contains(u"disagree"_s));
        QVERIFY(!agreed.data(CoverageModel::DisagreesRole).toBool());
        QVERIFY(!model.told(agreed).printed.isEmpty());
    }

    // From a cell to what can be done about it, into what is folded, and to the table that is laid over.
    void byKeyboardAlone()
    {
        app::CoveragePage page;
        page.setSnapshot(snapshot());
        page.resize(app::u(160), app::u(90)); // a small window: the rule and the signs scroll
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.takeFocus();
        QCOMPARE(page.focusWidget(), page.table());
        page.table()->setCurrentIndex(page.model()->firstMissing());
        QTest::keyClick(page.table(), Qt::Key_Return);
        auto* ask = qobject_cast<QPushButton*>(page.focusWidget());
        QVERIFY(ask && page.detail()->isAncestorOf(ask));
        QSignalSpy asked(&page, &app::CoveragePage::missingAsked);
        QTest::keyClick(ask, Qt::Key_Space);
        QCOMPARE(asked.size(), 1);
        // What does not fit below the table can be scrolled to with keys.
        const auto* below = page.detail()->parentWidget()->parentWidget()->parentWidget();
        int stops = 0;
        for (; stops < 30 && page.focusWidget() != below; ++stops)
            QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
        QCOMPARE(page.focusWidget(), below);
        for (stops = 0; stops < 30 && page.focusWidget() != page.table(); ++stops)
            QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
        int heading = -1;
        for (int row = 0; row < page.model()->rowCount(); ++row)
            if (page.model()->isHeading(row))
                heading = row;
        page.table()->setCurrentIndex(page.model()->index(heading, 0));
        const int rows = page.model()->rowCount();
        QTest::keyClick(page.table(), Qt::Key_Return);
        QVERIFY(page.model()->rowCount() > rows);
    }

    void nothingInItLocatesAnybody()
    {
        CoverageModel model;
        model.setCoverage(coverageOf(snapshot()));
        model.setPrinted(true);
        const QString all = everythingIn(model);
        for (const auto& locating : {u"0002001"_s, u"larkspur"_s, u"N000260000031"_s})
            QVERIFY2(!all.contains(locating, Qt::CaseInsensitive), qPrintable(locating));
    }

    void oneClickAsksForWhatIsMissing()
    {
        app::CoveragePage page;
        page.resize(app::u(300), app::u(190));
        page.setSnapshot(snapshot());
        page.show();
        const QSignalSpy asked(&page, &app::CoveragePage::missingAsked);
        page.table()->setFocus();
        page.table()->setCurrentIndex(cellAt(*page.model(), u"School Census, spring"_s, u"2010/11"_s));
        QVERIFY(page.detail()->words().contains(u"This should be here, and is not."_s));
        QVERIFY(page.detail()->words().contains(u"DfE"_s));
        // By keyboard: Enter goes to the button, Space presses it.
        QTest::keyClick(page.table(), Qt::Key_Return);
        auto* button = qobject_cast<QPushButton*>(page.focusWidget());
        QVERIFY(button);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(asked.size(), 1);
        const auto parts = asked.first().first().value<std::vector<insight::MissingPart>>();
        QCOMPARE(parts.size(), std::size_t(1));
        QCOMPARE(parts.front().collection, u"SC"_s);
        QCOMPARE(parts.front().year.text(), u"2010/11"_s);
    }

    void arrowsWalkTheMatrix()
    {
        app::CoveragePage page;
        page.setSnapshot(snapshot());
        page.show();
        page.table()->setFocus();
        page.table()->setCurrentIndex(cellAt(*page.model(), u"Key Stage 2"_s, u"2011/12"_s));
        QTest::keyClick(page.table(), Qt::Key_Right);
        QVERIFY(page.detail()->words().contains(u"This is here."_s));
        const QSignalSpy selected(&page, &app::Page::selected);
        QTest::keyClick(page.table(), Qt::Key_Return);
        auto* look = qobject_cast<QPushButton*>(page.focusWidget());
        QVERIFY(look);
        QTest::keyClick(look, Qt::Key_Space);
        QCOMPARE(selected.size(), 1);
    }

    void aScreenReaderFindsCellsAndRules()
    {
        app::CoveragePage page;
        page.setSnapshot(snapshot());
        page.show();
        QAccessibleInterface* table = QAccessible::queryAccessibleInterface(page.table());
        QVERIFY(table && table->tableInterface());
        const QModelIndex index = cellAt(*page.model(), u"Key Stage 2"_s, u"2012/13"_s);
        QAccessibleInterface* cell = table->tableInterface()->cellAt(index.row(), index.column());
        QVERIFY(cell);
        QVERIFY(cell->text(QAccessible::Name).contains(u"Key Stage 2, 2012/13, Year 6: here"_s));
    }

    void nothingToTellAndNothingAfterLocking()
    {
        app::CoveragePage page;
        auto nobody = std::make_shared<desk::Snapshot>();
        nobody->today = today;
        page.setSnapshot(nobody);
        page.show();
        QCOMPARE(page.model()->columnCount(), 0);
        page.setSnapshot(snapshot());
        QVERIFY(page.model()->rowCount() > 0);
        page.setSnapshot(nullptr);
        QCOMPARE(page.model()->rowCount(), 0);
        QVERIFY(!page.detail()->words().contains(u"School Census"_s));
    }

    void readOnlyAsksForNothing()
    {
        auto made = std::make_shared<desk::Snapshot>(*snapshot());
        made->readOnly = true;
        app::CoveragePage page;
        page.setSnapshot(made);
        page.show();
        page.table()->setCurrentIndex(cellAt(*page.model(), u"School Census, spring"_s, u"2010/11"_s));
        for (const QPushButton* button : page.detail()->findChildren<QPushButton*>())
            QVERIFY(!button->isVisible() || !button->isEnabled());
    }
};

QTEST_MAIN(TestCoverage)
#include "tst_coverage.moc"
