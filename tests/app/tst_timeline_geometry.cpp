// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline_fixture.h"

#include "app/models/mark_words.h"
#include "app/timeline/label_rule.h"
#include "app/timeline/moment_words.h"
#include "app/timeline/request_lane.h"
#include "app/timeline/source_lane.h"
#include "app/timeline/timeline_file.h"
#include "app/timeline/timeline_scene.h"
#include "app/timeline/zoom_stack.h"
#include "app/timeline/zoom_steps.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace app;
using insight::LaneGroup;

namespace {

TimeScale tenYears()
{
    return {rangeOf(QDate(2005, 1, 1), QDate(2014, 12, 31)), 148, 700};
}

// Seven pixels a character: widths that can be counted by hand.
double sevenWide(const QString& text)
{
    return 7.0 * static_cast<double>(text.size());
}

TimelineScene sceneOf(const TimelineModel& model, const Folding& folding, double width = 700)
{
    TimelineScene scene;
    scene.model = &model;
    for (const insight::Lane& lane : model.timeline().lanes)
        scene.indexes.emplace_back(lane);
    scene.gaps = laneGaps(model.timeline());
    scene.rows = laneRows(model.timeline(), folding, {});
    scene.scale = {rangeOf(model.timeline().from, model.timeline().to), 148, width};
    scene.size = {148 + width, 700};
    return scene;
}

} // namespace

class TimelineGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timeAndPixelsAgreeBothWays()
    {
        const TimeScale scale = tenYears();
        QCOMPARE(scale.x(QDate(2005, 1, 1)), 148.0);
        QCOMPARE(scale.x(QDate(2015, 1, 1)), 848.0);
        for (const QDate date : {QDate(2005, 1, 1), QDate(2009, 9, 1), QDate(2012, 2, 29), QDate(2014, 12, 31)})
            QCOMPARE(dateOf(scale.day(scale.x(date) + 0.001)), date);
        QVERIFY(qAbs(scale.pixelsPerYear() - 70) < 0.1);
    }

    void zoomKeepsTheMomentUnderThePointer()
    {
        const TimeScale scale = tenYears();
        const double x = scale.x(QDate(2009, 9, 1));
        TimeScale closer = scale;
        closer.range = scale.zoomed(x, 2, scale.range, 21);
        QVERIFY(qAbs(closer.x(QDate(2009, 9, 1)) - x) < 1e-6);
        QVERIFY(qAbs(closer.range.length() - scale.range.length() / 2) < 1e-6);
    }

    void zoomStopsAtTheLimits()
    {
        const TimeScale scale = tenYears();
        QCOMPARE(scale.zoomed(400, 0.1, scale.range, 21), scale.range);
        QCOMPARE(scale.zoomed(400, 1e9, scale.range, 21).length(), 21.0);
        QCOMPARE(scale.dragged(1e6, scale.range), scale.range);
    }

    void zoomStackGoesBackAndForward()
    {
        ZoomStack stack;
        stack.setLimits({0, 1000});
        stack.setLimits({0, 2000}); // a view that showed everything goes on doing so
        QVERIFY(stack.isFit());
        QVERIFY(!stack.back());
        stack.show({100, 200});
        stack.show({110, 120});
        QVERIFY(stack.back());
        QCOMPARE(stack.current(), (TimeRange{100, 200}));
        QVERIFY(stack.forward());
        QCOMPARE(stack.current(), (TimeRange{110, 120}));
        stack.fit();
        QVERIFY(stack.isFit());
        QVERIFY(stack.back());
        QCOMPARE(stack.current(), (TimeRange{110, 120}));
    }

    void oneGestureIsOneStepBack()
    {
        ZoomStack stack;
        stack.setLimits({0, 1000});
        for (const double to : {900.0, 800.0, 700.0})
            stack.show({0, to}, ZoomStack::Step::Same);
        stack.endGesture();
        stack.show({0, 600}, ZoomStack::Step::Same);
        QVERIFY(stack.back());
        QCOMPARE(stack.current().to, 700.0);
        QVERIFY(stack.back());
        QVERIFY(stack.isFit());
        QVERIFY(!stack.canGoBack());
    }

    void marksThatTouchAreCounted()
    {
        const MarkIndex index(fixture::crowded(1000, 2));
        const TimeScale scale = tenYears();
        const auto runs = index.runs(scale.range, scale.days(24));
        QVERIFY(runs.size() <= 700 / 24 + 2);
        int counted = 0;
        for (const MarkRun& run : runs)
            counted += run.count;
        // 1,000 marks from 2002 to the middle of 2007; those before 2005 are off screen.
        // The cell at the left edge is counted whole.
        QVERIFY(counted >= 452 && counted < 452 + 64);
    }

    void marksApartAreNotCounted()
    {
        const MarkIndex index(fixture::crowded(10, 400));
        const TimeScale scale{rangeOf(QDate(2002, 1, 1), QDate(2013, 12, 31)), 148, 700};
        for (const MarkRun& run : index.runs(scale.range, scale.days(24)))
            QCOMPARE(run.count, 1);
    }

    void whatIsDrawnDoesNotGrowWithMarks()
    {
        const TimeScale scale = tenYears();
        const auto few = MarkIndex(fixture::crowded(10'000, 1)).runs(scale.range, scale.days(24)).size();
        const insight::Lane once = fixture::crowded(10'000, 1);
        insight::Lane all = once;
        for (int copy = 0; copy < 3; ++copy)
            all.marks.insert(all.marks.end(), once.marks.begin(), once.marks.end());
        std::stable_sort(all.marks.begin(), all.marks.end(),
                         [](const auto& a, const auto& b) { return a.from < b.from; });
        QCOMPARE(MarkIndex(all).runs(scale.range, scale.days(24)).size(), few);
    }

    void panningDoesNotRegroup()
    {
        const MarkIndex index(fixture::crowded(2000, 3));
        const TimeScale scale = tenYears();
        const double cell = scale.days(24);
        std::set<std::pair<int, int>> before;
        for (const MarkRun& run : index.runs(scale.range, cell))
            before.insert({run.first, run.count});
        TimeRange moved{scale.range.from + 100, scale.range.to + 100};
        for (const MarkRun& run : index.runs(moved, cell))
            if (run.from > scale.range.from && run.end < scale.range.to)
                QVERIFY(before.contains({run.first, run.count}));
    }

    void everyMarkIsInTheRunFoundForIt()
    {
        insight::Lane lane = fixture::crowded(500, 2);
        for (std::size_t i = 0; i < lane.marks.size(); i += 7)
            lane.marks[i].to = lane.marks[i].from.addDays(300); // long ones among the short
        const MarkIndex index(lane);
        for (const double cell : {1.0, 20.0, 90.0, 4000.0}) {
            int i = 0;
            while (i < index.size()) {
                const MarkRun run = index.runAt(i, cell);
                QCOMPARE(run.first, i);
                for (int inside = run.first; inside < run.first + run.count; ++inside)
                    QCOMPARE(index.runAt(inside, cell).first, run.first);
                i += run.count;
            }
        }
    }

    void aLongMarkFromFarLeftIsStillSeen()
    {
        insight::Lane lane = fixture::crowded(2000, 1);
        lane.marks.front().to = QDate(2020, 1, 1);
        const MarkIndex index(lane);
        const TimeRange late = rangeOf(QDate(2015, 1, 1), QDate(2015, 12, 31));
        const auto runs = index.runs(late, 5);
        QCOMPARE(runs.size(), std::size_t(1));
        QVERIFY(index.anyIn(late));
        QVERIFY(!index.anyIn(rangeOf(QDate(2021, 1, 1), QDate(2022, 1, 1))));
    }

    void resultsOfOneYearStayTogether()
    {
        const insight::Timeline life = fixture::life();
        const MarkIndex index(life.lanes[4]);
        const MarkRun run = index.runAt(1, 0.5);
        QCOMPARE(run.count, 3);
        QVERIFY(run.sameSpan);
    }

    void labelIsTheFullestThatFits()
    {
        insight::Mark mark;
        mark.label = u"School action plus"_s; // 126
        mark.shortLabel = u"Action plus"_s;   // 77
        mark.code = u"P"_s;                   // 7
        QCOMPARE(labelFor(mark, 143, 7, sevenWide), (MarkLabel{u"School action plus"_s, u"P"_s}));
        QCOMPARE(labelFor(mark, 130, 7, sevenWide), (MarkLabel{u"School action plus"_s, {}}));
        QCOMPARE(labelFor(mark, 100, 7, sevenWide), (MarkLabel{u"Action plus"_s, u"P"_s}));
        QCOMPARE(labelFor(mark, 77, 7, sevenWide), (MarkLabel{u"Action plus"_s, {}}));
        QCOMPARE(labelFor(mark, 20, 7, sevenWide), (MarkLabel{u"P"_s, {}}));
        QCOMPARE(labelFor(mark, 5, 7, sevenWide), MarkLabel{});
        insight::Mark year;
        year.label = u"Year 4"_s;
        year.code = u"4"_s;
        QCOMPARE(labelFor(year, 143, 7, sevenWide), (MarkLabel{u"Year 4"_s, {}})); // it has said 4
        QCOMPARE(labelFor(year, 20, 7, sevenWide), (MarkLabel{u"4"_s, {}}));
        // Words of a school's name rather than its number.
        insight::Mark school;
        school.label = u"Alder Infant School"_s;
        school.shortLabel = u"Alder Infant"_s;
        for (const QString& number : {u"8732001"_s, u"873/2001"_s, u"123456"_s}) {
            school.code = number;
            QCOMPARE(labelFor(school, 90, 7, sevenWide), (MarkLabel{u"Alder Infant"_s, {}}));
            QCOMPARE(labelFor(school, 60, 7, sevenWide), (MarkLabel{u"Alder"_s, {}}));
            QCOMPARE(labelFor(school, 20, 7, sevenWide), MarkLabel{});
        }
        school.label.clear();
        school.shortLabel.clear();
        QCOMPARE(labelFor(school, 60, 7, sevenWide), (MarkLabel{u"123456"_s, {}})); // nothing else is known
    }

    void namesLoseWholeWordsOnly()
    {
        QCOMPARE(wholeWords(u"Good Schools Guide (Lucas)"_s, 126, sevenWide), u"Good Schools Guide"_s);
        QCOMPARE(wholeWords(u"University of Eastmere"_s, 100, sevenWide), u"University"_s);
        QCOMPARE(wholeWords(u"Ethnic group: who said so"_s, 100, sevenWide), u"Who said so"_s);
        QCOMPARE(wholeWords(u"Numbers as labels and for counting"_s, 160, sevenWide), u"Numbers as labels"_s);
        QCOMPARE(wholeWords(u"Short"_s, 100, sevenWide), u"Short"_s);
        QCOMPARE(wholeWords(u"Incomprehensibilities"_s, 50, sevenWide), QString());
    }

    void hardGroupsAreFoldedUntilOpened()
    {
        const insight::Timeline life = fixture::life();
        Folding folding;
        folding.setHard(life);
        QCOMPARE(rowOfLane(laneRows(life, folding, {}), 3), nullptr);
        folding.toggle(LaneGroup::Care);
        folding.setHard(life); // a new snapshot: what was opened stays open
        QVERIFY(rowOfLane(laneRows(life, folding, {}), 3) != nullptr);
        folding.forget();
        QVERIFY(folding.isFolded(LaneGroup::Care));
        QVERIFY(!folding.isFolded(LaneGroup::Characteristics));
    }

    void oneHardLaneDoesNotFoldItsGroup()
    {
        insight::Timeline life = fixture::life();
        insight::Lane missed{u"attendance.missed"_s, u"Sessions missed"_s, LaneGroup::Attendance, {}};
        insight::Lane excluded{u"attendance.exclusions"_s, u"Exclusions"_s, LaneGroup::Attendance, {}};
        excluded.hard = true;
        life.lanes.insert(life.lanes.begin() + 3, {missed, excluded});
        Folding folding;
        folding.setHard(life);
        QVERIFY(!folding.isFolded(LaneGroup::Attendance));
        QVERIFY(folding.isFolded(Fold(LaneGroup::Attendance, excluded.key)));
        QVERIFY(rowOfLane(laneRows(life, folding, {}), 3));
        QVERIFY(!rowOfLane(laneRows(life, folding, {}), 4));
        folding.toggle(Fold(LaneGroup::Attendance, excluded.key));
        QVERIFY(rowOfLane(laneRows(life, folding, {}), 4));
        QVERIFY(folding.isFolded(LaneGroup::Care)); // another group's hard lane stays folded
        folding.toggle(LaneGroup::Attendance);
        QVERIFY(!rowOfLane(laneRows(life, folding, {}), 3));
        // Nothing but what may be hard to read: the group itself is the heading.
        life.lanes.erase(life.lanes.begin() + 3);
        folding.forget();
        folding.setHard(life);
        QVERIFY(folding.isFolded(LaneGroup::Attendance));
        QVERIFY(!rowOfLane(laneRows(life, folding, {}), 3));
    }

    void rowsDoNotOverlap()
    {
        const auto rows = laneRows(fixture::life(), {}, {});
        for (std::size_t i = 1; i < rows.size(); ++i)
            QVERIFY(rows[i].top >= rows[i - 1].bottom());
        QCOMPARE(rowAt(rows, rows[2].top + 1), &rows[2]);
        QCOMPARE(rowAt(rows, -1), nullptr);
    }

    // Somebody who skipped Year 7 begins secondary school with Year 8, not at birth.
    void aPhaseBeginsWithTheFirstYearOfIt()
    {
        insight::Timeline timeline;
        timeline.from = QDate(2001, 8, 14);
        for (int group = 0; group <= 11; ++group)
            if (group != 7)
                timeline.schoolYears.push_back({{2005 + group}, group == 0 ? u"R"_s : QString::number(group), true});
        const TimeRange limits = rangeOf(timeline.from, QDate(2026, 11, 22));
        const TimeRange phase = stepRange(timeline, ZoomStep::Phase, dayOf(QDate(2015, 1, 1)), limits);
        QVERIFY(phase.from <= dayOf(QDate(2013, 9, 1)) && phase.from > dayOf(QDate(2013, 6, 1)));
        QVERIFY(phase.to > dayOf(QDate(2017, 8, 31)) && phase.to < dayOf(QDate(2017, 12, 1)));
    }

    void missingYearsAreDrawnWhereTheyAre()
    {
        TimelineModel model;
        model.setTimeline(fixture::life());
        const TimelineScene scene = sceneOf(model, {});
        // Ethnic group says nothing in 2010/11, of which no entry is held.
        QCOMPARE(scene.gaps[1].missing.size(), std::size_t(1));
        QCOMPARE(dateOf(scene.gaps[1].missing.front().from), QDate(2010, 9, 1));
        for (const std::size_t lane : {0U, 2U, 3U, 4U, 5U})
            QVERIFY(scene.gaps[lane].missing.empty());
    }

    void termsThatDoNotAskAreNoGap()
    {
        insight::Timeline life = fixture::life();
        life.lanes[2].onlyIn = catalogue::Term::Spring;
        life.lanes[2].notAsked = {{QDate(2019, 9, 1), QDate(2019, 12, 31)}};
        TimelineModel model;
        model.setTimeline(life);
        const TimelineScene scene = sceneOf(model, {});
        QCOMPARE(scene.gaps[2].notAsked.size(), std::size_t(1));
        QVERIFY(scene.gaps[2].missing.empty() && scene.gaps[2].unsaid.empty());
    }

    void arrowsWalkAlongAndBetweenLanes()
    {
        TimelineModel model;
        model.setTimeline(fixture::life());
        Folding folding;
        folding.setHard(model.timeline());
        const TimelineScene scene = sceneOf(model, folding);
        double date = dayOf(QDate(2009, 6, 1));
        Spot spot{{1, 1}, {}};
        QCOMPARE(moved(scene, spot, Move::Right, date).place, (MarkPlace{1, 2}));
        spot = moved(scene, Spot{{1, 2}, {}}, Move::Home, date);
        QCOMPARE(spot.place, (MarkPlace{1, 0}));
        QCOMPARE(moved(scene, spot, Move::Left, date).place, (MarkPlace{1, 0})); // nothing further
        QCOMPARE(moved(scene, spot, Move::End, date).place, (MarkPlace{1, 2}));
        // Down and up again comes back to the same mark: the date is kept although the lane between is one long mark.
        date = dayOf(QDate(2009, 6, 1));
        spot = moved(scene, Spot{{1, 1}, {}}, Move::Down, date);
        QCOMPARE(spot.place, (MarkPlace{2, 0}));
        QCOMPARE(moved(scene, spot, Move::Up, date).place, (MarkPlace{1, 1}));
        // The folded group is a stop by its heading; empty groups are none.
        spot = moved(scene, spot, Move::Down, date);
        QVERIFY(spot.heading == LaneGroup::Care);
    }

    void pointAndSpotAgree()
    {
        TimelineModel model;
        model.setTimeline(fixture::life());
        const TimelineScene scene = sceneOf(model, {});
        for (int mark = 0; mark < 3; ++mark) {
            const Spot spot{{1, mark}, {}};
            QCOMPARE(scene.spotAt(scene.spotRect(spot).center()), spot);
        }
        QVERIFY(!scene.spotAt({scene.scale.x(QDate(2024, 1, 1)), scene.spotRect({{1, 0}, {}}).center().y()}));
    }

    void stepsHaveAMeaning()
    {
        const insight::Timeline life = fixture::life();
        const TimeRange limits = rangeOf(life.from, life.to);
        const double inYear6 = dayOf(QDate(2012, 2, 1));
        QCOMPARE(stepRange(life, ZoomStep::Life, inYear6, limits), limits);
        // Primary school, reception to Year 6, and a little beside it.
        const TimeRange primary = stepRange(life, ZoomStep::Phase, inYear6, limits);
        QVERIFY(primary.contains(dayOf(QDate(2005, 9, 1))) && primary.contains(dayOf(QDate(2012, 8, 31))));
        QVERIFY(!primary.contains(dayOf(QDate(2005, 1, 1))) && !primary.contains(dayOf(QDate(2013, 1, 1))));
        const TimeRange year = stepRange(life, ZoomStep::SchoolYear, inYear6, limits);
        QVERIFY(year.contains(dayOf(QDate(2011, 9, 1))) && year.contains(dayOf(QDate(2012, 8, 31))));
        const TimeRange term = stepRange(life, ZoomStep::Term, inYear6, limits);
        QVERIFY(term.contains(dayOf(QDate(2012, 1, 1))) && term.contains(dayOf(QDate(2012, 3, 31))));
        QVERIFY(term.length() < 120);
        for (const ZoomStep step : {ZoomStep::Life, ZoomStep::Phase, ZoomStep::SchoolYear, ZoomStep::Term})
            QCOMPARE(stepOf(stepRange(life, step, inYear6, limits), limits), step);
        // On the last day of August and the first of September it is another year.
        QVERIFY(stepRange(life, ZoomStep::SchoolYear, dayOf(QDate(2012, 8, 31)), limits) == year);
        QVERIFY(stepRange(life, ZoomStep::SchoolYear, dayOf(QDate(2012, 9, 1)), limits) != year);
        // Nothing says what was taught when: still a few years, not nothing.
        QVERIFY(stepRange({}, ZoomStep::Phase, inYear6, limits).length() > 1000);
    }

    // What the heading names and what is bright: the margin beside a year or term does not count.
    void aCloseViewIsNamedByWhatItMostlyShows()
    {
        const insight::Timeline life = fixture::life();
        const TimeRange limits = rangeOf(life.from, life.to);
        for (const QDate day : {QDate(2012, 8, 31), QDate(2012, 9, 1), QDate(2012, 2, 29)}) {
            const auto year = catalogue::AcademicYear::of(day);
            QCOMPARE(namedTime(stepRange(life, ZoomStep::SchoolYear, dayOf(day), limits)),
                     rangeOf(year.firstDay(), year.lastDay()));
        }
        QCOMPARE(namedTime(stepRange(life, ZoomStep::Term, dayOf(QDate(2012, 2, 29)), limits)),
                 rangeOf(QDate(2012, 1, 1), QDate(2012, 3, 31)));
        QCOMPARE(namedTime(stepRange(life, ZoomStep::Term, dayOf(QDate(2012, 8, 31)), limits)),
                 rangeOf(QDate(2012, 4, 1), QDate(2012, 8, 31)));
        QCOMPARE(namedTime(rangeOf(QDate(2010, 8, 1), QDate(2012, 9, 20))),
                 rangeOf(QDate(2010, 9, 1), QDate(2012, 8, 31)));
    }

    // A year taken again has the same name twice: going there finds its first, and the phase begins with it.
    void aYearTakenAgain()
    {
        insight::Timeline life = fixture::life();
        for (std::size_t i = 7; i < life.schoolYears.size(); ++i) // Year 6 twice, all that follow a year later
            life.schoolYears[i].text = QString::number(static_cast<int>(i) - 1);
        const auto six = momentTyped(u"Year 6"_s, life);
        QVERIFY(six && *six == rangeOf(QDate(2011, 9, 1), QDate(2012, 8, 31)));
        const TimeRange limits = rangeOf(life.from, life.to);
        const TimeRange primary = stepRange(life, ZoomStep::Phase, dayOf(QDate(2013, 1, 15)), limits);
        QVERIFY(primary.contains(dayOf(QDate(2013, 8, 31))) && primary.contains(dayOf(QDate(2005, 9, 1))));
    }

    void agesOfALeapDay()
    {
        insight::Timeline life = fixture::life();
        life.from = QDate(2004, 2, 29);
        const auto one = momentTyped(u"age 1"_s, life);
        QVERIFY(one && *one == rangeOf(QDate(2005, 3, 1), QDate(2006, 2, 28)));
        const auto three = momentTyped(u"age 3"_s, life);
        QVERIFY(three && *three == rangeOf(QDate(2007, 3, 1), QDate(2008, 2, 28)));
    }

    void birthdaysOfALeapDay()
    {
        QCOMPARE(birthday(QDate(2008, 2, 29), 1), QDate(2009, 3, 1));
        QCOMPARE(birthday(QDate(2008, 2, 29), 4), QDate(2012, 2, 29));
        QCOMPARE(birthday(QDate(2008, 2, 28), 1), QDate(2009, 2, 28));
        QCOMPARE(birthday(QDate(2008, 8, 31), 5), QDate(2013, 8, 31));
    }

    void timesThatArePutIn()
    {
        const insight::Timeline life = fixture::life();
        const auto is = [&](const QString& text, QDate from, QDate to) {
            const auto range = momentTyped(text, life);
            return range && *range == rangeOf(from, to);
        };
        QVERIFY(is(u"2010"_s, QDate(2010, 1, 1), QDate(2010, 12, 31)));
        QVERIFY(is(u" 2009/10 "_s, QDate(2009, 9, 1), QDate(2010, 8, 31)));
        QVERIFY(is(u"Spring 2010"_s, QDate(2010, 1, 1), QDate(2010, 3, 31)));
        QVERIFY(is(u"autumn term 2010"_s, QDate(2010, 9, 1), QDate(2010, 12, 31)));
        QVERIFY(is(u"3 May 2010"_s, QDate(2010, 5, 3), QDate(2010, 5, 3)));
        QVERIFY(is(u"03/05/2010"_s, QDate(2010, 5, 3), QDate(2010, 5, 3)));
        QVERIFY(is(u"may 2010"_s, QDate(2010, 5, 1), QDate(2010, 5, 31)));
        QVERIFY(is(u"Year 4"_s, QDate(2009, 9, 1), QDate(2010, 8, 31)));
        QVERIFY(is(u"reception"_s, QDate(2005, 9, 1), QDate(2006, 8, 31)));
        QVERIFY(is(u"age 9"_s, QDate(2010, 8, 14), QDate(2011, 8, 13)));
        for (const QString& nothing : {u""_s, u"soon"_s, u"31/02/2010"_s, u"Year 40"_s, u"201"_s})
            QVERIFY2(!momentTyped(nothing, life), qPrintable(nothing));
    }

    void whatIsLookedForFits()
    {
        const insight::Timeline life = fixture::life();
        const auto fit = [&](const MarkFilter& filter, const QSet<qint64>& values = {}) {
            return MarkMatches(life, filter, values);
        };
        QVERIFY(!fit({}).active());
        MarkFilter filter;
        filter.text = u"white british"_s; // both words, in any order and case
        QCOMPARE(fit(filter).total(), 1);
        QVERIFY(fit(filter).fits(1, 1) && !fit(filter).fits(1, 0) && !fit(filter).anyIn(2));
        filter.text = u"mwas"_s; // by code
        QCOMPARE(fit(filter).total(), 2);
        filter.text = u"ethnic"_s; // by the name of its row
        QCOMPARE(fit(filter).total(), 3);
        QCOMPARE(fit(filter).count(1, 0, 3), 3);
        filter = {};
        filter.group = LaneGroup::Results;
        QCOMPARE(fit(filter).total(), 3);
        filter = {};
        filter.period = rangeOf(QDate(2009, 9, 1), QDate(2010, 8, 31));
        QVERIFY(fit(filter).fits(1, 1) && !fit(filter).fits(1, 0) && fit(filter).fits(2, 0));
        filter = {};
        filter.document = record::DocumentId{7};
        QCOMPARE(fit(filter, {12, 41}).total(), 2);
        filter = {};
        filter.changedOnly = true;
        QCOMPARE(fit(filter).total(), 0);
        insight::Timeline marked = life;
        marked.lanes[1].marks[1].changed = true;
        marked.lanes[1].marks[1].sensitive = true;
        QCOMPARE(MarkMatches(marked, filter, {}).total(), 1);
        filter.sensitiveOnly = true;
        QCOMPARE(MarkMatches(marked, filter, {}).total(), 1);
    }

    void theWordsFindYears()
    {
        insight::Timeline life = fixture::life();
        const auto fits = [&](const QString& text, int lane, int mark) {
            MarkFilter filter;
            filter.text = text;
            return MarkMatches(life, filter, {}).fits(lane, mark);
        };
        // Ethnic group: 2006 to spring 2008, spring 2009 to spring 2010, spring 2012 to spring 2019.
        for (const QString& text : {u"2009/10"_s, u"2010"_s, u"spring 2010"_s, u"Autumn term 2009"_s, u"2009-10 ethnic"_s,
                                    u"white spring 2010 british"_s, u"3 May 2009"_s, u"2009 2010"_s})
            QVERIFY2(fits(text, 1, 1), qPrintable(text));
        for (const QString& text : {u"2010/11"_s, u"2011"_s, u"summer 2010"_s, u"spring 2010 asian"_s, u"2008 2009"_s,
                                    u"201"_s, u"spring 2O10"_s, u"spring"_s, u"Year 40"_s, u"2010 school"_s})
            QVERIFY2(!fits(text, 1, 1), qPrintable(text));
        QVERIFY(fits(u"2010 school"_s, 0, 0) && !fits(u"2014"_s, 0, 0));
        QVERIFY(!fits(u"reception"_s, 0, 0)); // a word, although it was a year
        life.lanes[1].marks[0].label = u"Said again in 2014"_s;
        QVERIFY(fits(u"2014"_s, 1, 0)); // in words, as before
    }

    // Which file a term came from: under its term, once for each file; nothing for what has no time or no file.
    void whatATermCameFrom()
    {
        record::Record record;
        const auto document = [&](qint64 id, const QString& name) {
            record::Document one;
            one.id = {id};
            one.name = name;
            record.documents.push_back(one);
        };
        document(1, u"spring.csv"_s);
        document(2, u"results.xlsx"_s);
        qint64 next = 1;
        const auto entry = [&](qint64 from, const QString& collection, int year, catalogue::Term term, QDate day = {}) {
            record::Entry one;
            one.id = {next};
            one.document = {from};
            one.collection = collection;
            if (year > 0)
                one.year = catalogue::AcademicYear{year};
            one.term = term;
            one.date = day;
            record::Value value;
            value.id = {100 + next++};
            value.name = u"Any"_s;
            value.raw = u"1"_s;
            one.values = {value};
            record.entries.push_back(one);
        };
        using catalogue::Term;
        entry(1, u"SC"_s, 2011, Term::Spring);
        entry(1, u"SC"_s, 2011, Term::Spring); // the same cell
        entry(1, u"EXC"_s, 2011, Term::None, QDate(2011, 10, 5));
        entry(2, u"KS2"_s, 2011, Term::None);
        entry(2, u"KS2"_s, 0, Term::None);       // no time: waits in the tray
        entry(9, u"SC"_s, 2011, Term::Summer);   // written in: no file
        record.entries.front().witnesses = {{{2}, {}, true}};
        insight::Timeline bare;
        const insight::Timeline with = withSources(bare, record, {});
        QCOMPARE(with.lanes.size(), 1U);
        const insight::Lane& lane = with.lanes.front();
        QVERIFY(isSources(lane));
        QStringList said;
        for (const insight::Mark& mark : lane.marks)
            said.append(u"%1 %2 %3 %4"_s.arg(mark.label, mark.from.toString(Qt::ISODate), mark.to.toString(Qt::ISODate))
                            .arg(mark.values.size()));
        QCOMPARE(said, (QStringList{u"spring.csv 2011-09-01 2011-12-31 1"_s, u"results.xlsx 2011-09-01 2011-12-31 1"_s,
                                    u"spring.csv 2012-01-01 2012-03-31 2"_s, u"results.xlsx 2012-01-01 2012-03-31 2"_s,
                                    u"results.xlsx 2012-04-01 2012-08-31 1"_s}));
        QVERIFY(withSources(bare, {}, {}).lanes.empty());
    }

    void theRowOfSourcesIsThereCloseUpAlone()
    {
        insight::Timeline life = fixture::life();
        insight::Lane sources{sourcesKey, u"Came from"_s, LaneGroup::Requests, {}};
        sources.marks = {fixture::span(u"came.1"_s, QDate(2010, 1, 1), QDate(2010, 3, 31), u"spring.csv"_s, {}, 12)};
        life.lanes.push_back(sources);
        Folding folding;
        folding.setHard(life);
        folding.setBrief(true);
        const int lane = static_cast<int>(life.lanes.size()) - 1;
        QVERIFY(!rowOfLane(laneRows(life, folding, {}), lane));
        folding.setBrief(false);
        const std::vector<LaneRow> rows = laneRows(life, folding, {});
        QCOMPARE(rows.back().lane, lane);
        QCOMPARE(rows.at(rows.size() - 2).kind, LaneRow::Kind::Empty); // no letters: a file is none
        TimelineModel model;
        model.setTimeline(life);
        QCOMPARE(model.placeOf(record::ValueId{12}), (MarkPlace{1, 1})); // leads to what it says, not to its file
        QVERIFY(model.placeOf(u"came.1"_s));
        QVERIFY(!foldedLanes(life).contains(LaneGroup::Requests));
        MarkFilter filter;
        filter.group = LaneGroup::Requests;
        QCOMPARE(MarkMatches(life, filter, {}).total(), 0);
    }

    void whatFitsIsWalkedRoundAbout()
    {
        TimelineModel model;
        model.setTimeline(fixture::life());
        QVERIFY(!model.nextFit({}, true)); // nothing is looked for
        MarkFilter filter;
        filter.text = u"mwas"_s;
        model.setFilter(filter, {});
        QCOMPARE(model.nextFit({}, true), (MarkPlace{1, 0}));
        QCOMPARE(model.nextFit({1, 0}, true), (MarkPlace{1, 2}));
        QCOMPARE(model.nextFit({1, 2}, true), (MarkPlace{1, 0}));
        QCOMPARE(model.nextFit({1, 0}, false), (MarkPlace{1, 2}));
        QCOMPARE(model.nextFit({4, 1}, false), (MarkPlace{1, 2}));
        QVERIFY(!model.data(model.indexOf({1, 1}), TimelineModel::FitsRole).toBool());
        QVERIFY(model.data(model.indexOf({1, 2}), TimelineModel::FitsRole).toBool());
    }

    void namesOfContextDoNotTouch()
    {
        for (const double width : {300.0, 700.0, 2000.0}) {
            const TimeScale scale{rangeOf(QDate(2001, 8, 14), QDate(2026, 11, 22)), 148, width};
            const auto labels = contextLabels(catalogue::contexts(), scale, 4, sevenWide);
            QCOMPARE(labels.size(), catalogue::contexts().size());
            int named = 0;
            for (std::size_t a = 0; a < labels.size(); ++a) {
                if (labels[a].line < 0)
                    continue;
                ++named;
                QVERIFY(labels[a].left >= 148 && labels[a].left + labels[a].width <= 148 + width);
                for (std::size_t b = 0; b < a; ++b)
                    QVERIFY(labels[b].line != labels[a].line ||
                            labels[b].left + labels[b].width < labels[a].left);
            }
            QVERIFY(named >= 2);
        }
        // Out of sight: none.
        const TimeScale early{rangeOf(QDate(1990, 1, 1), QDate(1995, 1, 1)), 148, 700};
        QVERIFY(contextLabels(catalogue::contexts(), early, 4, sevenWide).empty());
    }

    void contextIsAboveTheFirstRow()
    {
        TimelineModel model;
        model.setTimeline(fixture::life());
        TimelineScene scene = sceneOf(model, {});
        double date = dayOf(QDate(2014, 10, 1));
        QCOMPARE(moved(scene, Spot{{0, 1}, {}}, Move::Up, date), (Spot{{0, 1}, {}})); // switched off
        scene.sizes.contextHeight = 40;
        scene.sizes.axisHeight += 40;
        scene.contexts = contextLabels(catalogue::contexts(), scene.scale, 4, sevenWide);
        const Spot band = moved(scene, Spot{{0, 1}, {}}, Move::Up, date);
        QVERIFY(band.context >= 0);
        QCOMPARE(catalogue::contexts()[static_cast<std::size_t>(band.context)].key, u"send-reform"_s);
        QCOMPARE(moved(scene, band, Move::Right, date).context, band.context + 1);
        QCOMPARE(moved(scene, band, Move::Home, date).context, 0);
        QVERIFY(moved(scene, band, Move::Down, date).place);
        for (const ContextLabel& label : scene.contexts)
            if (label.line >= 0)
                QCOMPARE(scene.spotAt(scene.contextRect(label.context).center()).context, label.context);
    }

    void aCountThatDoesNotSayItIsShown()
    {
        insight::Timeline life = fixture::life();
        life.lanes[2].absent = {{QDate(2011, 1, 1), QDate(2011, 3, 31)}};
        TimelineModel model;
        model.setTimeline(life);
        const TimelineScene scene = sceneOf(model, {});
        QCOMPARE(scene.gaps[2].unsaid.size(), std::size_t(1));
        QCOMPARE(scene.gaps[2].unsaid.front(), rangeOf(QDate(2011, 1, 1), QDate(2011, 3, 31)));
        QVERIFY(scene.gaps[1].unsaid.empty());
    }

    void foldedGroupsAreRememberedHardOnesAreNot()
    {
        const insight::Timeline life = fixture::life();
        Folding folding;
        folding.setHard(life);
        folding.toggle(LaneGroup::Characteristics); // folded
        folding.toggle(LaneGroup::Care);            // opened, and may be hard to read
        const FoldedGroups kept = folding.groups();
        QCOMPARE(kept.closed, std::set<LaneGroup>{LaneGroup::Characteristics});
        QVERIFY(kept.opened.empty());
        Folding next;
        next.setHard(life);
        next.setGroups(kept);
        QVERIFY(next.isFolded(LaneGroup::Characteristics));
        QVERIFY(next.isFolded(LaneGroup::Care));
    }

    void lettersHaveTheirOwnRow()
    {
        QVERIFY(withRequests(fixture::life(), {}).lanes.size() == fixture::life().lanes.size());
        requests::Request draft;
        draft.id = {1};
        draft.changed = QDateTime(QDate(2026, 11, 20), QTime(12, 0));
        requests::Request late;
        late.id = {2};
        late.state = requests::RequestState::Sent;
        late.sent = QDate(2026, 9, 1);
        requests::Request waiting = late;
        waiting.id = {3};
        waiting.sent = QDate(2026, 11, 10);
        const insight::Timeline life = withRequests(fixture::life(), {draft, late, waiting});
        const insight::Lane& lane = life.lanes.back();
        QCOMPARE(lane.group, LaneGroup::Requests);
        QCOMPARE(lane.marks.size(), std::size_t(3));
        QCOMPARE(lane.marks[0].key, u"request.2"_s); // by time
        QVERIFY(lane.marks[0].open);
        QCOMPARE(lane.marks[0].to, life.today);
        QVERIFY(!lane.marks[1].open);
        QVERIFY(lane.marks[1].to > life.today && life.to >= lane.marks[1].to); // the day the answer is due is in sight
        QCOMPARE(lane.marks[2].from, lane.marks[2].to);
    }

    void noRowIsCutByAPage()
    {
        const auto rows = laneRows(fixture::life(), {}, {});
        const double room = 120;
        const std::vector<double> tops = pageTops(rows, room);
        QVERIFY(tops.size() > 1);
        QCOMPARE(tops.front(), 0.0);
        for (const LaneRow& row : rows) {
            const auto page = std::prev(std::upper_bound(tops.begin(), tops.end(), row.top));
            QVERIFY(row.bottom() <= *page + room);
        }
        QCOMPARE(pageTops(rows, 1e6).size(), std::size_t(1));
    }

    void timesAreSaidAsAPersonSaysThem()
    {
        QCOMPARE(timeWords(QDate(2010, 1, 1), QDate(2010, 3, 31)), u"spring 2010"_s);
        QCOMPARE(timeWords(QDate(2009, 1, 1), QDate(2010, 3, 31)), u"spring 2009 to spring 2010"_s);
        QCOMPARE(timeWords(QDate(2011, 9, 1), QDate(2012, 8, 31)), u"school year 2011/12"_s);
        QCOMPARE(timeWords(QDate(2011, 10, 6), QDate(2011, 10, 6)), u"6 October 2011"_s);
        const insight::Timeline life = fixture::life();
        QCOMPARE(markName(life.lanes[1], life.lanes[1].marks[1]),
                 u"Ethnic group, White – British, spring 2009 to spring 2010"_s);
        QCOMPARE(runName(life.lanes[4], 0, 3), u"Key Stage 1, 3 results, school year 2007/08"_s);
    }
};

QTEST_GUILESS_MAIN(TimelineGeometry)
#include "tst_timeline_geometry.moc"
