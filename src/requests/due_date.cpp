// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/due_date.h"

#include "requests/law.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace requests {

namespace {

QString dayText(QDate day)
{
    return QLocale().toString(day, u"dddd d MMMM yyyy"_s);
}

} // namespace

int pausedDays(std::vector<std::pair<QDate, QDate>> pauses)
{
    std::sort(pauses.begin(), pauses.end());
    int days = 0;
    QDate counted; // the last day already counted
    for (const auto& [asked, answered] : pauses) {
        if (!asked.isValid() || !answered.isValid())
            continue;
        const QDate from = counted.isValid() ? std::max(asked, counted.addDays(1)) : asked;
        if (from <= answered) {
            days += static_cast<int>(from.daysTo(answered)) + 1;
            counted = answered;
        }
    }
    return days;
}

DueDate answerDue(const AnswerClock& clock, const std::vector<QDate>& bankHolidays, QDate holidaysEnd)
{
    DueDate result;
    if (!clock.start.isValid()) {
        result.certain = false;
        return result;
    }
    result.steps << QCoreApplication::translate("requests::DueDate", "Received on %1. That day counts, working day or not.").arg(dayText(clock.start));

    // QDate::addMonths goes to the last day of a month that is too short, which is how the ICO counts.
    QDate due = clock.start.addMonths(clock.months);
    if (due.day() != clock.start.day())
        result.steps << QCoreApplication::translate("requests::DueDate", "That month has no day %1, so its last day counts: %2.")
                            .arg(QString::number(clock.start.day()), dayText(due));
    else if (clock.months == 1)
        result.steps << QCoreApplication::translate("requests::DueDate", "One month later, on the same day of the month: %1.").arg(dayText(due));
    else
        result.steps << QCoreApplication::translate("requests::DueDate", "%1 months later, on the same day of the month: %2.")
                            .arg(QString::number(clock.months), dayText(due));

    if (const int waited = pausedDays(clock.pauses); waited > 0) {
        due = due.addDays(waited);
        result.steps << QCoreApplication::translate("requests::DueDate", "%1 days of waiting for your answer do not count. That makes it %2.")
                            .arg(QString::number(waited), dayText(due));
    }

    while (true) {
        const bool weekend = due.dayOfWeek() >= Qt::Saturday;
        const bool holiday = std::find(bankHolidays.begin(), bankHolidays.end(), due) != bankHolidays.end();
        if (!weekend && !holiday)
            break;
        const QDate next = due.addDays(1);
        const QString why = weekend ? QCoreApplication::translate("requests::DueDate", "%1 is at a weekend, so it moves to %2.")
                                    : QCoreApplication::translate("requests::DueDate", "%1 is a bank holiday, so it moves to %2.");
        result.steps << why.arg(dayText(due), dayText(next));
        due = next;
    }

    result.due = due;
    if (!holidaysEnd.isValid() || due > holidaysEnd) {
        result.certain = false;
        result.steps << (holidaysEnd.isValid()
                             ? QCoreApplication::translate("requests::DueDate", "The list of bank holidays ends on %1, so the date may be a day or more later.")
                                   .arg(dayText(holidaysEnd))
                             : QCoreApplication::translate("requests::DueDate", "There is no list of bank holidays, so the date may be a day or more later."));
    }
    return result;
}

DueDate answerDue(QDate received, const std::vector<QDate>& bankHolidays, QDate holidaysEnd)
{
    return answerDue(AnswerClock{.start = received, .months = 1, .pauses = {}}, bankHolidays, holidaysEnd);
}

DueDate answerDue(QDate received)
{
    const BankHolidays& known = bankHolidays();
    DueDate result = answerDue(received, known.days, known.ends);
    if (result.due.isValid() && result.due < known.begins) {
        result.certain = false;
        result.steps << QCoreApplication::translate("requests::DueDate", "The list of bank holidays begins on %1, so the date may be a day or more later.")
                            .arg(dayText(known.begins));
    }
    return result;
}

QString requestStateText(RequestState state)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("requests::RequestState", text); };
    switch (state) {
    case RequestState::Draft:
        return say(QT_TRANSLATE_NOOP("requests::RequestState", "Not finished"));
    case RequestState::Printed:
        return say(QT_TRANSLATE_NOOP("requests::RequestState", "Saved or printed, not sent yet"));
    case RequestState::Sent:
        return say(QT_TRANSLATE_NOOP("requests::RequestState", "Sent, waiting for an answer"));
    case RequestState::Answered:
        return say(QT_TRANSLATE_NOOP("requests::RequestState", "Answered"));
    case RequestState::Closed:
        return say(QT_TRANSLATE_NOOP("requests::RequestState", "Closed"));
    }
    return {};
}

} // namespace requests
