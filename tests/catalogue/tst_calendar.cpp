// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/academic_year.h"
#include "catalogue/cohorts.h"
#include "catalogue/collections.h"
#include "catalogue/context.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using catalogue::AcademicYear;
using catalogue::Term;
using catalogue::YearState;

class TestCalendar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void yearReadsAndWrites_data();
    void yearReadsAndWrites();
    void yearRefuses_data();
    void yearRefuses();
    void everyYearComesBack();
    void yearOfDate_data();
    void yearOfDate();
    void terms();
    void termsFillTheYear();
    void workedExamples_data();
    void workedExamples();
    void ageAgreesWithTheBirthday();
    void yearGroupWords();
    void collectionsAreThere();
    void collectionsAreNamedApart();
    void statesOfYears_data();
    void statesOfYears();
    void wholeYears();
    void unknownCollection();
    void whatChangedForEverybody();
};

void TestCalendar::yearReadsAndWrites_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("start");
    QTest::newRow("as we write it") << u"2013/14"_s << 2013;
    QTest::newRow("both years") << u"2013/2014"_s << 2013;
    QTest::newRow("hyphen") << u"2013-14"_s << 2013;
    QTest::newRow("en dash") << u"2013–14"_s << 2013;
    QTest::newRow("run together") << u"201314"_s << 2013;
    QTest::newRow("run together whole") << u"20132014"_s << 2013;
    QTest::newRow("end of the century") << u"1999/00"_s << 1999;
    QTest::newRow("whole, end of the century") << u"1999/2000"_s << 1999;
    QTest::newRow("blanks") << u"  2013/14 "_s << 2013;
}

void TestCalendar::yearReadsAndWrites()
{
    QFETCH(const QString, text);
    QFETCH(const int, start);
    const auto year = AcademicYear::parse(text);
    QVERIFY(year);
    QCOMPARE(year->start, start);
    QCOMPARE(AcademicYear::parse(year->text()), year);
}

void TestCalendar::yearRefuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "2014", "2013/15", "2013/13", "2013/2015", "13/14", "201315", "20132015", "2013/1",
                             "2013/014", "abcd/ef", "2013//14", "1500/01", "2013/14x", "٢٠١٣/١٤"})
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text);
}

void TestCalendar::yearRefuses()
{
    QFETCH(const QString, text);
    QVERIFY(!AcademicYear::parse(text));
}

void TestCalendar::everyYearComesBack()
{
    for (int start = 1980; start < 2060; ++start) {
        const AcademicYear year{start};
        QCOMPARE(AcademicYear::parse(year.text())->start, start);
        QCOMPARE(AcademicYear::of(year.firstDay()), year);
        QCOMPARE(AcademicYear::of(year.lastDay()), year);
        QCOMPARE(year.lastDay().addDays(1), AcademicYear{start + 1}.firstDay());
    }
}

void TestCalendar::yearOfDate_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("year");
    QTest::newRow("last day") << QDate(2014, 8, 31) << u"2013/14"_s;
    QTest::newRow("first day") << QDate(2014, 9, 1) << u"2014/15"_s;
    QTest::newRow("january") << QDate(2000, 1, 1) << u"1999/00"_s;
}

void TestCalendar::yearOfDate()
{
    QFETCH(const QDate, date);
    QFETCH(const QString, year);
    QCOMPARE(AcademicYear::of(date).text(), year);
}

void TestCalendar::terms()
{
    for (const char* text : {"AUT", "Autumn", "aut", "Autumn term"})
        QCOMPARE(catalogue::parseTerm(QString::fromLatin1(text)), Term::Autumn);
    QCOMPARE(catalogue::parseTerm(u"SPR"), Term::Spring);
    QCOMPARE(catalogue::parseTerm(u" summer "), Term::Summer);
    for (const char* text : {"", "A", "Easter", "autumnal", "sprung"})
        QVERIFY(!catalogue::parseTerm(QString::fromLatin1(text)));
    for (const Term term : {Term::Autumn, Term::Spring, Term::Summer}) {
        QCOMPARE(catalogue::parseTerm(catalogue::termWord(term)), term);
        QVERIFY(!catalogue::termText(term).isEmpty());
    }
    QVERIFY(catalogue::termWord(Term::None).isEmpty());
    QVERIFY(catalogue::termText(Term::None).isEmpty());
}

void TestCalendar::termsFillTheYear()
{
    const AcademicYear year{2015};
    const auto autumn = catalogue::termSpan(year, Term::Autumn);
    const auto spring = catalogue::termSpan(year, Term::Spring);
    const auto summer = catalogue::termSpan(year, Term::Summer);
    QCOMPARE(autumn.from, year.firstDay());
    QCOMPARE(autumn.to.addDays(1), spring.from);
    QCOMPARE(spring.to.addDays(1), summer.from);
    QCOMPARE(summer.to, year.lastDay());
    QCOMPARE(catalogue::termSpan(year, Term::None), (catalogue::DateSpan{year.firstDay(), year.lastDay()}));
}

