// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "builder.h"

#include "catalogue/certainty.h"
#include "catalogue/collections.h"
#include "insight/coverage.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using insight::CoverState;
using insight::Printed;

namespace {

const QDate today(2026, 11, 22);

catalogue::AcademicYear year(const QString& text)
{
    return catalogue::AcademicYear::parse(text).value();
}

QString state(const insight::Coverage& coverage, const QString& collection, const QString& when)
{
    const insight::CoverCell* cell = coverage.cell(collection, year(when));
    return cell ? insight::coverStateWord(cell->verdict.state) : u"no cell"_s;
}

QString rule(const insight::Coverage& coverage, const QString& collection, const QString& when)
{
    const insight::CoverCell* cell = coverage.cell(collection, year(when));
    return cell ? cell->verdict.rule : QString();
}

insight::Coverage of(const RecordBuilder& builder, QDate day = today)
{
    return insight::coverage(builder.record(), {}, day);
}

QString termState(const insight::Coverage& coverage, const QString& when, catalogue::Term term)
{
    const insight::CoverCell* cell = coverage.cell(u"SC", year(when));
    if (cell)
        for (const insight::CoverTerm& one : cell->terms)
            if (one.term == term)
                return insight::coverStateWord(one.verdict.state);
    return u"no term"_s;
}

} // namespace

