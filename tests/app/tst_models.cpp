// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline_fixture.h"

#include "app/models/attainment_model.h"
#include "app/models/census_model.h"
#include "app/models/hand_marks.h"
#include "app/models/releases_model.h"
#include "app/models/run_model.h"
#include "app/models/timeline_model.h"
#include "record/written_in.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app;
using Tester = QAbstractItemModelTester;

namespace {

insight::Reading reading(qint64 id, int year, const QString& raw, const QString& meaning, bool changed = false)
{
    insight::Reading reading;
    reading.value = record::ValueId{id};
    reading.year = catalogue::AcademicYear{year};
    reading.term = catalogue::Term::Spring;
    reading.raw = raw;
    reading.meaning = meaning;
    reading.changed = changed;
    return reading;
}

std::vector<insight::Characteristic> characteristics()
{
    insight::Characteristic ethnic;
    ethnic.key = u"EthnicGroup"_s;
    ethnic.title = u"Ethnic group"_s;
    ethnic.readings = {reading(1, 2008, u"MWAS"_s, u"White and Asian"_s),
                       reading(2, 2009, u"WBRI"_s, u"White – British"_s, true)};
    insight::Characteristic postcode;
    postcode.key = postcode.title = u"Postcode"_s;
    postcode.locates = true;
    postcode.readings = {reading(3, 2009, u"ZZ99 3CZ"_s, {})};
    insight::Characteristic care;
    care.key = u"InCare"_s;
    care.title = u"In care"_s;
    care.group = insight::LaneGroup::Care;
    care.hard = true;
    care.readings = {reading(4, 2009, u"1"_s, u"Yes"_s)};
    return {ethnic, postcode, care};
}

// Whatever any role of any cell gives away.
QString everythingIn(const QAbstractItemModel& model)
{
    QString all;
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            for (int role = 0; role < Qt::UserRole + 20; ++role)
                all += model.data(model.index(row, column), role).toString() + u'\n';
    return all;
}

insight::ReleaseExposure exposure(const QString& reference, insight::Verdict verdict)
{
    insight::ReleaseExposure one;
    one.release.reference = reference;
    one.release.recipient = u"Recipient "_s + reference;
    one.verdict = verdict;
    return one;
}

} // namespace

