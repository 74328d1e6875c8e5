// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/due_date.h"
#include "requests/law.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using requests::answerDue;
using requests::AnswerClock;
using requests::DueDate;

namespace {

QDate day(const char* iso)
{
    return QDate::fromString(QString::fromLatin1(iso), Qt::ISODate);
}

// Sunday by the anonymous Gregorian rule: independent of the list it checks.
QDate easter(int year)
{
    const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
    const int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return {year, n / 31, n % 31 + 1};
}

QDate mondayFrom(QDate date)
{
    return date.addDays((8 - date.dayOfWeek()) % 7);
}

} // namespace

class TestDueDate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Computed for real dates of 2026 and 2027; each row says what makes it special.
    void countsAsTheRegulatorDoes_data()
    {
        QTest::addColumn<QDate>("received");
        QTest::addColumn<int>("months");
        QTest::addColumn<QDate>("due");
        const auto row = [](const char* name, const char* received, int months, const char* due) {
            QTest::newRow(name) << day(received) << months << day(due);
        };
        row("plain", "2026-09-03", 1, "2026-10-05");
        row("plain, extended", "2026-09-03", 3, "2026-12-03");
        row("school holidays do not stop the clock", "2026-07-24", 1, "2026-08-24");
        row("summer bank holiday", "2026-07-31", 1, "2026-09-01");
        row("no 31 November", "2026-10-31", 1, "2026-11-30");
        row("no 31 November, extended to a Sunday", "2026-10-31", 3, "2027-02-01");
        row("Christmas and its substitute", "2026-11-25", 1, "2026-12-29");
        row("substitute holiday", "2026-11-28", 1, "2026-12-29");
        row("ordinary end of year", "2026-11-30", 1, "2026-12-30");
        row("no 30 February, extended to a Sunday", "2026-11-30", 3, "2027-03-01");
        row("29 January", "2027-01-29", 1, "2027-03-01");
        row("30 January", "2027-01-30", 1, "2027-03-01");
        row("31 January", "2027-01-31", 1, "2027-03-01");
        row("Easter weekend", "2027-02-26", 1, "2027-03-30");
        row("Easter weekend, received on a Sunday", "2027-02-28", 1, "2027-03-30");
    }
    void countsAsTheRegulatorDoes()
    {
        QFETCH(QDate, received);
        QFETCH(int, months);
        QFETCH(QDate, due);
        const auto& holidays = requests::bankHolidays();
        const DueDate found = answerDue(AnswerClock{received, months, {}}, holidays.days, holidays.ends);
        QCOMPARE(found.due, due);
        QVERIFY(found.certain);
        if (months == 1) {
            QCOMPARE(answerDue(received).due, due);
            QCOMPARE(answerDue(received, holidays.days, holidays.ends).due, due);
        }
    }

    void waitingDaysAreAddedBeforeRolling_data()
    {
        QTest::addColumn<QDate>("received");
        QTest::addColumn<QDate>("asked");
        QTest::addColumn<QDate>("answered");
        QTest::addColumn<int>("months");
        QTest::addColumn<QDate>("due");
        QTest::newRow("nine days") << day("2026-10-05") << day("2026-10-12") << day("2026-10-20") << 1
                                   << day("2026-11-16");
        QTest::newRow("nine days, extended")
            << day("2026-10-05") << day("2026-10-12") << day("2026-10-20") << 3 << day("2027-01-14");
        QTest::newRow("asked and answered on one day")
            << day("2026-11-02") << day("2026-11-09") << day("2026-11-09") << 1 << day("2026-12-03");
    }
    void waitingDaysAreAddedBeforeRolling()
    {
        QFETCH(QDate, received);
        QFETCH(QDate, asked);
        QFETCH(QDate, answered);
        QFETCH(int, months);
        QFETCH(QDate, due);
        const auto& holidays = requests::bankHolidays();
        const DueDate found =
            answerDue(AnswerClock{received, months, {{asked, answered}}}, holidays.days, holidays.ends);
        QCOMPARE(found.due, due);
    }

    void waitingDaysCountOnce()
    {
        QCOMPARE(requests::pausedDays({}), 0);
        QCOMPARE(requests::pausedDays({{day("2026-10-12"), day("2026-10-20")}}), 9);
        QCOMPARE(requests::pausedDays({{day("2026-10-18"), day("2026-10-22")}, {day("2026-10-12"), day("2026-10-20")}}),
                 11);
        QCOMPARE(requests::pausedDays({{day("2026-10-20"), day("2026-10-12")}}), 0); // answered before asked
        QCOMPARE(requests::pausedDays({{day("2026-10-20"), QDate()}}), 0);           // still waiting
    }

    void everyMoveHasItsStep()
    {
        const DueDate plain = answerDue(day("2026-10-02"));
        QCOMPARE(plain.due, day("2026-11-02"));
        QCOMPARE(plain.steps.size(), 2); // received, corresponding day: nothing moved
        const DueDate christmas = answerDue(day("2026-11-25"));
        QCOMPARE(christmas.steps.size(), 6); // and 25, 26, 27, 28 December
        QVERIFY(christmas.steps.at(2).contains(u"bank holiday"_s));
        QVERIFY(christmas.steps.at(3).contains(u"weekend"_s));
        const DueDate clipped = answerDue(day("2026-10-31"));
        QVERIFY(clipped.steps.at(1).contains(u"no day 31"_s));
    }

    void pastTheListItIsNotCertain()
    {
        const QDate end = requests::bankHolidays().ends;
        QVERIFY(answerDue(end.addMonths(-1)).certain);
        const DueDate past = answerDue(end.addDays(5));
        QVERIFY(past.due.isValid());
        QVERIFY(!past.certain);
        QVERIFY(past.steps.last().contains(u"ends on"_s));
        QVERIFY(!answerDue(day("2020-01-10")).certain); // before the list begins
        QVERIFY(!answerDue(day("2026-09-03"), {}, QDate()).certain);
        QVERIFY(!answerDue(QDate()).due.isValid());
        QVERIFY(!answerDue(QDate()).certain);
    }

    void worksForAnyYear()
    {
        for (const int year : {1900, 1999, 2000, 2024, 2100}) {
            const DueDate due = answerDue(QDate(year, 1, 31), {}, QDate(2200, 1, 1));
            QVERIFY(due.due >= QDate(year, 2, 28));
            QVERIFY(due.due <= QDate(year, 3, 3));
            QVERIFY(due.due.dayOfWeek() < Qt::Saturday);
        }
    }

    // The list is written by hand: the rules of the calendar say the same.
    void bankHolidaysFollowTheirRules()
    {
        const auto& list = requests::bankHolidays();
        QVERIFY(list.begins.isValid() && list.ends.isValid());
        QVERIFY(!list.source.isEmpty() && !list.seen.isEmpty());
        std::vector<QDate> expected;
        for (int year = list.begins.year(); year <= list.ends.year(); ++year) {
            const QDate sunday = easter(year);
            const QDate newYear(year, 1, 1);
            expected.push_back(newYear.dayOfWeek() >= Qt::Saturday ? mondayFrom(newYear) : newYear);
            expected.push_back(sunday.addDays(-2));
            expected.push_back(sunday.addDays(1));
            expected.push_back(mondayFrom(QDate(year, 5, 1)));
            expected.push_back(mondayFrom(QDate(year, 5, 25)));
            expected.push_back(mondayFrom(QDate(year, 8, 25)));
            std::vector<QDate> christmas{QDate(year, 12, 25), QDate(year, 12, 26)};
            QDate substitute(year, 12, 27);
            for (QDate& date : christmas) {
                if (date.dayOfWeek() < Qt::Saturday)
                    continue;
                while (substitute.dayOfWeek() >= Qt::Saturday)
                    substitute = substitute.addDays(1);
                date = substitute;
                substitute = substitute.addDays(1);
            }
            expected.insert(expected.end(), christmas.begin(), christmas.end());
        }
        std::sort(expected.begin(), expected.end());
        QCOMPARE(list.days, expected);
    }

    void statesHaveWords()
    {
        QSet<QString> words;
        for (int n = 0; n <= static_cast<int>(requests::RequestState::Closed); ++n)
            words.insert(requests::requestStateText(static_cast<requests::RequestState>(n)));
        QCOMPARE(words.size(), 5);
        QVERIFY(!words.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestDueDate)
#include "tst_due_date.moc"
