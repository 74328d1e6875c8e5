// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/items.h"

namespace catalogue {

struct Code {
    QString set;
    QString code;
    QString label;
    std::optional<AcademicYear> first;
    std::optional<AcademicYear> last;
    QString source;
    QString note;
    Certainty certainty = Certainty::Table;
};

[[nodiscard]] std::vector<Code> codes(QStringView set, std::optional<AcademicYear> year = {});

// What a raw value meant in its collection and year. Never guesses: where no code set of that year holds the code,
// `known` is false and `text` says so ("meaning not known for 2009/10"); where the value is plain text, a number
// or a date, `text` is empty and `known` true.
struct Meaning {
    QString text;
    QString source; // publication; empty where there is no meaning
    Certainty certainty = Certainty::Table;
    QString codeSet;
    bool known = true;
};
[[nodiscard]] Meaning meaningOf(const Item& item, std::optional<AcademicYear> year, QStringView raw);

} // namespace catalogue