class Models : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timelineModelIsATree()
    {
        TimelineModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setTimeline(fixture::life());
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.rowCount(model.index(1, 0)), 3);
        const QModelIndex odd = model.index(1, TimelineModel::What, model.index(1, 0));
        QCOMPARE(odd.data().toString(), u"White – British"_s);
        QCOMPARE(odd.data(Qt::AccessibleTextRole).toString(),
                 u"Ethnic group, White – British, spring 2009 to spring 2010"_s);
        QCOMPARE(odd.siblingAtColumn(TimelineModel::Code).data().toString(), u"WBRI"_s);
        QCOMPARE(model.placeOf(odd), (MarkPlace{1, 1}));
        QCOMPARE(model.indexOf(model.placeOf(u"ethnic.2"_s)), odd);
        QCOMPARE(model.placeOf(record::ValueId{12}), (MarkPlace{1, 1}));
        QVERIFY(!model.placeOf(record::ValueId{999}));
        QCOMPARE(model.placeOfRelease(u"tutor"_s), (MarkPlace{5, 0}));
        model.setTimeline({});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.placeOf(u"ethnic.2"_s));
    }

    void marksOutOfOrderArePutInOrder()
    {
        insight::Timeline timeline = fixture::life();
        std::swap(timeline.lanes[1].marks[0], timeline.lanes[1].marks[2]);
        TimelineModel model;
        model.setTimeline(timeline);
        QCOMPARE(model.placeOf(u"ethnic.1"_s), (MarkPlace{1, 0}));
    }

    void runAndTrayAreLists()
    {
        const insight::Timeline life = fixture::life();
        RunModel run(life.lanes[4], 0, 3);
        const Tester runTester(&run, Tester::FailureReportingMode::QtTest);
        QCOMPARE(run.rowCount(), 3);
        QCOMPARE(run.key(run.index(2)), u"ks1.2"_s);
        UndatedModel tray;
        const Tester trayTester(&tray, Tester::FailureReportingMode::QtTest);
        tray.setUndated(life.undated);
        QCOMPARE(tray.index(0).data().toString(), u"Entry date: no such day"_s);
        QCOMPARE(tray.rowOf(record::ValueId{90}), 0);
        QCOMPARE(tray.rowOf(record::ValueId{91}), -1);
    }

    void censusSaysAYearAtATime()
    {
        CensusModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setCharacteristics(characteristics());
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"2009/10"_s);
        const QModelIndex odd = model.indexOf(record::ValueId{2});
        QCOMPARE(odd.data().toString(), u"White – British"_s);
        QCOMPARE(odd.data(CensusModel::CodeRole).toString(), u"WBRI"_s);
        QVERIFY(odd.data(CensusModel::ChangedRole).toBool());
        QVERIFY(!model.indexOf(record::ValueId{1}).data(CensusModel::ChangedRole).toBool());
    }

    void twoAnswersInOneYearAreBothSaid()
    {
        std::vector<insight::Characteristic> two = characteristics();
        two[0].readings.push_back(reading(5, 2009, u"MWAS"_s, u"White and Asian"_s, true));
        two[0].readings.push_back(reading(6, 2009, u"MWAS"_s, u"White and Asian"_s));
        CensusModel model;
        model.setCharacteristics(two);
        const QModelIndex cell = model.indexOf(record::ValueId{5});
        QCOMPARE(cell.data().toString(), u"White – British, then White and Asian"_s);
        QCOMPARE(cell.data(CensusModel::ValuesRole).toList().size(), 3);
    }

    void placesAreHiddenUnderEveryRole()
    {
        CensusModel model;
        model.setCharacteristics(characteristics());
        QVERIFY(model.hasMasked());
        QVERIFY(!everythingIn(model).contains(u"ZZ99"_s));
        QVERIFY(everythingIn(model).contains(u"WBRI"_s));
        model.setUnmasked(true);
        QVERIFY(everythingIn(model).contains(u"ZZ99"_s));
        model.forgetChoices();
        QVERIFY(!everythingIn(model).contains(u"ZZ99"_s));
    }

    void hardRowsWaitForBeingOpened()
    {
        CensusModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setCharacteristics(characteristics());
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(model.isHeading(2));
        QVERIFY(!everythingIn(model).contains(u"Yes"_s));
        QVERIFY(model.index(2, 0).data().toString().contains(u"hard to read"_s));
        model.setHardOpen(insight::LaneGroup::Care, true);
        QCOMPARE(model.rowCount(), 4);
        QVERIFY(everythingIn(model).contains(u"Yes"_s));
    }

    void releasesStandSurestFirst()
    {
        using insight::Verdict;
        ReleasesModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setExposure({exposure(u"a"_s, Verdict::Unknown), exposure(u"b"_s, Verdict::Definite),
                           exposure(u"c"_s, Verdict::Unknown)});
        QCOMPARE(model.rowOf(u"b"_s), 0);
        QCOMPARE(model.rowOf(u"a"_s), 1); // as the list has them, among equals
        QCOMPARE(model.rowOf(u"x"_s), -1);
        QCOMPARE(model.counts().at(Verdict::Unknown), 2);
        QVERIFY(!model.index(0, ReleasesModel::Verdict).data().toString().isEmpty());
    }

    // What the person wrote in bears its sign and its words; what was delivered does not.
    void writtenInIsSaidOfCensusReadings()
    {
        std::vector<insight::Characteristic> mixed(1);
        mixed.front().key = mixed.front().title = u"Ethnic group"_s;
        mixed.front().readings = {reading(1, 2008, u"MWAS"_s, u"White and Asian"_s),
                                  reading(record::firstWrittenIn + 7, 2009, u"WIRI"_s, u"White Irish"_s)};
        CensusModel model;
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setCharacteristics(mixed);
        const QString all = everythingIn(model);
        QVERIFY(all.contains(u"✎ White Irish, by me"_s));
        QVERIFY(all.contains(u"White Irish, written in by me"_s));
        QVERIFY(!all.contains(u"✎ White and Asian"_s));
        QVERIFY(!all.contains(u"White and Asian, written in by me"_s));
        mixed.front().readings.pop_back();
        model.setCharacteristics(mixed);
        QVERIFY(!everythingIn(model).contains(u"by me"_s));
    }

    void writtenInIsSaidOfTimelineMarks()
    {
        const qint64 own = record::firstWrittenIn + 7;
        insight::Timeline timeline;
        timeline.from = QDate(2009, 9, 1);
        timeline.to = QDate(2012, 8, 31);
        insight::Lane lane;
        lane.key = lane.title = u"Ethnic group"_s;
        const auto mark = [](const QString& label, int year, std::vector<record::ValueId> values) {
            insight::Mark mark;
            mark.key = mark.label = label;
            mark.from = QDate(year, 9, 1);
            mark.to = QDate(year + 1, 8, 31);
            mark.values = std::move(values);
            return mark;
        };
        lane.marks = {mark(u"Delivered"_s, 2009, {{1}}), mark(u"Mine"_s, 2010, {{own}}), mark(u"Both"_s, 2011, {{2}, {own + 1}}),
                      mark(u"None"_s, 2011, {})};
        timeline.lanes = {lane};
        TimelineModel model;
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setTimeline(markedByHand(timeline));
        QString all;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex parent = model.index(row, 0);
            for (int child = 0; child < model.rowCount(parent); ++child)
                for (int column = 0; column < model.columnCount(parent); ++column)
                    for (int role = 0; role < Qt::UserRole + 20; ++role)
                        all += model.index(child, column, parent).data(role).toString() + u'\n';
        }
        QVERIFY2(all.contains(u"✎ Mine, by me"_s), qPrintable(all));
        for (const QString& delivered : {u"Delivered"_s, u"Both"_s, u"None"_s})
            QVERIFY(!all.contains(u"✎ "_s + delivered));
        // The mark that rests on both says the same as ever.
        QCOMPARE(markedByHand(timeline).lanes.front().marks[2].label, u"Both"_s);
        QCOMPARE(markedByHand(timeline).lanes.front().marks[1].shortLabel, u"✎ Mine"_s);
    }

    void writtenInIsSaidOfResults()
    {
        const auto row = [](qint64 id, const QString& text, std::vector<record::ValueId> also = {}) {
            insight::ResultRow row;
            row.value = {id};
            row.subject = u"Maths"_s;
            row.text = text;
            row.also = std::move(also);
            return row;
        };
        const qint64 own = record::firstWrittenIn + 7;
        insight::Attainment attainment;
        insight::AttainmentPanel panel;
        panel.title = u"Key Stage 2"_s;
        panel.rows = {row(1, u"4"_s), row(own, u"5"_s), row(own + 1, u"3"_s, {{2}})};
        attainment.panels = {panel};
        AttainmentModel model;
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setAttainment(attainment, {});
        const auto cell = [&](int at, int role) { return model.index(at, AttainmentModel::Result).data(role).toString(); };
        QCOMPARE(cell(0, Qt::DisplayRole), u"4"_s);
        QCOMPARE(cell(0, Qt::AccessibleTextRole), u"4"_s);
        QCOMPARE(cell(1, Qt::DisplayRole), u"✎ 5, by me"_s);
        QCOMPARE(cell(1, Qt::AccessibleTextRole), u"5, written in by me"_s);
        QCOMPARE(cell(2, Qt::DisplayRole), u"3"_s); // a document says it too
        QCOMPARE(model.index(1, AttainmentModel::Subject).data().toString(), u"Maths"_s);
    }

    void attainmentIsATable()
    {
        insight::Attainment attainment;
        insight::AttainmentPanel panel;
        panel.title = u"Key Stage 1"_s;
        panel.expectedFrom = 3;
        panel.to = 9;
        insight::ResultRow reached, below, absent;
        reached.value = record::ValueId{1};
        reached.place = 3;
        reached.also = {record::ValueId{9}};
        below.value = record::ValueId{2};
        below.place = 2;
        absent.value = record::ValueId{3};
        panel.rows = {reached, below, absent};
        attainment.panels = {panel};
        AttainmentModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setAttainment(attainment, {});
        QCOMPARE(model.rowCount(), 3);
        const auto compared = [&](int row) { return model.index(row, AttainmentModel::Compared).data().toString(); };
        QVERIFY(compared(0).startsWith(u"as expected"_s));
        QVERIFY(compared(1).startsWith(u"below"_s));
        QVERIFY(compared(2).isEmpty()); // no result is not a low result
        QCOMPARE(model.rowOf(record::ValueId{9}), 0);
    }
};

QTEST_GUILESS_MAIN(Models)
#include "tst_models.moc"
