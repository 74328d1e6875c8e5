// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/items.h"

#include <cstdint>

namespace catalogue {

// Whether a code answers its question. What does not is a value like any other, but never another answer: nothing
// changed, and nobody contradicts anybody.
enum class Answer : std::uint8_t {
    Given,
    Refused,     // whoever was asked would not say
    NotObtained, // not asked, no reply, not known yet
    Believed,    // somebody's guess
    Artefact,    // how a table marks blanks and slips; no family ever said so
};

struct Code {
    QString set;
    QString code;
    QString label;
    std::optional<AcademicYear> first;
    std::optional<AcademicYear> last;
    QString source;
    QString note;
    Certainty certainty = Certainty::Table;
    Answer answer = Answer::Given;
};

[[nodiscard]] std::vector<Code> codes(QStringView set, std::optional<AcademicYear> year = {});
// In whatever year, however the letters are written; Given for a code that is not in the set.
[[nodiscard]] Answer answerOf(QStringView set, QStringView code);

// What a raw value meant in its collection and year. Never guesses: where no code set of that year holds the code,
// `known` is false and `text` says so ("meaning not known for 2009/10"); where the value is plain text, a number
// or a date, `text` is empty and `known` true.
struct Meaning {
    QString text;
    QString source; // publication; empty where there is no meaning
    Certainty certainty = Certainty::Table;
    QString codeSet;
    bool known = true;
    Answer answer = Answer::Given;
};
[[nodiscard]] Meaning meaningOf(const Item& item, std::optional<AcademicYear> year, QStringView raw);

} // namespace catalogue
