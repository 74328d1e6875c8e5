// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "builder.h"
#include "demo_record.h"

#include "insight/attainment.h"
#include "insight/subject_names.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace insight;

namespace {

const AttainmentPanel* panel(const Attainment& all, const QString& system)
{
    for (const AttainmentPanel& one : all.panels)
        if (one.system == system)
            return &one;
    return nullptr;
}

const ResultRow* row(const AttainmentPanel& panel, const QString& subject)
{
    for (const ResultRow& one : panel.rows)
        if (one.subject == subject)
            return &one;
    return nullptr;
}

// For tests of a record that holds one result.
void oneResultColumns()
{
    for (const char* name : {"collection", "year", "heading", "raw"})
        QTest::addColumn<QString>(name);
}

Attainment oneResult()
{
    QFETCH(QString, collection);
    QFETCH(QString, year);
    QFETCH(QString, heading);
    QFETCH(QString, raw);
    return attainment(RecordBuilder().entry(collection, year, {{heading, raw}}).record(), {});
}

} // namespace

class TestAttainment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlainLevelCoversAStretch()
    {
        const Attainment all = attainment(
            RecordBuilder().entry(u"KS1"_s, u"2008/09"_s, {{u"KS1_READING"_s, u"2B"_s}, {u"KS1_SCIENCE"_s, u"2"_s}}).record(), {});
        const AttainmentPanel* ks1 = panel(all, u"KS1_LEVEL"_s);
        QVERIFY(ks1);
        QCOMPARE(ks1->title, u"Key Stage 1"_s);
        QCOMPARE(ks1->subtitle, u"2009, end of Year 2, age 7. Levels"_s);
        const ResultRow* science = row(*ks1, u"Science"_s);
        QVERIFY(science && science->placeTo);
        QVERIFY(*science->place < *science->placeTo);
        QVERIFY(!row(*ks1, u"Reading"_s)->placeTo);
        QVERIFY(ks1->note.contains("2C to 2A"_L1));
        QCOMPARE(all.judged, 2);
        QCOMPARE(all.reached, 2);
    }

    void noResultIsNeverZero()
    {
        const Attainment all = attainment(RecordBuilder()
                                              .entry(u"KS2"_s, u"2012/13"_s,
                                                     {{u"KS2_READLEV"_s, u"A"_s}, {u"KS2_MATLEV"_s, u"B"_s}, {u"KS2_GPSLEV"_s, u"3"_s}})
                                              .record(), {});
        const AttainmentPanel* ks2 = panel(all, u"KS2_LEVEL"_s);
        const ResultRow* absent = row(*ks2, u"Reading"_s);
        QVERIFY(absent && !absent->place && !absent->below);
        QCOMPARE(absent->meaning, u"Absent"_s);
        const ResultRow* below = row(*ks2, u"Mathematics"_s);
        QVERIFY(below && !below->place && below->below);
        QCOMPARE(all.judged, 2); // the absence is not compared with anything
        QCOMPARE(all.reached, 0);
    }

    void lettersAndNumbersApart()
    {
        const Attainment all = attainment(RecordBuilder({2000, 11, 1})
                                              .entry(u"KS4"_s, u"2015/16"_s, {{u"KS4_APMAT"_s, u"B"_s}})
                                              .entry(u"KS4"_s, u"2017/18"_s, {{u"KS4_APMAT_91"_s, u"6"_s}})
                                              .record(), {});
        QVERIFY(panel(all, u"GCSE_AG"_s));
        QVERIFY(panel(all, u"GCSE_9_1"_s));
        QCOMPARE(panel(all, u"GCSE_9_1"_s)->title, u"GCSE, numbers"_s);
        QCOMPARE(all.panels.size(), std::size_t(2));
        QVERIFY(all.panels.front().year < all.panels.back().year);
    }

    void scaledScoresHaveTheirOwnAxis()
    {
        const Attainment all = attainment(RecordBuilder({2006, 11, 1})
                                              .entry(u"KS2"_s, u"2017/18"_s,
                                                     {{u"KS2_READSCORE"_s, u"104"_s}, {u"KS2_READOUTCOME"_s, u"AS"_s},
                                                      {u"KS2_GPSSCORE"_s, u"99"_s}, {u"KS2_GPSOUTCOME"_s, u"NS"_s}, {u"KS2_WRITTAOUTCOME"_s, u"EXS"_s}, {u"KS2_READPROGSCORE"_s, u"-1.25"_s}})
                                              .record(), {});
        const AttainmentPanel* scaled = panel(all, u"KS2_SCALED"_s);
        QVERIFY(scaled);
        QCOMPARE(scaled->from, 80.0);
        QCOMPARE(scaled->to, 120.0);
        QCOMPARE(scaled->expectedFrom, std::optional(100.0));
        QCOMPARE(scaled->rows.size(), std::size_t(2));
        QVERIFY(!panel(all, u"KS2_TEST_OUTCOME"_s)); // the score says it already
        QVERIFY(panel(all, u"KS2_TA_2016"_s));
        QCOMPARE(all.relative.size(), std::size_t(1));
        QCOMPARE(all.relative.front().score, -1.25);
    }

    // The steps below the standard have other names to 2018 and from 2019, and nobody published which are alike.
    void stepsBelowTheStandardAreThoseOfTheirYear()
    {
        const auto axis = [](const QString& year, const QString& raw) {
            const Attainment all = attainment(RecordBuilder({2009, 6, 10}).entry(u"KS1"_s, year, {{u"KS1_WRIT_OUTCOME"_s, raw}}).record(), {});
            QStringList ticks;
            for (const auto& tick : all.panels.front().ticks)
                ticks << (tick.expected ? QString(u'[' + tick.text + u']') : tick.text);
            return ticks.join(u' ');
        };
        QCOMPARE(axis(u"2015/16"_s, u"PKF"_s), u"BLW PKF WTS [EXS] GDS"_s);
        QCOMPARE(axis(u"2018/19"_s, u"PK2"_s), u"BLW PK1 PK2 PK3 PK4 WTS [EXS] GDS"_s);
    }

    // Science is judged by yes and no: "not met" is every step below, not the lowest of them.
    void notMetCoversEveryStepBelow()
    {
        const Attainment all = attainment(
            RecordBuilder({2009, 6, 10}).entry(u"KS1"_s, u"2015/16"_s, {{u"KS1_SCI_OUTCOME"_s, u"HNM"_s}, {u"KS1_WRIT_OUTCOME"_s, u"WTS"_s}}).record(), {});
        const AttainmentPanel& outcomes = all.panels.front();
        QCOMPARE(outcomes.rows[0].place, std::optional(0.0));
        QCOMPARE(outcomes.rows[0].placeTo, std::optional(2.0));
        QVERIFY(outcomes.note.contains(u"HNM says only that the standard was not met, so it is drawn from BLW to WTS."_s));
        QCOMPARE(outcomes.rows[1].place, std::optional(2.0));
        QVERIFY(!outcomes.rows[1].placeTo);
        QCOMPARE(all.judged, 2);
        QCOMPARE(all.reached, 0);
    }

    // The mark to reach is set each year; what was sent as the outcome is the bar of that year.
    void thePhonicsOutcomeDecides()
    {
        const auto of = [](const QString& mark, const QString& outcome) {
            RecordBuilder builder({2009, 6, 10});
            builder.entry(u"PHON"_s, u"2014/15"_s, {{u"Phonics_PHONICS_MARK"_s, mark}});
            if (!outcome.isEmpty())
                builder.add(u"Phonics_PHONICS_OUTCOME"_s, outcome);
            return attainment(builder.record(), {});
        };
        const Attainment below = of(u"33"_s, u"Wt"_s);
        QCOMPARE(below.panels.size(), std::size_t(1));
        QVERIFY(below.panels.front().note.startsWith(u"The outcome that was sent with it: Did not meet the standard."_s));
        QCOMPARE(below.judged, 1);
        QCOMPARE(below.reached, 0);
        QCOMPARE(of(u"31"_s, u"Wa"_s).reached, 1);
        QCOMPARE(of(u"31"_s, {}).reached, 0);
        QCOMPARE(of(u"33"_s, {}).reached, 1);
        QVERIFY(!of(u"33"_s, {}).panels.front().note.contains(u"outcome that was sent"_s));
    }

    void totalsAreListed()
    {
        const Attainment all = attainment(RecordBuilder({2009, 6, 10})
                                              .entry(u"EYFSP"_s, u"2013/14"_s, {{u"FSP_GLD"_s, u"0"_s}})
                                              .entry(u"KS4"_s, u"2024/25"_s, {{u"KS4_ATT8"_s, u"38.5"_s}})
                                              .record(), {});
        QCOMPARE(all.panels.size(), std::size_t(2));
        QVERIFY(all.panels[0].listed && all.panels[1].listed);
        QCOMPARE(all.panels[0].rows.front().meaning, u"not reached"_s);
        QCOMPARE(all.panels[1].rows.front().text, u"38.5"_s);
        QVERIFY(all.panels[1].note.contains(u"Not to be compared"_s));
        QVERIFY(all.other.empty());
        QCOMPARE(all.judged, 0);
    }

    // No exams in the summers of 2020 and 2021; the years on either side had them.
    void centreAssessedYears_data()
    {
        QTest::addColumn<QString>("year");
        QTest::addColumn<bool>("centre");
        QTest::newRow("2019") << u"2018/19"_s << false;
        QTest::newRow("2020") << u"2019/20"_s << true;
        QTest::newRow("2021") << u"2020/21"_s << true;
        QTest::newRow("2022") << u"2021/22"_s << false;
    }
    void centreAssessedYears()
    {
        QFETCH(QString, year);
        const Attainment all =
            attainment(RecordBuilder().entry(u"KS5"_s, year, {{u"KS5_GA_HIST"_s, u"A"_s}}).record(), {});
        QCOMPARE(all.panels.size(), std::size_t(1));
        const ResultRow& history = all.panels.front().rows.front();
        QCOMPARE(history.subject, u"History"_s);
        QTEST(history.judgement == Judgement::CentreAssessed, "centre");
        QTEST(all.panels.front().note.contains("No exams"_L1), "centre");
    }

    void totalsAndFlagsAreNotPlotted()
    {
        const Attainment all = attainment(RecordBuilder()
                                              .entry(u"KS1"_s, u"2008/09"_s,
                                                     {{u"KS1_READPOINTS"_s, u"15"_s}, {u"KS1_LEVXREAD"_s, u"1"_s}, {u"KS1_GENDER"_s, u"F"_s}})
                                              .record(), {});
        QVERIFY(all.panels.empty());
        QCOMPARE(all.other.size(), std::size_t(1)); // the points; a flag is no result and sex is none either
        QCOMPARE(all.judged, 0);
    }

    void sameResultTwiceIsOne()
    {
        RecordBuilder builder;
        builder.entry(u"KS1"_s, u"2008/09"_s, {{u"KS1_READING"_s, u"2B"_s}, {u"KS1_WRITING"_s, u"2C"_s}});
        builder.last().dataset = u"ctf:StageAssessments/KS1"_s;
        builder.entry(u"KS1"_s, u"2008/09"_s, {{u"KS1_READING"_s, u"2B"_s}, {u"KS1_WRITING"_s, u"2A"_s}});
        builder.last().dataset = u"KS1"_s;
        const record::Record record = builder.record();
        const Attainment all = attainment(record, {});
        QCOMPARE(all.panels.front().rows.size(), std::size_t(3)); // reading once, both writings
        const ResultRow* reading = row(all.panels.front(), u"Reading"_s);
        QCOMPARE(reading->value, valueNamed(record, u"KS1_READING"_s, 1)); // the national table's
        QCOMPARE(reading->also, std::vector{valueNamed(record, u"KS1_READING"_s, 0)});
        QCOMPARE(all.judged, 3);
    }

    void testAndTeacherAreNamed()
    {
        const Attainment all = attainment(
            RecordBuilder().entry(u"KS2"_s, u"2012/13"_s, {{u"KS2_MATLEV"_s, u"5"_s}, {u"KS2_MATLEVTA"_s, u"4"_s}}).record(), {});
        const AttainmentPanel* ks2 = panel(all, u"KS2_LEVEL"_s);
        QVERIFY(row(*ks2, u"Mathematics, test"_s));
        QVERIFY(row(*ks2, u"Mathematics, teacher"_s));
    }

    void ticksRiseAndOneIsTheBar()
    {
        const auto record = demoRecord();
        if (!record)
            QSKIP("the demonstration's sources are not here");
        const Attainment all = attainment(*record, {});
        QCOMPARE(all.panels.size(), std::size_t(7));
        for (const AttainmentPanel& one : all.panels) {
            if (one.listed) // the profile's total, Attainment 8
                continue;
            QVERIFY2(std::is_sorted(one.ticks.begin(), one.ticks.end(),
                                    [](const auto& a, const auto& b) { return a.place < b.place; }),
                     qPrintable(one.key));
            QCOMPARE(std::count_if(one.ticks.begin(), one.ticks.end(), [](const auto& t) { return t.expected; }), 1);
            for (const ResultRow& result : one.rows)
                if (result.place)
                    QVERIFY(*result.place >= one.from && *result.place <= one.to);
        }
        QCOMPARE(all.relative.size(), std::size_t(1)); // Progress 8, apart
        QVERIFY(all.reached < all.judged);
    }

    void plainSubjects_data()
    {
        QTest::addColumn<QString>("collection");
        QTest::addColumn<QString>("item");
        QTest::addColumn<QString>("subject");
        QTest::newRow("literature") << u"KS4"_s << u"KS4_APELIT"_s << u"English Literature"_s;
        QTest::newRow("history, misprinted later") << u"KS4"_s << u"KS4_APHIS_PTQ_EE"_s << u"History"_s;
        QTest::newRow("history of art") << u"KS5"_s << u"KS5_GA_HIST_ART"_s << u"History of Art"_s;
        QTest::newRow("profile") << u"EYFSP"_s << u"FSP_CLL_AS2"_s << u"Linking sounds and letters"_s;
        QTest::newRow("brackets that belong") << u"KS5"_s << u"KS5_GA_MATH_PURE"_s << u"Maths (Pure)"_s;
    }
    void plainSubjects()
    {
        QFETCH(QString, collection);
        QFETCH(QString, item);
        const auto id = catalogue::itemNamed(item, collection);
        QVERIFY(id);
        QTEST(subjectName(catalogue::item(*id)), "subject");
    }

    // One result of each instrument finds its own panel, named for a reader.
    void everyInstrumentHasItsPanel_data()
    {
        oneResultColumns();
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("title");
        const auto row = [](const char* name, const char* collection, const char* year, const char* heading,
                            const char* raw, const char* system, const char* title) {
            QTest::newRow(name) << QString::fromLatin1(collection) << QString::fromLatin1(year) << QString::fromLatin1(heading)
                                << QString::fromLatin1(raw) << QString::fromLatin1(system) << QString::fromLatin1(title);
        };
        row("profile, points", "EYFSP", "2006/07", "FSP_PSE_AS1", "7", "EYFSP_SCALE", "Foundation Stage Profile");
        row("profile, three words", "EYFSP", "2014/15", "FSP_COM_G01", "2", "EYFSP_ELG_2012", "Early learning goals");
        row("profile, two words", "EYFSP", "2022/23", "FSP_COM_G01", "2", "EYFSP_ELG_2021", "Early learning goals");
        row("phonics", "PHON", "2014/15", "PHONICS_MARK", "34", "PHONICS_MARK", "Phonics check");
        row("phonics in words", "PHON", "2014/15", "PHONICS_OUTCOME", "Wa", "PHONICS_OUTCOME", "Phonics check");
        row("key stage 1, levels", "KS1", "2008/09", "KS1_READING", "2B", "KS1_LEVEL", "Key Stage 1");
        row("key stage 1, outcomes", "KS1", "2016/17", "KS1_READ_OUTCOME", "EXS", "KS1_TA_2016", "Key Stage 1");
        row("key stage 2, levels", "KS2", "2012/13", "KS2_READLEV", "4", "KS2_LEVEL", "Key Stage 2");
        row("key stage 2, scores", "KS2", "2016/17", "KS2_READSCORE", "104", "KS2_SCALED", "Key Stage 2");
        row("key stage 3", "KS3", "2005/06", "KS3_ENGLEV", "6", "KS3_LEVEL", "Key Stage 3");
        row("tables check", "MTC", "2021/22", "FormMark", "25", "MTC_MARK", "Multiplication tables check");
        row("GCSE, letters", "KS4", "2015/16", "KS4_APMAT", "B", "GCSE_AG", "GCSE, letters");
        row("GCSE that the tables call AS", "KS4", "2015/16", "KS4_APHIS_PTQ_EE", "B", "GCSE_AG", "GCSE, letters");
        row("GCSE, short", "KS4", "2010/11", "KS4_APRE", "B", "GCSE_AG", "GCSE short courses");
        row("GCSE, numbers", "KS4", "2017/18", "KS4_APMAT_91", "6", "GCSE_9_1", "GCSE, numbers");
        row("BTEC", "KS4", "2009/10", "KS4_BTECENG_CERS", "M", "BTEC_FIRST", "BTEC First");
        row("GCSE, double award", "KS4", "2010/11", "KS4_APVBUS", "BB", "GCSE_AG_DOUBLE", "GCSE double awards");
        row("GCSE, double award in pairs", "KS4", "2010/11", "KS4_GRADE", "AB", "GCSE_AG_DOUBLE", "GCSE double awards");
        row("GCSE, double numbers", "KS4", "2018/19", "KS4_APCOMBSCI_91", "6-5", "GCSE_9_1_DOUBLE", "GCSE double awards");
        row("A level, double award", "KS5", "2005/06", "KS5_VDA_BUS", "AB", "ALEVEL_DOUBLE", "A level double awards");
        row("AS level, double award", "KS5", "2007/08", "KS5_GDAS_BUS", "DD", "AS_LEVEL_DOUBLE", "AS double awards");
        row("year 7", "Y7", "2004/05", "Y7_ENGLEV", "4", "Y7_LEVEL", "Year 7 progress tests");
        row("A level", "KS5", "2011/12", "KS5_GA_HIST", "A", "ALEVEL", "A level");
        row("AS level", "KS5", "2010/11", "KS5_GAS_HIST", "B", "AS_LEVEL", "AS level");
        row("T level", "TLEVEL", "2022/23", "OverallGrade", "M", "TLEVEL", "T level");
        row("T level, plain pass", "TLEVEL", "2022/23", "OverallGrade", "P", "TLEVEL", "T level");
        row("degree", "HESA", "2015/16", "HE_XCLASS01", "2", "DEGREE_CLASS", "Degree");
    }
    void everyInstrumentHasItsPanel()
    {
        const Attainment all = oneResult();
        QCOMPARE(all.panels.size(), std::size_t(1));
        const AttainmentPanel& panel = all.panels.front();
        QTEST(panel.system, "system");
        QTEST(panel.title, "title");
        QCOMPARE(panel.rows.size(), std::size_t(1));
        QVERIFY(panel.rows.front().place);
        QVERIFY(!panel.listed && !panel.ticks.empty());
    }

    // Codes that mean "no result" in each instrument: open, with words, off the scale, compared with nothing.
    void noResultInEveryInstrument_data()
    {
        oneResultColumns();
        QTest::newRow("profile") << u"EYFSP"_s << u"2006/07"_s << u"FSP_PSE_AS1"_s << u"N"_s;
        QTest::newRow("goals") << u"EYFSP"_s << u"2014/15"_s << u"FSP_COM_G01"_s << u"A"_s;
        QTest::newRow("phonics") << u"PHON"_s << u"2014/15"_s << u"PHONICS_OUTCOME"_s << u"D"_s;
        QTest::newRow("key stage 1") << u"KS1"_s << u"2008/09"_s << u"KS1_READING"_s << u"D"_s;
        QTest::newRow("key stage 2") << u"KS2"_s << u"2012/13"_s << u"KS2_READLEV"_s << u"M"_s;
        QTest::newRow("key stage 3") << u"KS3"_s << u"2005/06"_s << u"KS3_ENGLEV"_s << u"X"_s;
        QTest::newRow("tables check") << u"MTC"_s << u"2021/22"_s << u"ReasonNotTakingCheck"_s << u"J"_s;
        QTest::newRow("GCSE") << u"KS4"_s << u"2015/16"_s << u"KS4_APMAT"_s << u"X"_s;
        QTest::newRow("BTEC") << u"KS4"_s << u"2009/10"_s << u"KS4_BTECENG_CERS"_s << u"F"_s;
        QTest::newRow("A level") << u"KS5"_s << u"2011/12"_s << u"KS5_GA_HIST"_s << u"U"_s;
        QTest::newRow("AS level") << u"KS5"_s << u"2010/11"_s << u"KS5_GAS_HIST"_s << u"X"_s;
        QTest::newRow("year 7") << u"Y7"_s << u"2004/05"_s << u"Y7_MATLEV"_s << u"A"_s;
        QTest::newRow("A level, double award") << u"KS5"_s << u"2005/06"_s << u"KS5_VDA_BUS"_s << u"U"_s;
        QTest::newRow("T level") << u"TLEVEL"_s << u"2022/23"_s << u"OverallGrade"_s << u"U"_s;
        QTest::newRow("degree") << u"HESA"_s << u"2015/16"_s << u"HE_XCLASS01"_s << u"5"_s;
    }
    void noResultInEveryInstrument()
    {
        const Attainment all = oneResult();
        QCOMPARE(all.panels.size(), std::size_t(1));
        const ResultRow& row = all.panels.front().rows.front();
        QVERIFY(!row.place && !row.below);
        QFETCH(QString, collection);
        if (collection != "MTC"_L1) // its letters are in no published table
            QVERIFY(!row.meaning.isEmpty());
        QCOMPARE(all.judged, 0);
    }

    // "P" does not say how the core of a T level went: a stretch, as a level without its letter is one. A mark of
    // another part of the table is no overall grade.
    void aPlainPassCoversAStretch()
    {
        const Attainment all = attainment(RecordBuilder({2005, 11, 1})
                                              .entry(u"TLEVEL"_s, u"2022/23"_s,
                                                     {{u"Gender"_s, u"M"_s}, {u"OverallGrade"_s, u"P"_s}, {u"CoreGrade"_s, u"D"_s},
                                                      {u"SpecialismGrade"_s, u"M"_s}})
                                              .record(), {});
        const AttainmentPanel* tLevel = panel(all, u"TLEVEL"_s);
        QVERIFY(tLevel);
        QCOMPARE(tLevel->rows.size(), std::size_t(1));
        const ResultRow& pass = tLevel->rows.front();
        QCOMPARE(pass.place, std::optional(0.0));
        QCOMPARE(pass.placeTo, std::optional(1.0));
        QVERIFY(tLevel->note.contains("P (D or E core)"_L1));
        const AttainmentPanel& parts = all.panels.back();
        QVERIFY(parts.listed);
        QCOMPARE(std::count_if(parts.rows.begin(), parts.rows.end(),
                               [](const ResultRow& row) { return row.subject.endsWith("Grade"_L1); }), 2);
    }

    void doubleAwardsKeepTheirHalfSteps()
    {
        const Attainment all = attainment(RecordBuilder({1994, 11, 1})
                                              .entry(u"KS4"_s, u"2010/11"_s, {{u"KS4_APVBUS"_s, u"CC"_s}, {u"KS4_APVSCI"_s, u"**"_s}})
                                              .entry(u"KS4"_s, u"2010/11"_s, {{u"KS4_GRADE"_s, u"CD"_s}})
                                              .record(), {});
        const AttainmentPanel* letters = panel(all, u"GCSE_AG_DOUBLE"_s);
        QVERIFY(letters);
        QCOMPARE(letters->rows.size(), std::size_t(3));
        QCOMPARE(letters->rows[0].place, std::optional(5.0)); // as a C on the single scale
        QCOMPARE(letters->rows[1].place, std::optional(8.0));
        QCOMPARE(letters->rows[2].place, std::optional(4.5));
        QCOMPARE(all.judged, 3);
        QCOMPARE(all.reached, 2); // a C and a D are not two Cs
        QVERIFY(!panel(all, u"GCSE_AG"_s));
    }

    // Only the list would say which subject it is, and nobody published it. A subject in words needs no such note.
    void aSubjectInCodeIsSaid()
    {
        const Attainment coded = attainment(RecordBuilder()
                                                .entry(u"KS4"_s, u"2010/11"_s, {{u"KS4_MAPPING"_s, u"3510"_s}, {u"KS4_GRADE"_s, u"B"_s}})
                                                .record(), {});
        QCOMPARE(coded.panels.front().rows.front().subject, u"A subject with code 3510"_s);
        QVERIFY(coded.panels.front().note.contains("not published"_L1));
        const Attainment named = attainment(RecordBuilder()
                                                .entry(u"KS4"_s, u"2010/11"_s, {{u"Subject"_s, u"History"_s}, {u"KS4_GRADE"_s, u"B"_s}})
                                                .record(), {});
        QCOMPARE(named.panels.front().rows.front().subject, u"History"_s);
        QVERIFY(!named.panels.front().note.contains("not published"_L1));
    }

    // Below the lowest step of each instrument that has such codes: under the scale, and never "no result".
    void belowInEveryInstrument_data()
    {
        oneResultColumns();
        QTest::newRow("key stage 2, B") << u"KS2"_s << u"2012/13"_s << u"KS2_READLEV"_s << u"B"_s;
        QTest::newRow("key stage 2, N") << u"KS2"_s << u"2012/13"_s << u"KS2_READLEV"_s << u"N"_s;
        QTest::newRow("key stage 3, W") << u"KS3"_s << u"2009/10"_s << u"KS3_ENGTALEV"_s << u"W"_s;
        QTest::newRow("year 7, N") << u"Y7"_s << u"2004/05"_s << u"Y7_MATLEV"_s << u"N"_s;
    }
    void belowInEveryInstrument()
    {
        const Attainment all = oneResult();
        QCOMPARE(all.panels.size(), std::size_t(1));
        const ResultRow& row = all.panels.front().rows.front();
        QVERIFY(row.below && !row.place && !row.meaning.isEmpty());
    }

    // The two ladders under Key Stage 2 (2016 to 2018 and from 2019) do not map one to one, and a Key Stage 1 level is
    // not a Key Stage 2 level: each year and instrument has a panel of its own.
    void scalesAreNeverJoined()
    {
        const Attainment all = attainment(RecordBuilder({2005, 11, 1})
                                              .entry(u"KS1"_s, u"2012/13"_s, {{u"KS1_MATHS"_s, u"3"_s}})
                                              .entry(u"KS2"_s, u"2016/17"_s, {{u"KS2_MATTAOUTCOME"_s, u"PKG"_s}})
                                              .entry(u"KS2"_s, u"2018/19"_s, {{u"KS2_MATTAOUTCOME"_s, u"PK6"_s}})
                                              .record(), {});
        QCOMPARE(all.panels.size(), std::size_t(3));
        QStringList keys;
        for (const AttainmentPanel& one : all.panels)
            keys << one.key;
        QCOMPARE(keys.removeDuplicates(), 0);
    }

    // Tests whose columns no table prints, and qualifications of all kinds, are listed and never drawn.
    void withoutAScaleIsListed()
    {
        RecordBuilder builder;
        builder.entry(u"Y7"_s, u"2004/05"_s, {{u"Y7_UPN"_s, u"E000200106014"_s}, {u"Y7_ENGLISH"_s, u"4"_s}, {u"Y7_GENDER"_s, u"F"_s}});
        builder.entry(u"LRS"_s, u"2017/18"_s, {{u"Subject"_s, u"BTEC National in Sport"_s}, {u"Grade"_s, u"DMM"_s}});
        builder.last().dataset = u"lrs:LearningEvent"_s;
        builder.entry(u"LRS"_s, u"2017/18"_s, {{u"Subject"_s, u"First aid"_s}, {u"Grade"_s, u"9999999999"_s}});
        builder.last().dataset = u"lrs:LearningEvent"_s;
        const Attainment all = attainment(builder.record(), {});
        QCOMPARE(all.panels.size(), std::size_t(2));
        const AttainmentPanel& year7 = all.panels.front();
        QVERIFY(year7.listed && year7.ticks.empty() && !year7.expectedFrom);
        QCOMPARE(year7.rows.size(), std::size_t(1)); // who somebody is, is no result
        QCOMPARE(year7.rows.front().text, u"4"_s);
        QVERIFY(!year7.rows.front().place);
        const AttainmentPanel& others = all.panels.back();
        QCOMPARE(others.rows.size(), std::size_t(2));
        QCOMPARE(others.rows.front().subject, u"BTEC National in Sport"_s);
        QCOMPARE(others.rows.front().text, u"DMM"_s);
        QVERIFY(others.rows.back().text.isEmpty() && !others.rows.back().meaning.isEmpty());
        QVERIFY(all.other.empty());
        QCOMPARE(all.judged, 0);
    }

    // Value added and Progress 8 keep their range; a number of another measure is no end of it.
    void relativeScoresKeepTheirRange()
    {
        const Attainment all = attainment(RecordBuilder()
                                              .entry(u"KS4"_s, u"2017/18"_s,
                                                     {{u"KS4_P8SCORE"_s, u"0.31"_s}, {u"KS4_P8CILOW"_s, u"-0.12"_s}, {u"KS4_P8CIUPP"_s, u"0.74"_s},
                                                      {u"KS4_P8ENGCILOW"_s, u"-9"_s}, {u"KS4_ATT8"_s, u"52"_s}})
                                              .record(), {});
        QCOMPARE(all.relative.size(), std::size_t(1));
        QCOMPARE(all.relative.front().low, std::optional(-0.12));
        QCOMPARE(all.relative.front().high, std::optional(0.74));
        const Attainment bare = attainment(RecordBuilder().entry(u"KS4"_s, u"2017/18"_s, {{u"KS4_P8SCORE"_s, u"0.31"_s}}).record(), {});
        QVERIFY(!bare.relative.front().low && !bare.relative.front().high);
    }
};

QTEST_GUILESS_MAIN(TestAttainment)
#include "tst_attainment.moc"