class Coverage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workedExamples_data()
    {
        QTest::addColumn<QString>("born");
        QTest::addColumn<QString>("collection");
        QTest::addColumn<QString>("when");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("certainty");
        QTest::addColumn<QString>("day");
        const auto row = [](const char* name, const char* born, const char* collection, const char* when,
                            const char* expected, const char* certainty, const char* day = "2026-11-22") {
            const auto text = [](const char* words) { return QString::fromLatin1(words); };
            QTest::newRow(name) << text(born) << text(collection) << text(when) << text(expected) << text(certainty)
                                << text(day);
        };
        // The example everybody can check by hand.
        row("May 2009: reception", "2009-05-03", "EYFSP", "2013/14", "expected_absent", "table");
        row("May 2009: phonics", "2009-05-03", "PHON", "2014/15", "expected_absent", "table");
        row("May 2009: Key Stage 1", "2009-05-03", "KS1", "2015/16", "expected_absent", "table");
        row("May 2009: Key Stage 2", "2009-05-03", "KS2", "2019/20", "cancelled", "table");
        row("May 2009: Key Stage 4", "2009-05-03", "KS4", "2024/25", "expected_absent", "background");
        row("May 2009: no tables check", "2009-05-03", "MTC", "2017/18", "not_collected", "table");
        row("May 2009: Key Stage 1 not a year early", "2009-05-03", "KS1", "2014/15", "not_expected", "seed");
        row("May 2009: Key Stage 1 not a year late", "2009-05-03", "KS1", "2016/17", "not_expected", "seed");
        // 31 August and 1 September part two school years.
        row("31 August: Key Stage 2", "2001-08-31", "KS2", "2011/12", "expected_absent", "table");
        row("31 August: a year later not", "2001-08-31", "KS2", "2012/13", "not_expected", "seed");
        row("1 September: Key Stage 2", "2001-09-01", "KS2", "2012/13", "expected_absent", "table");
        row("1 September: a year earlier not", "2001-09-01", "KS2", "2011/12", "not_expected", "seed");
        row("31 August 2009: Key Stage 2 fell out", "2009-08-31", "KS2", "2019/20", "cancelled", "table");
        row("1 September 2009: Key Stage 2 fell out too", "2009-09-01", "KS2", "2020/21", "cancelled", "table");
        row("1 September 2010: Key Stage 2 again", "2010-09-01", "KS2", "2021/22", "expected_absent", "table");
        row("31 August 2008: the last before", "2008-08-31", "KS2", "2018/19", "expected_absent", "background");
        // Leap days.
        row("29 February 1992: Key Stage 2", "1992-02-29", "KS2", "2002/03", "expected_absent", "table");
        row("29 February 1992: Key Stage 3", "1992-02-29", "KS3", "2005/06", "expected_absent", "table");
        row("29 February 1992: Key Stage 4", "1992-02-29", "KS4", "2007/08", "expected_absent", "table");
        row("29 February 2012: Key Stage 1", "2012-02-29", "KS1", "2018/19", "expected_absent", "background");
        // First and last years.
        row("profile: the year before the first", "1996-09-01", "EYFSP", "2001/02", "not_collected", "table");
        row("profile: first year, a sample", "1997-09-01", "EYFSP", "2002/03", "expected_absent", "background");
        row("profile: last year of the sample", "2001-08-31", "EYFSP", "2005/06", "expected_absent", "background");
        row("profile: first year for all", "2001-09-01", "EYFSP", "2006/07", "expected_absent", "table");
        row("profile: cancelled 2020", "2015-03-10", "EYFSP", "2019/20", "cancelled", "table");
        row("profile: cancelled 2021", "2016-03-10", "EYFSP", "2020/21", "cancelled", "table");
        row("profile: back in 2022", "2016-09-01", "EYFSP", "2021/22", "expected_absent", "background");
        row("phonics: the year before the first", "2004-09-01", "PHON", "2010/11", "not_collected", "table");
        row("phonics: first year", "2005-09-01", "PHON", "2011/12", "expected_absent", "table");
        row("phonics: cancelled 2020", "2014-03-10", "PHON", "2019/20", "cancelled", "table");
        row("phonics: autumn check of Year 2, 2020", "2014-03-10", "PHON", "2020/21", "cancelled", "table");
        row("phonics: autumn check of Year 2, 2021", "2015-03-10", "PHON", "2021/22", "expected_absent", "background");
        row("phonics: a second check is nobody's duty", "2005-09-01", "PHON", "2012/13", "cannot_tell", "table");
        row("KS1: the year before the first", "1989-09-01", "KS1", "1996/97", "not_collected", "table");
        row("KS1: first year", "1990-09-01", "KS1", "1997/98", "expected_absent", "table");
        row("KS1: last year of levels", "2008-08-31", "KS1", "2014/15", "expected_absent", "table");
        row("KS1: first year of outcomes", "2008-09-01", "KS1", "2015/16", "expected_absent", "table");
        row("KS1: cancelled 2021", "2014-03-10", "KS1", "2020/21", "cancelled", "table");
        row("KS1: last statutory year", "2015-09-01", "KS1", "2022/23", "expected_absent", "background");
        row("KS1: no longer sent in", "2016-09-01", "KS1", "2023/24", "not_collected", "background");
        row("KS2: the year before the first", "1983-09-01", "KS2", "1994/95", "not_collected", "table");
        row("KS2: first year", "1984-09-01", "KS2", "1995/96", "expected_absent", "table");
        row("KS2: last year of levels", "2004-08-31", "KS2", "2014/15", "expected_absent", "table");
        row("KS2: first year of scaled scores", "2004-09-01", "KS2", "2015/16", "expected_absent", "table");
        row("tables check: the year before the first", "2012-08-31", "MTC", "2020/21", "not_collected", "table");
        row("tables check: first year", "2012-09-01", "MTC", "2021/22", "expected_absent", "background");
        row("baseline: the year before the first", "2016-08-31", "RBA", "2020/21", "not_collected", "background");
        row("baseline: first year", "2016-09-01", "RBA", "2021/22", "expected_absent", "background");
        row("Year 7: the year before the first", "1987-09-01", "Y7", "1999/00", "not_collected", "table");
        row("Year 7: first year", "1988-09-01", "Y7", "2000/01", "cannot_tell", "background");
        row("Year 7: last year", "1995-08-31", "Y7", "2006/07", "cannot_tell", "background");
        row("Year 7: over, whatever was printed", "1995-09-01", "Y7", "2007/08", "not_collected", "table");
        row("KS3: first year", "1983-09-01", "KS3", "1997/98", "expected_absent", "table");
        row("KS3: last tests", "1994-08-31", "KS3", "2007/08", "expected_absent", "table");
        row("KS3: last year", "1999-08-31", "KS3", "2012/13", "expected_absent", "table");
        row("KS3: over", "1999-09-01", "KS3", "2013/14", "not_collected", "table");
        row("KS4: the year before the first", "1984-09-01", "KS4", "2000/01", "not_collected", "table");
        row("KS4: first year", "1985-09-01", "KS4", "2001/02", "expected_absent", "table");
        row("KS4: first 9 to 1", "2001-08-31", "KS4", "2016/17", "expected_absent", "table");
        row("KS4: centre grades of 2020", "2004-08-31", "KS4", "2019/20", "expected_absent", "table");
        row("KS4: teacher grades of 2021", "2004-09-01", "KS4", "2020/21", "expected_absent", "table");
        row("exam boards: the year before the first", "1982-09-01", "KS4AB", "1998/99", "not_collected", "seed");
        row("exam boards: printed only", "1983-09-01", "KS4AB", "1999/00", "expected_absent", "seed");
        row("exam boards: not known after the table", "1997-09-01", "KS4AB", "2013/14", "cannot_tell", "seed");
        // The census.
        row("census: the year before the first", "1990-05-05", "SC", "2000/01", "not_collected", "table");
        row("census: first year", "1990-05-05", "SC", "2001/02", "expected_absent", "table");
        row("census: reception", "2001-09-01", "SC", "2006/07", "expected_absent", "table");
        row("census: nursery class", "2001-09-01", "SC", "2005/06", "cannot_tell", "background");
        row("census: not at two", "2001-09-01", "SC", "2004/05", "not_expected", "seed");
        row("census: Year 11", "2001-09-01", "SC", "2017/18", "expected_absent", "table");
        row("census: Year 12 before staying on was law", "1996-08-31", "SC", "2012/13", "cannot_tell", "background");
        row("census: Year 12 once it was law", "1996-09-01", "SC", "2013/14", "expected_absent", "background");
        row("census: Year 13 before staying on was law", "1997-08-31", "SC", "2014/15", "cannot_tell", "background");
        row("census: Year 13 once it was law", "1997-09-01", "SC", "2015/16", "expected_absent", "background");
        row("census: not at nineteen", "2001-09-01", "SC", "2021/22", "not_expected", "seed");
        row("census: a year of terms cut short", "2009-05-03", "SC", "2019/20", "expected_absent", "table");
        row("addresses: the year before the first", "1995-05-05", "SCADDR", "2004/05", "not_collected", "table");
        row("addresses: first year", "1995-05-05", "SCADDR", "2005/06", "expected_absent", "table");
        row("absence: first year, secondary", "1993-05-05", "ABS", "2005/06", "expected_absent", "table");
        row("absence: first year, primary", "1999-05-05", "ABS", "2005/06", "expected_absent", "background");
        row("absence: second year, primary", "1999-05-05", "ABS", "2006/07", "expected_absent", "table");
        row("absence: none for 2019/20", "2009-05-03", "ABS", "2019/20", "cancelled", "table");
        row("absence: not after Year 11", "2001-05-03", "ABS", "2017/18", "not_expected", "table");
        // Only some children are in these: nothing is missed, nothing is said.
        row("alternative provision", "2001-05-03", "AP", "2010/11", "cannot_tell", "table");
        row("alternative provision: the year before the first", "1995-05-03", "AP", "2006/07", "not_collected", "table");
        row("referral units: last year", "2001-05-03", "PRU", "2012/13", "cannot_tell", "table");
        row("referral units: counted in the census now", "2001-05-03", "PRU", "2013/14", "not_collected", "table");
        row("care: from birth", "2009-05-03", "CLA", "2008/09", "cannot_tell", "table");
        row("care: the year before the first", "1995-05-03", "CLA", "2004/05", "not_collected", "table");
        row("care: not at nineteen", "2001-05-03", "CLA", "2020/21", "not_expected", "seed");
        row("need: first year", "2001-05-03", "CIN", "2008/09", "cannot_tell", "table");
        row("exclusions", "2001-05-03", "EXC", "2010/11", "cannot_tell", "table");
        row("two-year-olds in early years settings", "2011-05-03", "EYC", "2013/14", "cannot_tell", "background");
        row("early years settings, one-year-olds", "2023-05-03", "EYC", "2024/25", "cannot_tell", "background");
        row("early years settings before one-year-olds", "2022-05-03", "EYC", "2023/24", "not_expected", "seed");
        row("early years settings before two-year-olds", "2010-05-03", "EYC", "2012/13", "not_expected", "seed");
        // An adult born in 1995, a child born in 2016.
        row("1995: Key Stage 1", "1995-05-03", "KS1", "2001/02", "expected_absent", "table");
        row("1995: Key Stage 3 by teachers", "1995-05-03", "KS3", "2008/09", "expected_absent", "table");
        row("1995: Key Stage 4", "1995-05-03", "KS4", "2010/11", "expected_absent", "table");
        row("1995: A levels may be held", "1995-05-03", "KS5", "2012/13", "expected_absent", "background");
        row("1995: A levels from the boards may be held", "1995-05-03", "KS5AB", "2012/13", "expected_absent", "background");
        row("exam boards: this year's exams are still to come", "2009-05-03", "KS5AB", "2026/27", "not_expected", "table");
        row("1995: university", "1995-05-03", "HESA", "2014/15", "cannot_tell", "table");
        row("1995: no tables check", "1995-05-03", "MTC", "2003/04", "not_collected", "table");
        row("2016: Key Stage 1 was the last but one", "2016-05-03", "KS1", "2022/23", "expected_absent", "background");
        row("2016: tables check", "2016-05-03", "MTC", "2024/25", "expected_absent", "background");
        row("2016: Key Stage 2 is still to come", "2016-05-03", "KS2", "2026/27", "not_expected", "table");
        row("2016: Key Stage 4 is far off", "2016-05-03", "KS4", "2031/32", "not_expected", "table");
        row("university at seventeen in 2004/05 is not printed", "1987-05-03", "HESA", "2004/05", "not_expected", "seed");
        row("university at eighteen in 2004/05 is", "1986-05-03", "HESA", "2004/05", "cannot_tell", "seed");
        // Days on which data is not there yet.
        row("a year that has not begun", "2009-05-03", "KS4", "2024/25", "not_expected", "table", "2024-08-31");
        row("in the middle of the year", "2009-05-03", "KS4", "2024/25", "not_expected", "table", "2025-06-30");
        row("the day before it is handed on", "2009-05-03", "KS4", "2024/25", "not_expected", "table", "2025-09-30");
        row("the day it is handed on", "2009-05-03", "KS4", "2024/25", "expected_absent", "background", "2025-10-01");
        row("census: before the autumn count is handed on", "2009-05-03", "SC", "2018/19", "not_expected", "table",
            "2018-12-31");
        row("census: after", "2009-05-03", "SC", "2018/19", "expected_absent", "table", "2019-01-01");
        row("born in the future", "2030-05-03", "EYFSP", "2034/35", "not_expected", "table");
        row("born in the future, care", "2030-05-03", "CLA", "2029/30", "not_expected", "table");
    }
    void workedExamples()
    {
        QFETCH(QString, born);
        QFETCH(QString, collection);
        QFETCH(QString, when);
        QFETCH(QString, expected);
        QFETCH(QString, certainty);
        QFETCH(QString, day);
        const insight::Coverage coverage =
            insight::coverage(QDate::fromString(born, Qt::ISODate), QDate::fromString(day, Qt::ISODate));
        const insight::CoverCell* cell = coverage.cell(collection, year(when));
        QVERIFY(cell);
        QCOMPARE(insight::coverStateWord(cell->verdict.state), expected);
        QVERIFY2(catalogue::certaintyWord(cell->verdict.certainty) == certainty,
                 qPrintable(catalogue::certaintyWord(cell->verdict.certainty) + u": "_s + cell->verdict.rule));
        QVERIFY(!cell->verdict.rule.isEmpty());
        QVERIFY(!cell->verdict.source.isEmpty());
    }

    void cancelledIsSaidSo()
    {
        const insight::Coverage coverage = insight::coverage(QDate(2009, 5, 3), today);
        QVERIFY(rule(coverage, u"KS2"_s, u"2019/20"_s).contains(u"Not held nationally (2020)"_s));
        QVERIFY(!rule(coverage, u"KS2"_s, u"2018/19"_s).contains(u"2020"_s));
    }

    void everyCellHasARuleAndASource()
    {
        for (const QDate born : {QDate(1984, 1, 1), QDate(1995, 5, 3), QDate(2009, 5, 3), QDate(2016, 9, 1)}) {
            const insight::Coverage coverage = insight::coverage(born, today);
            QVERIFY(coverage.rows.size() > 25);
            for (const insight::CoverRow& row : coverage.rows) {
                QCOMPARE(row.cells.size(), coverage.years.size());
                for (const insight::CoverCell& cell : row.cells) {
                    QVERIFY(!cell.verdict.rule.isEmpty());
                    QVERIFY2(!cell.verdict.source.isEmpty(), qPrintable(row.collection + cell.year.text()));
                    QVERIFY(!cell.verdict.rule.contains(u'%'));
                    for (const insight::CoverTerm& term : cell.terms)
                        QVERIFY(!term.verdict.rule.isEmpty() && !term.verdict.source.isEmpty());
                    if (cell.verdict.state == CoverState::ExpectedAbsent)
                        QVERIFY(cell.year < catalogue::AcademicYear::of(today));
                }
            }
        }
    }

    void yearsGoFromBirthToYear13AndToAge25()
    {
        const insight::Coverage child = insight::coverage(QDate(2016, 5, 3), today);
        QCOMPARE(child.years.front().year.text(), u"2015/16"_s);
        QCOMPARE(child.years.back().year.text(), u"2033/34"_s);
        QCOMPARE(child.years[child.firstShown].year.text(), u"2019/20"_s);
        const insight::Coverage adult = insight::coverage(QDate(1995, 5, 3), today);
        QCOMPARE(adult.years.back().year.text(), u"2020/21"_s);
        const insight::Coverage nobody = insight::coverage(QDate(), today);
        QVERIFY(nobody.years.empty());
    }

    void termsOfTheCensus_data()
    {
        QTest::addColumn<QDate>("born");
        QTest::addColumn<QString>("when");
        QTest::addColumn<QStringList>("expected"); // autumn, spring, summer
        const QString here = u"expected_absent"_s, none = u"not_collected"_s;
        QTest::newRow("yearly, primary") << QDate(1999, 5, 3) << u"2004/05"_s << QStringList{none, here, none};
        QTest::newRow("2005/06, primary") << QDate(1999, 5, 3) << u"2005/06"_s << QStringList{none, here, none};
        QTest::newRow("2006/07, primary") << QDate(1999, 5, 3) << u"2006/07"_s << QStringList{none, here, here};
        QTest::newRow("2007/08, primary") << QDate(1999, 5, 3) << u"2007/08"_s << QStringList{here, here, here};
        QTest::newRow("2004/05, secondary") << QDate(1992, 5, 3) << u"2004/05"_s << QStringList{none, here, none};
        QTest::newRow("2005/06, secondary") << QDate(1992, 5, 3) << u"2005/06"_s << QStringList{none, here, here};
        QTest::newRow("2006/07, secondary") << QDate(1992, 5, 3) << u"2006/07"_s << QStringList{here, here, here};
        QTest::newRow("no summer 2020") << QDate(2009, 5, 3) << u"2019/20"_s << QStringList{here, here, u"cancelled"_s};
        QTest::newRow("this school year") << QDate(2012, 5, 3) << u"2026/27"_s
                                          << QStringList{u"not_expected"_s, u"not_expected"_s, u"not_expected"_s};
    }
    void termsOfTheCensus()
    {
        QFETCH(QDate, born);
        QFETCH(QString, when);
        QFETCH(QStringList, expected);
        const insight::Coverage coverage = insight::coverage(born, today);
        QCOMPARE(termState(coverage, when, catalogue::Term::Autumn), expected[0]);
        QCOMPARE(termState(coverage, when, catalogue::Term::Spring), expected[1]);
        QCOMPARE(termState(coverage, when, catalogue::Term::Summer), expected[2]);
    }

    void whatIsHere()
    {
        RecordBuilder builder;
        builder.spring(u"2009/10"_s, {{u"EthnicGroupMinor_SPR10"_s, u"WBRI"_s}});
        builder.entry(u"KS2"_s, u"2012/13"_s, {{u"KS2_READLEV"_s, u"4"_s}});
        const insight::Coverage coverage = of(builder);
        QCOMPARE(state(coverage, u"SC"_s, u"2009/10"_s), u"held"_s);
        QCOMPARE(termState(coverage, u"2009/10"_s, catalogue::Term::Spring), u"held"_s);
        QCOMPARE(termState(coverage, u"2009/10"_s, catalogue::Term::Autumn), u"expected_absent"_s);
        QVERIFY(rule(coverage, u"SC"_s, u"2009/10"_s).contains(u"Not here, though it should be: autumn, summer"_s));
        QCOMPARE(coverage.cell(u"SC", year(u"2009/10"_s))->values.size(), std::size_t(1));
        QCOMPARE(state(coverage, u"SC"_s, u"2010/11"_s), u"expected_absent"_s);
        QCOMPARE(state(coverage, u"KS2"_s, u"2012/13"_s), u"held"_s);
        QCOMPARE(coverage.count(CoverState::Held), 2);
    }

    void whatMayBeAskedFor()
    {
        RecordBuilder builder;
        builder.spring(u"2009/10"_s, {{u"EthnicGroupMinor_SPR10"_s, u"WBRI"_s}});
        const insight::Coverage coverage = of(builder);
        using catalogue::Term;
        const std::vector<insight::MissingPart> terms{{u"SC"_s, year(u"2009/10"_s), Term::Autumn},
                                                      {u"SC"_s, year(u"2009/10"_s), Term::Summer}};
        QCOMPARE(insight::missingIn(*coverage.cell(u"SC", year(u"2009/10"_s))), terms);
        const std::vector<insight::MissingPart> whole{{u"KS2"_s, year(u"2012/13"_s), Term::None}};
        QCOMPARE(insight::missingIn(*coverage.cell(u"KS2", year(u"2012/13"_s))), whole);
        QVERIFY(insight::missingIn(*coverage.cell(u"CLA", year(u"2012/13"_s))).empty());
        QVERIFY(insight::missingIn(*coverage.cell(u"MTC", year(u"2012/13"_s))).empty());
        QVERIFY(insight::missingIn(coverage).size() > 20);
    }

    void agesInWords()
    {
        const insight::Coverage coverage = insight::coverage(QDate(2009, 5, 3), today);
        QCOMPARE(rule(coverage, u"EYC"_s, u"2011/12"_s), u"It is for ages 3 to 4. At the start of 2011/12 the age was 2."_s);
        QCOMPARE(rule(coverage, u"SC"_s, u"2008/09"_s), u"It is for ages 3 to 18. 2008/09 is the school year of the birth."_s);
        QCOMPARE(rule(coverage, u"KS1"_s, u"2014/15"_s), u"It is for Year 2. In 2014/15 that is Year 1 by date of birth."_s);
    }

    // Who stayed at a school is not missed at a college, and the other way round.
    void schoolOrCollege()
    {
        RecordBuilder school;
        school.spring(u"2017/18"_s, {{u"NCyearActual_SPR18"_s, u"11"_s}});
        school.spring(u"2018/19"_s, {{u"NCyearActual_SPR19"_s, u"12"_s}});
        QCOMPARE(state(of(school), u"ILR"_s, u"2018/19"_s), u"cannot_tell"_s);
        QCOMPARE(state(of(school), u"ILR"_s, u"2019/20"_s), u"expected_absent"_s);
        RecordBuilder college;
        college.spring(u"2017/18"_s, {{u"NCyearActual_SPR18"_s, u"11"_s}});
        college.entry(u"ILR"_s, u"2018/19"_s, {{u"ULN"_s, u"1000000019"_s}});
        QCOMPARE(state(of(college), u"SC"_s, u"2018/19"_s), u"cannot_tell"_s);
        QCOMPARE(state(of(college), u"SC"_s, u"2019/20"_s), u"expected_absent"_s);
    }

    // Care is nobody's guess; where the record says it, its returns are missed. They run from April to March.
    void careThatTheRecordSpeaksOf()
    {
        RecordBuilder builder;
        builder.entry(u"CLA"_s, u"2010/11"_s, {{u"cla_DATE_EPI_COMM"_s, u"2010-06-01"_s}, {u"cla_DATE_EPI_CEASED"_s, u"2012-05-01"_s}});
        builder.spring(u"2014/15"_s, {{u"InCare"_s, u"1"_s}});
        builder.entry(u"SC"_s, u"2016/17"_s, catalogue::Term::Summer, {{u"InCare"_s, u"1"_s}});
        const insight::Coverage coverage = of(builder);
        const QStringList expected{u"cannot_tell"_s, u"held"_s, u"expected_absent"_s, u"expected_absent"_s, u"cannot_tell"_s,
                                   u"expected_absent"_s, u"cannot_tell"_s, u"expected_absent"_s};
        QStringList said;
        for (const auto& when : {u"2009/10"_s, u"2010/11"_s, u"2011/12"_s, u"2012/13"_s, u"2013/14"_s, u"2014/15"_s, u"2016/17"_s, u"2017/18"_s})
            said << state(coverage, u"CLA"_s, when);
        QCOMPARE(said, expected);
    }

    // Nobody has to stay for a Year 14: after the last count it cannot be told, before it a count is missing.
    void aYearThatNobodyHasToStay()
    {
        RecordBuilder builder;
        builder.entry(u"SC"_s, u"2020/21"_s, catalogue::Term::Spring, {{u"NCyearActual_SPR21"_s, u"14"_s}});
        const insight::Coverage coverage = of(builder);
        QCOMPARE(termState(coverage, u"2020/21"_s, catalogue::Term::Autumn), u"expected_absent"_s);
        QCOMPARE(termState(coverage, u"2020/21"_s, catalogue::Term::Spring), u"held"_s);
        QCOMPARE(termState(coverage, u"2020/21"_s, catalogue::Term::Summer), u"cannot_tell"_s);
        QVERIFY(rule(coverage, u"KS5"_s, u"2020/21"_s).contains(u"the record itself says Year 14"_s));
    }

    void aYearlyCountNeedsNoTerm()
    {
        RecordBuilder builder(QDate(1992, 5, 3));
        builder.entry(u"SC"_s, u"2003/04"_s, {{u"EthnicGroup_SPR04"_s, u"WBRI"_s}});
        builder.entry(u"SC"_s, u"2006/07"_s, {{u"EthnicGroup_SPR04"_s, u"WBRI"_s}});
        const insight::Coverage coverage = of(builder);
        QCOMPARE(termState(coverage, u"2003/04"_s, catalogue::Term::Spring), u"held"_s);
        QCOMPARE(termState(coverage, u"2006/07"_s, catalogue::Term::Spring), u"cannot_tell"_s);
        QCOMPARE(state(coverage, u"SC"_s, u"2006/07"_s), u"held"_s);
    }

    void aRepeatedYearMovesWhatComesAfter()
    {
        RecordBuilder builder(QDate(2001, 10, 14)); // Year 6 by date of birth in 2012/13
        builder.spring(u"2008/09"_s, {{u"NCyearActual_SPR09"_s, u"2"_s}});
        builder.spring(u"2010/11"_s, {{u"NCyearActual_SPR11"_s, u"3"_s}}); // and not Year 4
        const insight::Coverage coverage = of(builder);
        QCOMPARE(state(coverage, u"KS2"_s, u"2012/13"_s), u"not_expected"_s);
        QCOMPARE(state(coverage, u"KS2"_s, u"2013/14"_s), u"expected_absent"_s);
        QCOMPARE(state(coverage, u"KS1"_s, u"2008/09"_s), u"expected_absent"_s);
        QVERIFY(rule(coverage, u"KS2"_s, u"2013/14"_s).contains(u"counted from the year group"_s));
        QVERIFY(rule(coverage, u"KS1"_s, u"2008/09"_s).contains(u"the record itself says Year 2"_s));
    }

    void aYearGroupThatCannotBeMovesNothing()
    {
        RecordBuilder builder(QDate(2001, 10, 14));
        builder.spring(u"2008/09"_s, {{u"NCyearActual_SPR09"_s, u"11"_s}});
        QCOMPARE(state(of(builder), u"KS2"_s, u"2012/13"_s), u"expected_absent"_s);
    }

    void takenAYearEarlyIsNotMissedLater()
    {
        RecordBuilder builder;
        builder.entry(u"KS2"_s, u"2011/12"_s, {{u"KS2_READLEV"_s, u"4"_s}});
        const insight::Coverage coverage = of(builder);
        QCOMPARE(state(coverage, u"KS2"_s, u"2011/12"_s), u"held"_s);
        QCOMPARE(state(coverage, u"KS2"_s, u"2012/13"_s), u"not_expected"_s);
        QVERIFY(rule(coverage, u"KS2"_s, u"2012/13"_s).contains(u"here for 2011/12"_s));
    }

    void anIndependentSchoolSendsNoCensus()
    {
        RecordBuilder builder; // Year 11 in 2017/18
        builder.entry(u"KS4"_s, u"2017/18"_s, {{u"KS4_NFTYPE"_s, u"30"_s}});
        builder.entry(u"KS2"_s, u"2012/13"_s, {{u"KS2_NFTYPE"_s, u"21"_s}});
        const insight::Coverage coverage = of(builder);
        QCOMPARE(state(coverage, u"SC"_s, u"2017/18"_s), u"cannot_tell"_s);
        QCOMPARE(state(coverage, u"ABS"_s, u"2017/18"_s), u"cannot_tell"_s);
        QVERIFY(rule(coverage, u"SC"_s, u"2017/18"_s).contains(u"independent"_s));
        QCOMPARE(state(coverage, u"SC"_s, u"2012/13"_s), u"expected_absent"_s); // a community school
        QCOMPARE(state(coverage, u"SC"_s, u"2016/17"_s), u"expected_absent"_s); // nothing is said of that year
    }

    // What the authority's caseload says somebody did: taught at home or registered nowhere, no school sent anything in.
    void taughtAtHomeNobodyCanTell_data()
    {
        QTest::addColumn<QString>("activity");
        QTest::addColumn<QString>("census");
        QTest::addColumn<QString>("word");
        QTest::newRow("at home") << u"120"_s << u"cannot_tell"_s << u"at home"_s;
        QTest::newRow("nowhere") << u"140"_s << u"cannot_tell"_s << u"at no school"_s;
        QTest::newRow("at a school") << u"110"_s << u"expected_absent"_s << u"Year 11"_s;
    }
    void taughtAtHomeNobodyCanTell()
    {
        QFETCH(QString, activity);
        QFETCH(QString, word);
        RecordBuilder builder; // Year 11 in 2017/18
        builder.entry(u"NCCIS"_s, u"2017/18"_s, {{u"NCCIS_Current_Activity_Code"_s, activity}});
        const insight::Coverage coverage = of(builder);
        QTEST(state(coverage, u"SC"_s, u"2017/18"_s), "census");
        QTEST(state(coverage, u"KS4"_s, u"2017/18"_s), "census");
        QVERIFY2(rule(coverage, u"SC"_s, u"2017/18"_s).contains(word), qPrintable(rule(coverage, u"SC"_s, u"2017/18"_s)));
        QCOMPARE(state(coverage, u"SC"_s, u"2016/17"_s), u"expected_absent"_s);
    }

    void betweenTwoSchoolsNobodyCanTell()
    {
        RecordBuilder builder(QDate(2001, 10, 14)); // Key Stage 1 in 2008/09, Key Stage 2 in 2012/13
        builder.spring(u"2008/09"_s, {{u"EthnicGroupMinor_SPR09"_s, u"WBRI"_s}, {u"LeavingDate_SPR09"_s, u"2009-07-17"_s}});
        builder.spring(u"2011/12"_s, {{u"EthnicGroupMinor_SPR12"_s, u"WBRI"_s}, {u"EntryDate_SPR12"_s, u"2011-09-05"_s}});
        const insight::Coverage coverage = of(builder);
        QCOMPARE(state(coverage, u"SC"_s, u"2009/10"_s), u"cannot_tell"_s);
        QCOMPARE(state(coverage, u"SC"_s, u"2010/11"_s), u"cannot_tell"_s);
        QCOMPARE(state(coverage, u"SC"_s, u"2007/08"_s), u"expected_absent"_s);
        QCOMPARE(state(coverage, u"SC"_s, u"2012/13"_s), u"expected_absent"_s);
        QVERIFY(rule(coverage, u"SC"_s, u"2009/10"_s).contains(u"home education"_s));
        QCOMPARE(state(coverage, u"CLA"_s, u"2009/10"_s), u"cannot_tell"_s);
    }

    void aMoveOverTheSummerIsNoGap()
    {
        RecordBuilder builder(QDate(2001, 10, 14));
        builder.spring(u"2008/09"_s, {{u"LeavingDate_SPR09"_s, u"2009-07-17"_s}});
        builder.spring(u"2010/11"_s, {{u"EntryDate_SPR11"_s, u"2009-09-05"_s}});
        QCOMPARE(state(of(builder), u"SC"_s, u"2009/10"_s), u"expected_absent"_s);
    }

    void countedBetweenIsNoGap()
    {
        RecordBuilder builder(QDate(2001, 10, 14));
        builder.spring(u"2008/09"_s, {{u"LeavingDate_SPR09"_s, u"2009-07-17"_s}});
        builder.spring(u"2009/10"_s, {{u"EthnicGroupMinor_SPR10"_s, u"WBRI"_s}});
        builder.spring(u"2011/12"_s, {{u"EntryDate_SPR12"_s, u"2011-09-05"_s}});
        QCOMPARE(state(of(builder), u"SC"_s, u"2010/11"_s), u"expected_absent"_s);
    }

    void aSixthFormSeenLaterIsExpectedBefore()
    {
        RecordBuilder builder(QDate(1994, 5, 3)); // Year 12 in 2010/11, before staying on was law
        const insight::Coverage before = of(builder);
        QCOMPARE(state(before, u"SC"_s, u"2010/11"_s), u"cannot_tell"_s);
        builder.spring(u"2011/12"_s, {{u"EthnicGroupMinor_SPR12"_s, u"WBRI"_s}});
        QCOMPARE(state(of(builder), u"SC"_s, u"2010/11"_s), u"expected_absent"_s);
    }

    void whatWasSetAsideIsNotHere()
    {
        RecordBuilder builder;
        builder.entry(u"KS2"_s, u"2012/13"_s, {{u"KS2_READLEV"_s, u"4"_s}});
        record::Decisions decisions;
        decisions.setAside = {record::EntryId{1}};
        QCOMPARE(state(insight::coverage(builder.record(), decisions, today), u"KS2"_s, u"2012/13"_s),
                 u"expected_absent"_s);
    }

    void withoutABirthDate()
    {
        RecordBuilder builder{QDate()};
        builder.entry(u"KS2"_s, u"2012/13"_s, {{u"KS2_READLEV"_s, u"4"_s}});
        const insight::Coverage coverage = of(builder);
        QCOMPARE(coverage.years.size(), std::size_t(1));
        QCOMPARE(state(coverage, u"KS2"_s, u"2012/13"_s), u"held"_s);
        QCOMPARE(state(coverage, u"SC"_s, u"2012/13"_s), u"cannot_tell"_s);
    }

    void thePrintedTableBesideTheOfficialYears()
    {
        const insight::Coverage coverage = insight::coverage(QDate(1995, 10, 3), today); // Year 7 in 2007/08
        const auto printed = [&](const QString& collection, const QString& when) {
            return coverage.cell(collection, year(when))->printed;
        };
        QCOMPARE(printed(u"Y7"_s, u"2007/08"_s).printed, Printed::Tick);
        QVERIFY(printed(u"Y7"_s, u"2007/08"_s).disagrees);
        QVERIFY(printed(u"Y7"_s, u"2007/08"_s).words.contains(u"disagree"_s));
        QCOMPARE(state(coverage, u"Y7"_s, u"2007/08"_s), u"not_collected"_s); // the official years are used
        QCOMPARE(printed(u"EYFSP"_s, u"2006/07"_s).printed, Printed::NoTick);
        QVERIFY(printed(u"EYFSP"_s, u"2006/07"_s).disagrees);
        QVERIFY(printed(u"PHON"_s, u"2011/12"_s).disagrees);
        QVERIFY(!printed(u"PHON"_s, u"2012/13"_s).disagrees);
        QVERIFY(printed(u"AP"_s, u"2007/08"_s).disagrees);
        QVERIFY(!printed(u"KS2"_s, u"2006/07"_s).disagrees);
        QVERIFY(!printed(u"KS4AB"_s, u"2010/11"_s).disagrees); // only the printed table has it
        QCOMPARE(printed(u"KS4"_s, u"2015/16"_s).printed, Printed::OutsideItsYears);
        QCOMPARE(printed(u"ABS"_s, u"2010/11"_s).printed, Printed::NotInTable);
    }

    void thePrintedTableIsCarriedOverExactly()
    {
        QFile file(QStringLiteral(TESTS_DOMAIN "/sources_by_year_seed.csv"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the printed table is not here");
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        const QStringList headings = lines.constFirst().split(u',');
        QCOMPARE(qsizetype(catalogue::printedSources().size()), lines.size() - 1);
        for (qsizetype line = 1; line < lines.size(); ++line) {
            const QStringList cells = lines[line].split(u',');
            const catalogue::PrintedSource& row = catalogue::printedSources()[std::size_t(line - 1)];
            QCOMPARE(row.name, cells[1]);
            QCOMPARE(row.mark, cells[2]);
            for (int start = catalogue::printedFrom.start; start <= catalogue::printedTo.start; ++start) {
                const catalogue::AcademicYear when{start};
                const bool ticked = row.first && *row.first <= when && when <= *row.last;
                QCOMPARE(ticked, cells[headings.indexOf(when.text())] == u"1"_s);
            }
        }
    }

    void rulesAreAboutCollectionsThatAre()
    {
        for (const catalogue::CoverageRule& one : catalogue::coverageRules()) {
            QVERIFY2(catalogue::collection(one.key), qPrintable(one.key));
            QVERIFY(one.groupFrom <= one.groupTo);
            QVERIFY(!one.source.isEmpty());
        }
        for (const catalogue::PrintedSource& one : catalogue::printedSources())
            QVERIFY2(catalogue::collection(one.key), qPrintable(one.key));
    }
};

QTEST_GUILESS_MAIN(Coverage)
#include "tst_coverage.moc"