void TestCalendar::workedExamples_data()
{
    QTest::addColumn<QDate>("born");
    QTest::addColumn<int>("cohort");
    QTest::addColumn<QStringList>("years"); // Reception, Years 2, 6, 9, 11, 13
    const auto row = [](const char* name, QDate born, int cohort, const QStringList& years) {
        QTest::newRow(name) << born << cohort << years;
    };
    row("first of September", QDate(2000, 9, 1), 2000,
        {u"2005/06"_s, u"2007/08"_s, u"2011/12"_s, u"2014/15"_s, u"2016/17"_s, u"2018/19"_s});
    row("last of August", QDate(2001, 8, 31), 2000,
        {u"2005/06"_s, u"2007/08"_s, u"2011/12"_s, u"2014/15"_s, u"2016/17"_s, u"2018/19"_s});
    row("a day later", QDate(2001, 9, 1), 2001,
        {u"2006/07"_s, u"2008/09"_s, u"2012/13"_s, u"2015/16"_s, u"2017/18"_s, u"2019/20"_s});
    row("leap day", QDate(1992, 2, 29), 1991,
        {u"1996/97"_s, u"1998/99"_s, u"2002/03"_s, u"2005/06"_s, u"2007/08"_s, u"2009/10"_s});
    row("January", QDate(2009, 1, 15), 2008,
        {u"2013/14"_s, u"2015/16"_s, u"2019/20"_s, u"2022/23"_s, u"2024/25"_s, u"2026/27"_s});
    row("June", QDate(2012, 6, 30), 2011,
        {u"2016/17"_s, u"2018/19"_s, u"2022/23"_s, u"2025/26"_s, u"2027/28"_s, u"2029/30"_s});
}

void TestCalendar::workedExamples()
{
    QFETCH(const QDate, born);
    QFETCH(const int, cohort);
    QFETCH(const QStringList, years);
    QCOMPARE(catalogue::cohortOf(born), cohort);
    const QList<int> groups{0, 2, 6, 9, 11, 13};
    for (int i = 0; i < groups.size(); ++i) {
        const AcademicYear year = catalogue::yearOfGroup(born, groups[i]);
        QCOMPARE(year.text(), years[i]);
        QCOMPARE(catalogue::yearGroup(born, year), groups[i]);
        QCOMPARE(catalogue::ageAtStart(born, year), groups[i] + 4);
    }
}

void TestCalendar::ageAgreesWithTheBirthday()
{
    // Counted the long way round: birthdays on or before 31 August.
    for (QDate born(1999, 6, 1); born < QDate(2002, 6, 1); born = born.addDays(1)) {
        const QDate dayBefore(2010, 8, 31);
        int age = 0;
        while (born.addYears(age + 1) <= dayBefore)
            ++age;
        QCOMPARE(catalogue::ageAtStart(born, AcademicYear{2010}), age);
        QCOMPARE(catalogue::yearGroup(born, AcademicYear{2010}), age - 4);
    }
}

void TestCalendar::yearGroupWords()
{
    QCOMPARE(catalogue::yearGroupText(-1), u"Nursery"_s);
    QCOMPARE(catalogue::yearGroupText(-2), u"Nursery"_s);
    QCOMPARE(catalogue::yearGroupText(0), u"Reception"_s);
    QCOMPARE(catalogue::yearGroupText(4), u"Year 4"_s);
    QCOMPARE(catalogue::yearGroupText(13), u"Year 13"_s);
    QVERIFY(catalogue::yearGroupText(14).isEmpty());
    QVERIFY(catalogue::yearGroupText(-3).isEmpty());
}

void TestCalendar::collectionsAreThere()
{
    const catalogue::Collection* census = catalogue::collection(u"SC");
    QVERIFY(census);
    QCOMPARE(census->name, u"School Census"_s);
    QCOMPARE(census->first, AcademicYear{2001});
    QVERIFY(!census->last);
    QVERIFY(census->termly);
    QCOMPARE(census->ageFrom, 3);
    QCOMPARE(census->ageTo, 18);

    const catalogue::Collection* year7 = catalogue::collection(u"Y7");
    QVERIFY(year7);
    QCOMPARE(year7->last, AcademicYear{2006});
    QCOMPARE(catalogue::collection(u"KS4AB")->certainty, catalogue::Certainty::Seed);
    QCOMPARE(catalogue::collection(u"RBA")->certainty, catalogue::Certainty::Background);
    for (const char* key : {"SC", "SCADDR", "PRU", "EYC", "AP", "EYFSP", "PHON", "KS1", "KS2", "Y7", "KS3", "KS4AB",
                            "KS4", "KS5AB", "KS5", "ILR", "HESA", "UCAS", "CLA", "CIN", "ABS", "EXC", "PLAMS",
                            "NCCIS", "ISP", "YPMAD", "MTC", "RBA", "LEO", "TLEVEL", "CTF", "OTHER"})
        QVERIFY2(catalogue::collection(QString::fromLatin1(key)), key);
}

