// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/attainment_chart.h"
#include "app/charts/result_name.h"
#include "app/charts/verdict_row.h"
#include "app/theme/tokens.h"
#include "record/written_in.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app;

namespace {

insight::AttainmentPanel panel(const QString& title, int rows, qint64 firstId)
{
    insight::AttainmentPanel panel;
    panel.title = title;
    panel.from = 0;
    panel.to = 9;
    panel.expectedFrom = 6;
    for (int i = 0; i <= 9; ++i)
        panel.ticks.push_back({double(i), QString::number(i), i == 6});
    for (int i = 0; i < rows; ++i) {
        insight::ResultRow row;
        row.value = record::ValueId{firstId + i};
        row.subject = u"Subject %1"_s.arg(i);
        row.text = QString::number(i);
        row.place = i;
        panel.rows.push_back(row);
    }
    return panel;
}

insight::Attainment results()
{
    insight::Attainment attainment;
    attainment.panels = {panel(u"First"_s, 5, 1), panel(u"Second"_s, 5, 11), panel(u"Third"_s, 5, 21)};
    insight::RelativeScore score;
    score.value = record::ValueId{31};
    score.title = u"Progress 8"_s;
    score.score = 0.91;
    attainment.relative = {score};
    return attainment;
}

} // namespace

class Charts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenInIsSpokenSo()
    {
        insight::Attainment mixed;
        mixed.panels = {panel(u"First"_s, 2, 1)};
        mixed.panels.front().rows[1].value = record::ValueId{record::firstWrittenIn + 1};
        AttainmentChart chart;
        chart.resize(700, 500);
        chart.setAttainment(mixed);
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&chart);
        QVERIFY(spoken && spoken->childCount() == 2);
        QVERIFY(!spoken->child(0)->text(QAccessible::Name).contains(u"by me"_s));
        QVERIFY(spoken->child(1)->text(QAccessible::Name).endsWith(u", written in by me"_s));
    }

    void panelsNeverOverlapAndStayInside()
    {
        for (const double width : {250.0, 700.0, 1100.0, 2400.0}) {
            const PanelLayout layout = panelLayout(results(), width, {});
            QCOMPARE(layout.panels.size(), std::size_t(4));
            for (std::size_t i = 0; i < layout.panels.size(); ++i) {
                QVERIFY(layout.panels[i].rect.right() <= width + 0.5);
                QVERIFY(layout.panels[i].rect.bottom() <= layout.height);
                for (std::size_t j = i + 1; j < layout.panels.size(); ++j)
                    QVERIFY(!layout.panels[i].rect.intersects(layout.panels[j].rect));
            }
        }
        QCOMPARE(panelLayout(results(), 250, {}).columns, 1);
        QCOMPARE(panelLayout(results(), 1100, {}).columns, 3);
        QCOMPARE(panelLayout({}, 700, {}).rows.size(), std::size_t(0));
    }

    // Only what has a note has room for one, and as much as it needs.
    void aNoteTakesItsOwnRoom()
    {
        PanelSizes sizes;
        sizes.notes = {0, 60, 20};
        const PanelLayout layout = panelLayout(results(), 250, sizes);
        const double bare = layout.panels[0].rect.height();
        QCOMPARE(layout.panels[1].rect.height(), bare + 60);
        QCOMPARE(layout.panels[2].rect.height(), bare + 20);
    }

    // A name too long for its line makes its own row higher, and no other.
    void aLongNameTakesItsOwnRoom()
    {
        insight::Attainment attainment = results();
        attainment.panels[0].rows[1].subject = u"Language for communication and thinking, and linking sounds and letters"_s;
        PanelSizes sizes;
        sizes.high = [](const insight::ResultRow& row, double room) { return double(row.subject.size()) * 6 > room ? 50.0 : 10.0; };
        const PanelLayout layout = panelLayout(attainment, 250, sizes);
        const PanelPlace& place = layout.panels[0];
        QCOMPARE(place.rows[0].height(), sizes.row);
        QCOMPARE(place.rows[1].height(), 50.0);
        QCOMPARE(place.axis.bottom(), place.rows.back().bottom());
        for (std::size_t row = 0; row < place.rows.size(); ++row)
            QCOMPARE(layout.rows[row].rect, place.rows[row]);
        // Drawn whole: on more lines where it must be, never shortened.
        const QString name = attainment.panels[0].rows[1].subject;
        const double narrow = app::u(34);
        QVERIFY(nameHeight(name, narrow) > 1.5 * nameHeight(u"Reading"_s, narrow));
        QCOMPARE(nameHeight(name, 1e4), nameHeight(u"Reading"_s, narrow));
    }

    void placesLieOnTheAxisInOrder()
    {
        const PanelLayout layout = panelLayout(results(), 1100, {});
        const insight::AttainmentPanel first = panel(u"First"_s, 5, 1);
        const QRectF axis = layout.panels.front().axis;
        double before = axis.left();
        for (int place = 0; place <= 9; ++place) {
            const double x = placeX(first, axis, place);
            QVERIFY(x > before && x < axis.right());
            before = x;
        }
        QVERIFY(placeX(first, axis, 99) <= axis.right()); // off the scale stays in the panel
    }

    void arrowKeysMoveOverResults()
    {
        AttainmentChart chart;
        chart.resize(1200, 700);
        chart.setAttainment(results());
        chart.show();
        QSignalSpy chosen(&chart, &AttainmentChart::chosen);
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chart.current(), record::ValueId{1});
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chart.current(), record::ValueId{2});
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.current(), record::ValueId{31});
        QTest::keyClick(&chart, Qt::Key_Home);
        QTest::keyClick(&chart, Qt::Key_Left); // nothing further
        QCOMPARE(chart.current(), record::ValueId{1});
        const int before = chart.layoutOfPanels().rowOf(chart.current());
        QTest::keyClick(&chart, Qt::Key_Right);
        const auto& rows = chart.layoutOfPanels().rows;
        const int after = chart.layoutOfPanels().rowOf(chart.current());
        QVERIFY(rows[std::size_t(after)].rect.left() > rows[std::size_t(before)].rect.right());
        QCOMPARE(chosen.count(), 6);
    }

    void everyResultIsAnAccessibleChild()
    {
        AttainmentChart chart;
        chart.resize(1200, 700);
        chart.setAttainment(results());
        chart.show();
        chart.setFocus();
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&chart);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 16);
        for (int i = 0; i < list->childCount(); ++i) {
            QAccessibleInterface* child = list->child(i);
            QVERIFY(child && child->isValid());
            QCOMPARE(child->text(QAccessible::Name), chart.rowWords(i));
            QCOMPARE(child->parent(), list);
            QCOMPARE(list->indexOfChild(child), i);
            QCOMPARE(child->window(), list->window());
            QCOMPARE(list->childAt(child->rect().center().x(), child->rect().center().y()), child);
        }
        QSignalSpy chosen(&chart, &AttainmentChart::chosen);
        list->child(6)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chart.current(), record::ValueId{12});
        QVERIFY(list->child(6)->state().selected);
        QVERIFY(!list->child(5)->state().selected);
        QVERIFY(!list->child(16));
    }

    void childrenFollowTheirValueNotTheirNumber()
    {
        AttainmentChart chart;
        chart.resize(1200, 700);
        chart.setAttainment(results());
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&chart);
        const QString words = list->child(5)->text(QAccessible::Name);
        insight::Attainment fewer = results();
        fewer.panels.erase(fewer.panels.begin());
        chart.setAttainment(fewer);
        QCOMPARE(list->childCount(), 11);
        QCOMPARE(list->child(0)->text(QAccessible::Name), words);
        chart.setAttainment({});
        QCOMPARE(list->childCount(), 0);
        QVERIFY(chart.accessibleDescription().isEmpty()); // nothing of the last record stays
    }

    void selectionFromElsewhereIsNotEchoed()
    {
        AttainmentChart chart;
        chart.resize(1200, 700);
        chart.setAttainment(results());
        QSignalSpy chosen(&chart, &AttainmentChart::chosen);
        chart.setCurrent(record::ValueId{12});
        QCOMPARE(chart.current(), record::ValueId{12});
        chart.setCurrent(record::ValueId{999});
        QVERIFY(!chart.current());
        QCOMPARE(chosen.count(), 0);
    }

    void rowsAreSaidInWords()
    {
        AttainmentChart chart;
        chart.resize(1200, 700);
        chart.setAttainment(results());
        QCOMPARE(chart.rowWords(0), u"First, Subject 0, 0, below what was expected"_s);
        QVERIFY(chart.rowWords(15).startsWith(u"Progress 8"_s));
        QVERIFY(chart.rowWords(15).endsWith(u"+0.91"_s));
    }

    void discsWrapOnANarrowPage()
    {
        VerdictRow row;
        row.setCounts({{insight::Verdict::Definite, 2}, {insight::Verdict::Unknown, 60}});
        QVERIFY(row.heightForWidth(300) > row.heightForWidth(1600));
        QVERIFY(row.accessibleName().contains(u"60"_s));
    }
};

QTEST_MAIN(Charts)
#include "tst_charts.moc"
