// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requests/request.h"

#include <utility>
#include <vector>

namespace requests {

// The clock of an answer. The month runs from the latest of receipt, proof of identity and fee: the caller passes
// that day as `start`. A pause is a stretch in which the body waited for details it reasonably needed; the first and
// the last day both count as waiting.
struct AnswerClock {
    QDate start;
    int months = 1; // 3 once the body has extended the time, with reasons, within the first month
    std::vector<std::pair<QDate, QDate>> pauses;
};

// Corresponding date of the month, or its last day where there is none; then days of waiting are added; then
// weekends and bank holidays roll forward. No source states whether waiting days come before or after rolling; this
// order is ours and the steps show it.
[[nodiscard]] DueDate answerDue(const AnswerClock& clock, const std::vector<QDate>& bankHolidays, QDate holidaysEnd);

// Days covered by the pauses, each day once.
[[nodiscard]] int pausedDays(std::vector<std::pair<QDate, QDate>> pauses);

} // namespace requests