void TestCalendar::collectionsAreNamedApart()
{
    QSet<QString> keys;
    QSet<QString> names;
    for (const catalogue::Collection& one : catalogue::collections()) {
        keys.insert(one.key);
        names.insert(one.name);
        QVERIFY2(!one.shortName.isEmpty() && !one.source.isEmpty(), qPrintable(one.key));
        QVERIFY2(one.ageFrom <= one.ageTo, qPrintable(one.key));
        QVERIFY2(!one.first || !one.last || *one.first <= *one.last, qPrintable(one.key));
        QCOMPARE(catalogue::collectionName(one.key), one.name);
    }
    QCOMPARE(keys.size(), qsizetype(catalogue::collections().size()));
    QCOMPARE(names.size(), keys.size());
}

void TestCalendar::statesOfYears_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("state");
    const auto row = [](const char* name, const QString& key, int start, YearState state) {
        QTest::newRow(name) << key << start << static_cast<int>(state);
    };
    row("read in a table", u"KS2"_s, 2011, YearState::Listed);
    row("before the first", u"SC"_s, 2000, YearState::NotCollected);
    row("summer count of 2020 left out", u"SC"_s, 2019, YearState::Partial);
    row("no tests in 2020", u"KS2"_s, 2019, YearState::Cancelled);
    row("no tests in 2021", u"EYFSP"_s, 2020, YearState::Cancelled);
    row("goes on", u"KS2"_s, 2023, YearState::BelievedToContinue);
    row("over", u"Y7"_s, 2007, YearState::NotCollected);
    row("over for good", u"Y7"_s, 2040, YearState::NotCollected);
    row("only the campaign says so", u"KS4AB"_s, 2005, YearState::SeedOnly);
    row("nobody says", u"KS4AB"_s, 2015, YearState::NotKnown);
    row("the far future", u"KS2"_s, 2045, YearState::NotKnown);
    row("long ago", u"KS2"_s, 1980, YearState::NotCollected);
}

void TestCalendar::statesOfYears()
{
    QFETCH(const QString, key);
    QFETCH(const int, start);
    QFETCH(const int, state);
    QCOMPARE(static_cast<int>(catalogue::collectedIn(key, AcademicYear{start})), state);
}

void TestCalendar::unknownCollection()
{
    QVERIFY(!catalogue::collection(u"NOPE"));
    QCOMPARE(catalogue::collectionName(u"NOPE"), u"NOPE"_s);
    QCOMPARE(catalogue::collectedIn(u"NOPE", AcademicYear{2010}), YearState::NotKnown);
}

void TestCalendar::wholeYears()
{
    const QDate born(2010, 5, 3);
    QCOMPARE(catalogue::ageOn(born, QDate(2020, 5, 3)), 10); // on the birthday itself
    QCOMPARE(catalogue::ageOn(born, QDate(2020, 5, 2)), 9);
    QCOMPARE(catalogue::ageOn(born, QDate(2020, 12, 31)), 10);
    QCOMPARE(catalogue::ageOn(born, QDate(2021, 1, 1)), 10);
    const QDate leap(2008, 2, 29);
    QCOMPARE(catalogue::ageOn(leap, QDate(2026, 2, 28)), 17);
    QCOMPARE(catalogue::ageOn(leap, QDate(2026, 3, 1)), 18);
    QCOMPARE(catalogue::ageOn(leap, QDate(2024, 2, 29)), 16);
}

// Each band says what changed, when, from where that is known and how well it was checked.
void TestCalendar::whatChangedForEverybody()
{
    const std::vector<catalogue::Context>& all = catalogue::contexts();
    QVERIFY(all.size() >= 9);
    QSet<QString> keys;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const catalogue::Context& one = all[i];
        QVERIFY2(one.from.isValid() && one.to >= one.from && one.seen.isValid(), qPrintable(one.key));
        QVERIFY2(!one.title.isEmpty() && !one.words.isEmpty() && !one.source.isEmpty(), qPrintable(one.key));
        QVERIFY2(!keys.contains(one.key), qPrintable(one.key));
        keys.insert(one.key);
        QVERIFY(i == 0 || all[i - 1].from <= one.from);
        // Nothing may look better checked than it is.
        if (one.source.contains("general knowledge"_L1, Qt::CaseInsensitive) || one.source.contains("not read"_L1))
            QVERIFY2(one.status >= catalogue::ContextStatus::Secondary, qPrintable(one.key));
    }
    for (const QString& key : {u"termly-census"_s, u"ascription-removed"_s, u"release-rules"_s, u"send-reform"_s,
                               u"nationality"_s, u"data-protection-act"_s, u"nine-to-one"_s, u"cancelled-2020"_s,
                               u"cancelled-2021"_s})
        QVERIFY2(keys.contains(key), qPrintable(key));
}

QTEST_GUILESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
