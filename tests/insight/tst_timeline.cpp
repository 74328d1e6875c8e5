// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "builder.h"
#include "demo_record.h"

#include "insight/characteristic_table.h"
#include "insight/lane_names.h"
#include "insight/missing_years.h"
#include "insight/timeline.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace insight;
using catalogue::Term;

namespace {

const QDate today(2026, 11, 12);

Timeline timelineOf(const record::Record& record, const record::Decisions& decisions = {})
{
    return timeline(record, decisions, exposure(record, registry::bundledEdition(), today), today);
}

const Lane* lane(const Timeline& timeline, const QString& key)
{
    for (const Lane& one : timeline.lanes)
        if (one.key == key)
            return &one;
    return nullptr;
}

} // namespace

class TestTimeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeBreaksTheSpan()
    {
        const Timeline all = timelineOf(RecordBuilder()
                                            .spring(u"2008/09"_s, {{u"EthnicGroupMinor"_s, u"MWBA"_s}})
                                            .spring(u"2009/10"_s, {{u"EthnicGroupMinor"_s, u"WBRI"_s}})
                                            .spring(u"2010/11"_s, {{u"EthnicGroupMinor"_s, u"MWBA"_s}})
                                            .spring(u"2011/12"_s, {{u"EthnicGroupMinor"_s, u"MWBA"_s}})
                                            .record());
        const Lane* ethnic = lane(all, u"SC.EthnicGroup"_s);
        QVERIFY(ethnic);
        QCOMPARE(ethnic->marks.size(), std::size_t(3));
        QCOMPARE(ethnic->marks[0].rank, 0);
        QCOMPARE(ethnic->marks[1].rank, 1); // the odd one
        QCOMPARE(ethnic->marks[1].code, u"WBRI"_s);
        QCOMPARE(ethnic->marks[1].from, QDate(2010, 1, 1));
        QCOMPARE(ethnic->marks[1].to, QDate(2010, 3, 31)); // as far as its reading and no further
        QCOMPARE(ethnic->marks[2].from, QDate(2011, 1, 1));
        QCOMPARE(ethnic->marks[2].to, QDate(2012, 3, 31));
        QCOMPARE(ethnic->marks[2].values.size(), std::size_t(2));
        QCOMPARE(ethnic->marks[2].readings.size(), std::size_t(2));
        QVERIFY(!ethnic->marks[0].changed);
        QVERIFY(ethnic->marks[1].changed && ethnic->marks[2].changed);
        QVERIFY(ethnic->marks[0].sensitive);
        QVERIFY(ethnic->absent.empty());
    }

    // Children in need are counted with other codes for sex; spelt as in the school census, nothing tells what it means.
    void aLaterReadingMayKnowTheWords()
    {
        const Timeline all = timelineOf(RecordBuilder()
                                            .entry(u"CIN"_s, u"2010/11"_s, {{u"CIN_Gender"_s, u"F"_s}})
                                            .spring(u"2011/12"_s, {{u"Gender"_s, u"F"_s}})
                                            .record());
        const Lane* sex = lane(all, u"SC.Sex"_s);
        QVERIFY(sex);
        QCOMPARE(sex->marks.size(), std::size_t(1));
        QCOMPARE(sex->marks.front().label, u"Female"_s);
        const Timeline alone = timelineOf(RecordBuilder().entry(u"CIN"_s, u"2010/11"_s, {{u"CIN_Gender"_s, u"F"_s}}).record());
        QCOMPARE(lane(alone, u"SC.Sex"_s)->marks.front().label, u"F"_s);
    }

    void aMissingYearLeavesAGap()
    {
        const Timeline all = timelineOf(RecordBuilder()
                                            .spring(u"2008/09"_s, {{u"FirstLanguage"_s, u"ENG"_s}})
                                            .spring(u"2010/11"_s, {{u"FirstLanguage"_s, u"ENG"_s}})
                                            .record());
        QCOMPARE(lane(all, u"SC.FirstLanguage"_s)->marks.size(), std::size_t(2));
    }

    // Spring after spring is one stretch although the autumn census, which does not ask, is here too.
    void aTermThatDoesNotAskLeavesNone()
    {
        const Timeline all = timelineOf(RecordBuilder()
                                            .spring(u"2008/09"_s, {{u"FirstLanguage"_s, u"ENG"_s}})
                                            .entry(u"SC"_s, u"2009/10"_s, Term::Autumn, {{u"FSMeligible"_s, u"0"_s}})
                                            .spring(u"2009/10"_s, {{u"FirstLanguage"_s, u"ENG"_s}})
                                            .record());
        QCOMPARE(lane(all, u"SC.FirstLanguage"_s)->marks.size(), std::size_t(1));
        QVERIFY(lane(all, u"SC.FirstLanguage"_s)->absent.empty());
    }

    // Said every spring: the autumn and summer counts that are here and do not ask are told, and nothing is missing.
    void whatOneTermAloneSaysIsNotMissingInTheOthers()
    {
        const auto built = [](bool twice) {
            RecordBuilder builder;
            builder.entry(u"SC"_s, u"2008/09"_s, Term::Autumn, {{u"FSMeligible"_s, u"0"_s}})
                .spring(u"2008/09"_s, {{u"FSMeligible"_s, u"0"_s}, {u"FirstLanguage"_s, u"ENG"_s}});
            if (twice)
                builder.spring(u"2009/10"_s, {{u"FSMeligible"_s, u"0"_s}, {u"FirstLanguage"_s, u"URD"_s}});
            builder.entry(u"SC"_s, u"2009/10"_s, Term::Summer, {{u"FSMeligible"_s, u"0"_s}})
                .entry(u"SC"_s, u"2010/11"_s, Term::Autumn, {{u"FSMeligible"_s, u"0"_s}});
            return timelineOf(builder.record());
        };
        const Timeline all = built(true);
        const Lane* language = lane(all, u"SC.FirstLanguage"_s);
        QCOMPARE(language->onlyIn, Term::Spring);
        QVERIFY(language->absent.empty());
        // Of 2010/11 nothing is known: there is no spring count of it that would ask.
        QCOMPARE(language->notAsked, (std::vector<catalogue::DateSpan>{{QDate(2008, 9, 1), QDate(2008, 12, 31)},
                                                                      {QDate(2010, 4, 1), QDate(2010, 8, 31)}}));
        QCOMPARE(lane(all, u"SC.FSMeligible"_s)->onlyIn, Term::None);
        QVERIFY(lane(all, u"SC.FSMeligible"_s)->notAsked.empty());
        // Once is no custom.
        const Timeline once = built(false);
        QCOMPARE(lane(once, u"SC.FirstLanguage"_s)->onlyIn, Term::None);
        QVERIFY(lane(once, u"SC.FirstLanguage"_s)->notAsked.empty());
    }

    // The day of the census is shown where the file states it, and is never worked out.
    void censusDaysAreThoseTheFilesState()
    {
        RecordBuilder builder;
        builder.spring(u"2009/10"_s, {{u"FSMeligible"_s, u"0"_s}});
        builder.last().date = QDate(2010, 1, 21);
        builder.spring(u"2010/11"_s, {{u"FSMeligible"_s, u"0"_s}});
        builder.entry(u"KS2"_s, u"2010/11"_s, {{u"KS2_ENGLEV"_s, u"4"_s}});
        builder.last().date = QDate(2011, 5, 9);
        const Timeline all = timelineOf(builder.record());
        QCOMPARE(all.censusDays, std::vector<QDate>{QDate(2010, 1, 21)});
        const Mark& meals = lane(all, u"SC.FSMeligible"_s)->marks.front();
        QCOMPARE(meals.readings, (std::vector<QDate>{QDate(2010, 1, 21), QDate(2011, 1, 1)}));
        QCOMPARE(meals.from, QDate(2010, 1, 1)); // still a term, not a day
    }

    // The last day of August and the first of September are a school year apart; a leap day is a day like others.
    void theFirstSchoolYearByBirthday_data()
    {
        QTest::addColumn<QDate>("born");
        QTest::addColumn<int>("reception");
        QTest::newRow("31 August") << QDate(2005, 8, 31) << 2009;
        QTest::newRow("1 September") << QDate(2005, 9, 1) << 2010;
        QTest::newRow("leap day") << QDate(2008, 2, 29) << 2012;
        QTest::newRow("day after") << QDate(2008, 3, 1) << 2012;
        QTest::newRow("31 August of a leap year") << QDate(2004, 8, 31) << 2008;
    }
    void theFirstSchoolYearByBirthday()
    {
        QFETCH(QDate, born);
        QFETCH(int, reception);
        const Timeline all = timelineOf(RecordBuilder(born).record());
        QCOMPARE(all.from, born);
        QCOMPARE(all.schoolYears.front().text, u"R"_s);
        QCOMPARE(all.schoolYears.front().year.start, reception);
    }

    // A move in the middle of a year: two spans that do not overlap, by the schools' own days or by the terms.
    void aMoveInTheMiddleOfAYear()
    {
        const auto moved = [](bool stated) {
            RecordBuilder builder;
            builder.entry(u"SC"_s, u"2009/10"_s, Term::Autumn, {{u"FSMeligible"_s, u"0"_s}}, u"0009991"_s);
            if (stated)
                builder.add(u"LeavingDate"_s, u"2010-02-12"_s);
            builder.entry(u"SC"_s, u"2009/10"_s, stated ? Term::Summer : Term::Spring, {{u"FSMeligible"_s, u"0"_s}},
                          u"0009992"_s);
            if (stated)
                builder.add(u"EntryDate"_s, u"2010-02-22"_s);
            return lane(timelineOf(builder.record()), u"school"_s)->marks;
        };
        const std::vector<Mark> byDays = moved(true);
        QCOMPARE(byDays.size(), std::size_t(2));
        QCOMPARE(byDays[0].to, QDate(2010, 2, 12));
        QCOMPARE(byDays[1].from, QDate(2010, 2, 22));
        QVERIFY(byDays[0].toKnown && byDays[1].fromKnown && byDays[1].changed);
        const std::vector<Mark> byTerms = moved(false);
        QCOMPARE(byTerms.size(), std::size_t(2));
        QCOMPARE(byTerms[0].to, QDate(2009, 12, 31));
        QCOMPARE(byTerms[1].from, QDate(2010, 1, 1));
        QVERIFY(!byTerms[0].toKnown && !byTerms[1].fromKnown);
    }

    // A census of a term that does ask, is here and has no value: the gap shows.
    void anAbsentValueLeavesAGap()
    {
        const auto fsm = [](RecordBuilder& builder, const QString& year, Term term, bool has) {
            if (has)
                builder.entry(u"SC"_s, year, term, {{u"FSMeligible"_s, u"0"_s}, {u"PartTime"_s, u"0"_s}});
            else
                builder.entry(u"SC"_s, year, term, {{u"FSMeligible"_s, u" "_s}, {u"PartTime"_s, u"0"_s}});
        };
        RecordBuilder builder;
        fsm(builder, u"2009/10"_s, Term::Autumn, true);
        fsm(builder, u"2009/10"_s, Term::Spring, true);
        fsm(builder, u"2009/10"_s, Term::Summer, true);
        fsm(builder, u"2010/11"_s, Term::Autumn, true);
        fsm(builder, u"2010/11"_s, Term::Spring, false);
        fsm(builder, u"2010/11"_s, Term::Summer, true);
        const Timeline all = timelineOf(builder.record());
        const Lane* meals = lane(all, u"SC.FSMeligible"_s);
        QCOMPARE(meals->marks.size(), std::size_t(2));
        QCOMPARE(meals->marks[0].to, QDate(2010, 12, 31));
        QVERIFY(meals->marks[0].none);
        QCOMPARE(meals->marks[0].label, u"No"_s);
        QVERIFY(!meals->marks[1].changed); // the same again after the gap
        QVERIFY(!meals->marks[1].sensitive);
        QCOMPARE(meals->absent.size(), std::size_t(1));
        QCOMPARE(meals->absent[0], (catalogue::DateSpan{QDate(2011, 1, 1), QDate(2011, 3, 31)}));
    }

    void noneIsToldFromSome()
    {
        const Timeline all = timelineOf(RecordBuilder()
                                            .spring(u"2009/10"_s, {{u"SENprovision"_s, u"N"_s}})
                                            .spring(u"2010/11"_s, {{u"SENprovision"_s, u"A"_s}})
                                            .record());
        const Lane* help = lane(all, u"SC.SENprovision"_s);
        QVERIFY(help->marks[0].none);
        QVERIFY(!help->marks[1].none);
        QCOMPARE(help->group, LaneGroup::SpecialNeeds);
    }

    void schoolsByTheirOwnDates()
    {
        const Timeline all = timelineOf(
            RecordBuilder()
                .spring(u"2008/09"_s, {{u"EntryDate"_s, u"2006-09-04"_s}, {u"LeavingDate"_s, u"2009-07-21"_s}}, u"0009991"_s)
                .spring(u"2009/10"_s, {{u"EntryDate"_s, u"31/02/2009"_s}}, u"000/9992"_s)
                .spring(u"2010/11"_s, {{u"FSMeligible"_s, u"0"_s}}, u"0009992"_s)
                .spring(u"2012/13"_s, {{u"FSMeligible"_s, u"0"_s}}, u"0009992"_s)
                .record());
        const Lane* schools = lane(all, u"school"_s);
        QVERIFY(schools->locates);
        QCOMPARE(schools->marks.size(), std::size_t(3));
        QCOMPARE(schools->marks[0].from, QDate(2006, 9, 4));
        QCOMPARE(schools->marks[0].to, QDate(2009, 7, 21));
        QVERIFY(schools->marks[0].fromKnown && schools->marks[0].toKnown);
        QVERIFY(!schools->marks[1].fromKnown);
        QCOMPARE(schools->marks[1].from, QDate(2010, 1, 1));
        QCOMPARE(schools->marks[1].to, QDate(2011, 3, 31)); // with and without slash: one school
        QCOMPARE(all.undated.size(), std::size_t(1));
        QVERIFY(all.undated.front().why.contains("31/02/2009"_L1));
    }

    // A school that became another keeps the old date of entry: the new name does not reach back.
    void aNewNameDoesNotReachBack()
    {
        const Timeline all = timelineOf(RecordBuilder()
                                            .spring(u"2014/15"_s, {{u"EntryDate"_s, u"2013-09-04"_s}}, u"0009991"_s)
                                            .spring(u"2016/17"_s, {{u"EntryDate"_s, u"2013-09-04"_s}}, u"0009993"_s)
                                            .record());
        const Lane* schools = lane(all, u"school"_s);
        QCOMPARE(schools->marks[0].from, QDate(2013, 9, 4));
        QCOMPARE(schools->marks[1].from, QDate(2017, 1, 1));
        QVERIFY(!schools->marks[1].fromKnown);
    }

    void sessionsAreCountedOnce()
    {
        const Timeline all = timelineOf(
            RecordBuilder()
                .entry(u"ABS"_s, u"2012/13"_s,
                       {{u"OverallAbsence_Autumn_ab13"_s, u"6"_s}, {u"OverallAbsence_Spring_ab13"_s, u"5"_s},
                        {u"SessionsPossible_Autumn_ab13"_s, u"142"_s}, {u"AuthorisedAbsenceFlag_Autumn_ab13"_s, u"9"_s}})
                .entry(u"ABS"_s, u"2013/14"_s,
                       {{u"OverallAbsence_Autumn_ab14"_s, u"6"_s}, {u"OverallAbsence_Annual_ab14"_s, u"20"_s},
                        {u"AuthorisedAbsence_Spring_ab14"_s, u"3"_s}})
                .entry(u"ABS"_s, u"2014/15"_s,
                       {{u"AuthorisedAbsence_Annual_ab15"_s, u"3"_s}, {u"UnauthorisedAbsence_Annual_ab15"_s, u"4"_s}})
                .record());
        const Lane* missed = lane(all, u"attendance.missed"_s);
        QCOMPARE(missed->marks.size(), std::size_t(3));
        QCOMPARE(missed->marks[0].amount, 11.0);
        QCOMPARE(missed->marks[1].amount, 20.0); // the whole year, not the terms again
        QCOMPARE(missed->marks[2].amount, 7.0);
        QVERIFY(!missed->hard);
        // A term without a count: no sum for the year, but no less than the other terms say.
        const Timeline half = timelineOf(RecordBuilder()
                                             .entry(u"ABS"_s, u"2012/13"_s,
                                                    {{u"OverallAbsence_Autumn_ab13"_s, u"6"_s}, {u"SessionsPossible_Spring_ab13"_s, u"110"_s},
                                                     {u"TermlyReasonI_Autumn_ab13"_s, u"6"_s}})
                                             .record());
        const Lane* least = lane(half, u"attendance.missed"_s);
        QCOMPARE(least->marks.size(), std::size_t(1));
        QCOMPARE(least->marks[0].amount, 6.0);
        QVERIFY(least->marks[0].label.startsWith("At least"_L1));
        // Half days that were possible say nothing of those missed.
        const Timeline none = timelineOf(
            RecordBuilder().entry(u"ABS"_s, u"2012/13"_s, {{u"SessionsPossible_Spring_ab13"_s, u"110"_s}}).record());
        QVERIFY(!lane(none, u"attendance.missed"_s));
    }

    void exclusionsAreDays()
    {
        const Timeline all = timelineOf(
            RecordBuilder()
                .entry(u"EXC"_s, u"2014/15"_s, Term::Spring,
                       {{u"Category"_s, u"FIXD"_s}, {u"StartDate"_s, u"2015-03-10"_s}, {u"Sessions"_s, u"4"_s}})
                .entry(u"EXC"_s, u"2011/12"_s,
                       {{u"Category_1_ex12"_s, u"FIXD"_s}, {u"Reason_1_ex12"_s, u"DB"_s}, {u"Category_2_ex12"_s, u"FIXD"_s},
                        {u"Reason_2_ex12"_s, u"VA"_s}})
                .record());
        const Lane* exclusions = lane(all, u"attendance.exclusions"_s);
        QCOMPARE(exclusions->marks.size(), std::size_t(3));
        QCOMPARE(exclusions->marks[2].from, QDate(2015, 3, 10));
        QCOMPARE(exclusions->marks[2].to, QDate(2015, 3, 10));
        QVERIFY(exclusions->marks[2].label.endsWith("4 half days"_L1));
        QVERIFY(exclusions->hard);
        const Timeline odd = timelineOf(
            RecordBuilder()
                .entry(u"EXC"_s, u"2014/15"_s, Term::Spring, {{u"Category"_s, u"FIXD"_s}, {u"StartDate"_s, u"2015-02-30"_s}})
                .record());
        const Lane* unreadable = lane(odd, u"attendance.exclusions"_s);
        QCOMPARE(unreadable->marks.front().from, catalogue::termSpan({2014}, Term::Spring).from);
        QCOMPARE(odd.undated.size(), std::size_t(1));
    }

    void resultsAreMarks()
    {
        const Timeline all = timelineOf(RecordBuilder()
                                            .entry(u"KS2"_s, u"2012/13"_s,
                                                   {{u"KS2_READLEV"_s, u"4"_s}, {u"KS2_MATLEV"_s, u"A"_s},
                                                    {u"KS2_WRITLEVTA"_s, u"5"_s}, {u"KS2_GENDER"_s, u"F"_s}})
                                            .record());
        const Lane* results = lane(all, u"results.KS2"_s);
        QCOMPARE(results->marks.size(), std::size_t(3));
        const auto open = std::count_if(results->marks.begin(), results->marks.end(), [](const Mark& m) { return m.open; });
        QCOMPARE(open, 1); // absent is no result
        const auto teacher = std::count_if(results->marks.begin(), results->marks.end(),
                                           [](const Mark& m) { return m.judgement == Judgement::Teacher; });
        QCOMPARE(teacher, 1);
        QCOMPARE(results->marks.front().from, QDate(2012, 9, 1));
        QCOMPARE(results->marks.front().to, QDate(2013, 8, 31));
    }

    void episodesOfCareLastUntilTheirLastDay()
    {
        RecordBuilder builder;
        builder.entry(u"CLA"_s, u"2016/17"_s, {{u"cla_PLACEMENT"_s, u"K2"_s}, {u"cla_DATE_EPI_CEASED"_s, u"14/08/2017"_s}});
        builder.last().date = QDate(2017, 1, 6);
        builder.entry(u"CLA"_s, u"2016/17"_s, {{u"cla_PLACEMENT"_s, u"A3"_s}, {u"cla_DATE_EPI_CEASED"_s, u"01/01/1999"_s}});
        builder.last().date = QDate(2017, 8, 14);
        const Timeline all = timelineOf(builder.record());
        const Lane* placed = lane(all, u"SC.Placement"_s);
        QVERIFY(placed);
        QCOMPARE(placed->group, LaneGroup::Care);
        QCOMPARE(placed->marks.size(), std::size_t(2));
        QCOMPARE(placed->marks[0].from, QDate(2017, 1, 6));
        QCOMPARE(placed->marks[0].to, QDate(2017, 8, 14));
        QCOMPARE(placed->marks[1].to, QDate(2017, 8, 14)); // an end before the beginning is none
    }

    void coursesAtCollege()
    {
        RecordBuilder builder;
        builder.entry(u"ILR"_s, u"2024/25"_s, {{u"LearnAimRef"_s, u"60149735"_s}, {u"end_date"_s, u"2025-04-01"_s}, {u"Outcome"_s, u"3"_s}});
        builder.last().dataset = u"ilr-xml:LearningDelivery"_s;
        builder.last().date = QDate(2024, 9, 14);
        builder.entry(u"ILR"_s, u"2024/25"_s, {{u"LearnAimRef"_s, u"60146242"_s}});
        builder.last().dataset = u"ilr-xml:LearningDelivery"_s;
        builder.last().date = QDate(2024, 10, 1);
        const Timeline all = timelineOf(builder.record());
        const Lane* courses = lane(all, u"achievements.ILR"_s);
        QVERIFY(courses);
        QCOMPARE(courses->marks.size(), std::size_t(2));
        QCOMPARE(courses->marks[0].label, u"Course 60149735: No Achievement"_s);
        QCOMPARE(courses->marks[0].to, QDate(2025, 4, 1));
        QVERIFY(courses->marks[1].open);
    }

    void whatACollegeSaysOfALearner()
    {
        RecordBuilder builder;
        const auto learner = [&builder](const QString& year, const QString& provider, const QString& ethnic) {
            builder.entry(u"ILR"_s, year, {{u"UKPRN"_s, provider}, {u"Ethnicity"_s, ethnic}, {u"LLDDCat"_s, u"12"_s}, {u"LLDDCat"_s, u"9"_s}, {u"ULN"_s, u"0000260000"_s}});
            builder.last().dataset = u"ilr-xml:Learner"_s;
        };
        learner(u"2019/20"_s, u"10000001"_s, u"31"_s);
        learner(u"2020/21"_s, u"10000001"_s, u"31"_s);
        learner(u"2021/22"_s, u"10000002"_s, u"35"_s);
        learner(u"2023/24"_s, u"10000002"_s, u"35"_s); // a year without between
        builder.entry(u"ILR"_s, u"2019/20"_s, {{u"Ethnicity"_s, u"99"_s}});
        builder.last().dataset = u"ilr-xml:LearningDelivery"_s; // another part of the return
        builder.spring(u"2018/19"_s, {{u"EthnicGroupMinor"_s, u"WBRI"_s}});
        const Timeline all = timelineOf(builder.record());
        const Lane* ethnic = lane(all, u"ILR.Ethnicity"_s);
        QVERIFY(ethnic);
        QCOMPARE(ethnic->group, LaneGroup::Characteristics);
        QCOMPARE(ethnic->marks.size(), std::size_t(3));
        QCOMPARE(ethnic->marks[0].values.size(), std::size_t(2));
        QVERIFY(ethnic->marks[1].changed);
        QVERIFY(!ethnic->marks[2].changed); // the same again after the gap
        QCOMPARE(lane(all, u"SC.EthnicGroup"_s)->marks.size(), std::size_t(1)); // other codes: another lane
        const Lane* kinds = lane(all, u"ILR.LLDDCat"_s);
        QVERIFY(kinds);
        QCOMPARE(kinds->group, LaneGroup::SpecialNeeds);
        QCOMPARE(kinds->marks[0].code, u"12 9"_s);
        const Lane* provider = lane(all, u"ILR.UKPRN"_s);
        QVERIFY(provider && provider->locates);
        QCOMPARE(provider->group, LaneGroup::School);
        QCOMPARE(provider->marks[0].to, catalogue::termSpan({2020}, Term::None).to);
        QVERIFY(!lane(all, u"ILR.ULN"_s));
    }

    void whatTheLearningAndEducationRecordsSay()
    {
        RecordBuilder builder;
        builder.entry(u"LRS"_s, u"2018/19"_s, {{u"Gender"_s, u"2"_s}, {u"SchoolAtAge16"_s, u"Kingsfell High School"_s}, {u"GivenName"_s, u"Mina"_s}});
        builder.last().dataset = u"lrs:Learner"_s;
        builder.last().date = QDate(2018, 10, 2);
        builder.entry(u"EDREC"_s, u"2013/14"_s,
                      {{u"name"_s, u"Kingsfell High School"_s}, {u"academicYearEnd"_s, u"2017/2018"_s}, {u"termEnd"_s, u"Summer"_s}});
        builder.last().dataset = u"edrec:schools"_s;
        builder.last().term = Term::Autumn;
        builder.entry(u"EDREC"_s, u"2013/14"_s, {{u"name"_s, u"GCSE Art"_s}});
        builder.last().dataset = u"edrec:qualifications"_s; // no school
        builder.entry(u"EDREC"_s, QString(), {{u"senProvision"_s, u"K"_s}});
        builder.last().dataset = u"edrec:Learner"_s;
        builder.last().year.reset();
        const Timeline all = timelineOf(builder.record());
        const Lane* sex = lane(all, u"LRS.Gender"_s);
        QVERIFY(sex && sex->marks.size() == 1);
        QCOMPARE(sex->marks[0].from, QDate(2018, 10, 2));
        QVERIFY(lane(all, u"LRS.SchoolAtAge16"_s)->locates);
        const Lane* schools = lane(all, u"EDREC.schools"_s);
        QVERIFY(schools && schools->locates);
        QCOMPARE(schools->marks.size(), std::size_t(1));
        QCOMPARE(schools->marks[0].label, u"Kingsfell High School"_s);
        QCOMPARE(schools->marks[0].from, catalogue::termSpan({2013}, Term::Autumn).from);
        QCOMPARE(schools->marks[0].to, catalogue::termSpan({2017}, Term::Summer).to);
        QVERIFY(!lane(all, u"EDREC.SENprovision"_s)); // no time: it is listed below
        QVERIFY(std::any_of(all.undated.begin(), all.undated.end(), [](const Undated& one) { return one.value.n > 0; }));
    }

    void qualificationsThatStandWhole()
    {
        RecordBuilder builder;
        builder.entry(u"LRS"_s, u"2017/18"_s, {{u"Subject"_s, u"GCSE Art"_s}, {u"Grade"_s, u"B"_s}});
        builder.last().dataset = u"lrs:LearningEvent"_s;
        builder.last().date = QDate(2018, 8, 23);
        builder.entry(u"LRS"_s, u"2017/18"_s, {{u"Subject"_s, u"Certificate in Music"_s}, {u"Grade"_s, u"9999999999"_s}});
        builder.last().dataset = u"lrs:LearningEvent"_s;
        builder.entry(u"LRS"_s, u"2017/18"_s, {{u"ResponseCode"_s, u"WSRC0004"_s}});
        builder.last().dataset = u"lrs:Answer"_s;
        builder.entry(u"OTHER"_s, u"2013/14"_s, {{u"credentialSubject/achievement/name"_s, u"50 metres"_s}});
        builder.last().dataset = u"clr:Achievement"_s;
        const Timeline all = timelineOf(builder.record());
        const Lane* learning = lane(all, u"achievements.LRS"_s);
        QVERIFY(learning);
        QCOMPARE(learning->group, LaneGroup::Results);
        QCOMPARE(learning->marks.size(), std::size_t(2)); // an answer is no qualification
        QVERIFY(std::any_of(learning->marks.begin(), learning->marks.end(), [](const Mark& mark) {
            return mark.label == "GCSE Art: B"_L1 && !mark.open && mark.from == QDate(2018, 8, 23);
        }));
        QVERIFY(std::any_of(learning->marks.begin(), learning->marks.end(),
                            [](const Mark& mark) { return mark.open && mark.label.contains("no grade recorded"_L1); }));
        const Lane* awards = lane(all, u"achievements.OTHER"_s);
        QVERIFY(awards && awards->marks.size() == 1);
        QCOMPARE(awards->marks[0].label, u"50 metres"_s);
    }

    void releasesAreDrawnTwice()
    {
        const Timeline all = timelineOf(RecordBuilder().record());
        const Lane* telegraph = lane(all, u"release.telegraph"_s);
        QCOMPARE(telegraph->marks.size(), std::size_t(2));
        const auto holding = std::find_if(telegraph->marks.begin(), telegraph->marks.end(),
                                          [](const Mark& m) { return m.kind == MarkKind::Holding; });
        QCOMPARE(holding->from, QDate(2013, 2, 1));
        QCOMPARE(holding->to, QDate(2014, 2, 28));
        QVERIFY(holding->open);
        const auto coverage = std::find_if(telegraph->marks.begin(), telegraph->marks.end(),
                                           [](const Mark& m) { return m.kind == MarkKind::Coverage; });
        QCOMPARE(coverage->from, QDate(2007, 9, 1));
        QCOMPARE(coverage->to, QDate(2012, 8, 31));
        QVERIFY(!lane(all, u"release.mod"_s));          // refused: nothing is said to be held
        QVERIFY(!lane(all, u"release.school-guide"_s)); // open
    }

    void setAsideIsLeftOut()
    {
        const record::Record record = RecordBuilder().spring(u"2009/10"_s, {{u"FSMeligible"_s, u"0"_s}}).record();
        QVERIFY(lane(timelineOf(record), u"SC.FSMeligible"_s));
        record::Decisions decisions;
        decisions.setAside.push_back(record.entries.front().id);
        QVERIFY(!lane(timelineOf(record, decisions), u"SC.FSMeligible"_s));
    }

    void theTaughtYearWins()
    {
        const Timeline all = timelineOf(RecordBuilder().spring(u"2010/11"_s, {{u"NCyearActual"_s, u"3"_s}}).record());
        const auto tick = std::find_if(all.schoolYears.begin(), all.schoolYears.end(),
                                       [](const SchoolYearTick& t) { return t.year.start == 2010; });
        QCOMPARE(tick->text, u"3"_s); // usually Year 4 for this birth date
        QVERIFY(tick->held);
        QCOMPARE(all.schoolYears.front().text, u"R"_s);
        QVERIFY(!all.schoolYears.front().held);
        QCOMPARE(all.schoolYears.size(), std::size_t(14));
    }

    // A year taken again: the years after it follow on from what was taught, not from the birthday.
    void yearsAfterARetakenOneFollowOn()
    {
        const Timeline all = timelineOf(RecordBuilder()
                                            .spring(u"2009/10"_s, {{u"NCyearActual"_s, u"3"_s}})
                                            .spring(u"2010/11"_s, {{u"NCyearActual"_s, u"3"_s}})
                                            .record());
        const auto text = [&](int start) {
            for (const SchoolYearTick& tick : all.schoolYears)
                if (tick.year.start == start)
                    return tick.text;
            return QString();
        };
        QCOMPARE(text(2009), u"3"_s);
        QCOMPARE(text(2010), u"3"_s);
        QCOMPARE(text(2011), u"4"_s);
        QCOMPARE(text(2008), u"2"_s); // before: the usual one
    }

    void emptyRecord()
    {
        const Timeline all = timeline({}, {}, {}, today);
        QVERIFY(all.lanes.empty());
        QVERIFY(all.schoolYears.empty());
        QCOMPARE(all.from, today);
    }

    void orderAndKeys()
    {
        const auto record = demoRecord();
        if (!record)
            QSKIP("the demonstration's sources are not here");
        const Timeline all = timelineOf(*record);
        QSet<QString> keys;
        for (std::size_t i = 1; i < all.lanes.size(); ++i)
            QVERIFY(all.lanes[i - 1].group <= all.lanes[i].group);
        for (const Lane& one : all.lanes)
            for (std::size_t i = 0; i < one.marks.size(); ++i) {
                const Mark& mark = one.marks[i];
                QVERIFY2(!keys.contains(mark.key), qPrintable(mark.key));
                keys.insert(mark.key);
                QVERIFY2(mark.from.isValid() && mark.from <= mark.to, qPrintable(mark.key));
                QVERIFY(i == 0 || one.marks[i - 1].from <= mark.from);
                QVERIFY2(!mark.label.isEmpty(), qPrintable(mark.key));
            }
        QSet<QString> again;
        for (const Lane& one : timelineOf(*record).lanes)
            for (const Mark& mark : one.marks)
                again.insert(mark.key);
        QCOMPARE(again, keys);
    }

    void aYearWithoutEntriesIsMissingWhereItWasExpected()
    {
        using Spans = std::vector<catalogue::DateSpan>;
        RecordBuilder builder;
        for (const QString& year : {u"2008/09"_s, u"2009/10"_s, u"2011/12"_s})
            builder.spring(year, {{u"FirstLanguage"_s, u"ENG"_s}});
        const Timeline all = timelineOf(builder.record());
        const Spans& missing = lane(all, u"SC.FirstLanguage"_s)->missing;
        const catalogue::DateSpan between{QDate(2010, 9, 1), QDate(2011, 8, 31)};
        QVERIFY(std::find(missing.begin(), missing.end(), between) != missing.end());
        for (const Lane& other : all.lanes)
            if (other.group == LaneGroup::School || other.group == LaneGroup::Releases || other.group == LaneGroup::Results)
                QVERIFY(other.missing.empty());
        // A school year is missing only once it is over.
        for (const catalogue::DateSpan& span : missing)
            QVERIFY(span.to <= today);
    }

    // What was first asked years later, or for the last time years before, is not missing then.
    void whatWasNotAskedYetIsNotMissing_data()
    {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<bool>("missing");
        QTest::newRow("years later") << QDate(2014, 1, 1) << QDate(2019, 8, 31) << false;
        QTest::newRow("years before") << QDate(2006, 1, 1) << QDate(2008, 8, 31) << false;
        QTest::newRow("the year before its first") << QDate(2012, 1, 1) << QDate(2019, 8, 31) << true;
        QTest::newRow("the year after its last") << QDate(2006, 1, 1) << QDate(2010, 8, 31) << true;
        QTest::newRow("all through") << QDate(2006, 1, 1) << QDate(2019, 8, 31) << false;
        QTest::newRow("only its last days") << QDate(2011, 8, 20) << QDate(2019, 8, 31) << true;
    }
    void whatWasNotAskedYetIsNotMissing()
    {
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        Lane language{u"SC.FirstLanguage"_s, u"First language"_s, LaneGroup::Characteristics, {}};
        Mark mark;
        mark.from = from;
        mark.to = to;
        language.marks = {mark};
        std::vector<SchoolYearTick> years;
        for (int start = 2005; start < 2019; ++start)
            years.push_back({{start}, {}, start != 2010});
        const std::vector<catalogue::DateSpan> missing = missingYears(language, years, today);
        QTEST(missing.size() == 1 && missing.front() == (catalogue::DateSpan{QDate(2010, 9, 1), QDate(2011, 8, 31)}), "missing");
        language.group = LaneGroup::Care; // nobody expects it every year
        QVERIFY(missingYears(language, years, today).empty());
    }

    // The column of names holds about nineteen letters: what is cut there must neither mislead nor look like another.
    void namesOfLanesFitTheirColumnAndDiffer()
    {
        QHash<QString, QString> keyOf;
        for (const CharacteristicName& name : characteristicNames()) {
            if (!name.lane)
                continue;
            const QString key = QString::fromUtf16(name.key);
            const QString given = shortLaneTitle(u"SC."_s + key);
            const QString words = given.isEmpty() ? QString::fromLatin1(name.title) : given;
            QVERIFY2(words.size() <= 19, qPrintable(words));
            QVERIFY2(keyOf.value(words, key) == key, qPrintable(words));
            keyOf.insert(words, key);
        }
        QVERIFY(keyOf.size() > 30);
        QCOMPARE(shortLaneTitle(u"SC.Sex"_s), QString());
    }

    void aLaneHasItsShortName()
    {
        const Timeline all = timelineOf(RecordBuilder().spring(u"2016/17"_s, {{u"SENUnitIndicator"_s, u"1"_s}, {u"Gender"_s, u"F"_s}}).record());
        const Lane* unit = lane(all, u"SC.SENUnitIndicator"_s);
        QVERIFY(unit);
        QCOMPARE(unit->shortTitle, u"In a needs unit"_s);
        QVERIFY(lane(all, u"SC.Sex"_s)->shortTitle.isEmpty());
    }

    // What the invented child's folder says there is to find.
    void theInventedChild()
    {
        const auto record = demoRecord();
        if (!record)
            QSKIP("the demonstration's sources are not here");
        const Timeline all = timelineOf(*record);
        const Lane* ethnic = lane(all, u"SC.EthnicGroup"_s);
        QVERIFY(ethnic);
        std::vector<const Mark*> odd;
        for (const Mark& mark : ethnic->marks)
            if (mark.rank > 0)
                odd.push_back(&mark);
        QCOMPARE(odd.size(), std::size_t(1));
        QCOMPARE(odd.front()->from, QDate(2010, 1, 1));
        QCOMPARE(odd.front()->to, QDate(2011, 3, 31));
        QCOMPARE(ethnic->marks.size(), std::size_t(3)); // before, the two springs, after the missing year
        for (const SchoolYearTick& tick : all.schoolYears)
            QCOMPARE(tick.held, tick.year.start != 2011);
        QCOMPARE(lane(all, u"attendance.exclusions"_s)->marks.size(), std::size_t(2));
        QCOMPARE(lane(all, u"results.KS5"_s)->marks.size(), std::size_t(3));
        for (const Mark& mark : lane(all, u"results.KS5"_s)->marks)
            QVERIFY(mark.centreAssessed);
    }
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
