// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/checks/finding.h"

namespace app {

// What a finding says while it is folded: what was found, or for what needs care the good reasons there can be.
[[nodiscard]] QString foldedWords(const insight::Finding& finding);

// One value a finding rests on: what it meant in its year comes before anything that can be done about it.
struct ValueWords {
    QString when;    // "Spring census 2010, Year 4, age 8"
    QString said;    // "Ethnic group: “WBRI”"
    QString meaning; // "In 2009/10 this meant White – British (DfE …)."; empty for numbers, dates and names; the
                     // source only where it is another than above
};
inline constexpr int mostValuesNamed = 6;
[[nodiscard]] std::vector<ValueWords> valuesBehind(const record::Record& record, const insight::Finding& finding);

// Whether a letter may be offered at once, or only after the person has said that there is no good reason.
[[nodiscard]] bool asksBeforeLetter(const insight::Finding& finding);

} // namespace app
