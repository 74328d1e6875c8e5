// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requests/letter.h"

namespace requests {

enum class RequestState { Draft, Printed, Sent, Answered, Closed };
[[nodiscard]] QString requestStateText(RequestState state);
// It waits for its writer and not for an answer.
[[nodiscard]] constexpr bool isUnsent(RequestState state)
{
    return state == RequestState::Draft || state == RequestState::Printed;
}

// One right being used towards one controller.
struct Request {
    record::RequestId id;
    record::ConcernId concern;
    Controller to = Controller::Dfe;
    Writer writer;
    RequestState state = RequestState::Draft;
    QDate sent;
    QDate received; // day of receipt, if known; the month runs from it
    QDateTime changed;
    QString draft; // the letter as edited, JSON of reports/edited_letter.h; empty: as composed
    bool operator==(const Request&) const = default;
};

// A letter as it was printed or saved; never changed afterwards.
struct PrintedLetter {
    record::LetterId id;
    record::RequestId request;
    QString format; // "html", "odt", "pdf", "txt"
    QByteArray bytes;
    QByteArray sha256;
    QDateTime made;
    bool operator==(const PrintedLetter&) const = default;
};

// When the answer is due, counted as the ICO does (corresponding date of the next month, last day if there is none,
// weekends and bank holidays of England and Wales roll forward), with each step in words. `certain` is false when
// the holiday list ends before the date.
struct DueDate {
    QDate due;
    QStringList steps;
    bool certain = true;
};
[[nodiscard]] DueDate answerDue(QDate received, const std::vector<QDate>& bankHolidays, QDate holidaysEnd);
[[nodiscard]] DueDate answerDue(QDate received); // with resources/law/bank_holidays.json

} // namespace requests
