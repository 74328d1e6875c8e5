// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace insight {

enum class Severity { NeedsYou, WorthALook, ForCompleteness };
[[nodiscard]] QString severityWord(Severity severity); // "needs_you" …; never translated
[[nodiscard]] QString severityText(Severity severity); // for the reader

// What a check compares, in the order of the list.
enum class RuleFamily {
    Identifiers, Fixed, Ethnicity, MixUp, Nationality, Ages, Schools, Dates, Codes, SpecialNeeds, Meals, Care,
    Attendance, Results, Disagreements
};
[[nodiscard]] QString ruleFamilyWord(RuleFamily family); // "identifiers" …; never translated

// How gently a finding is to be shown.
enum class RuleCare {
    None,
    Identity, // names, sex, second numbers: a good reason is named first, it stays folded, no letter before asking
    Hard,     // care, need, exclusion: folded, "may be hard to read"
};
[[nodiscard]] QString ruleCareWord(RuleCare care); // "none", "identity", "hard"

// From where on a check speaks up.
struct RuleLimit {
    double value = 0;
    QString meaning; // "school years away from the usual one"
};

// One check, in words for the reader. `says` has places for what was found: %1, %2 …
struct CheckRule {
    QString id;
    RuleFamily family = RuleFamily::Identifiers;
    Severity severity = Severity::WorthALook;
    RuleCare care = RuleCare::None;
    QString title;
    QString says;
    QString why;
    std::optional<RuleLimit> limit;
};

// All checks, those that matter most first within a severity. Translated when asked for.
[[nodiscard]] std::vector<CheckRule> checkRules();
[[nodiscard]] std::optional<CheckRule> checkRule(QStringView id);

// The rule as it stands in the tables beside this file.
struct RuleRow {
    const char* id;
    RuleFamily family;
    Severity severity;
    RuleCare care;
    const char* title;
    const char* says;
    const char* why;
    double limit = 0;
    const char* limitMeaning = nullptr; // null: it has no limit
};
[[nodiscard]] std::span<const RuleRow> rulesOnPerson();
[[nodiscard]] std::span<const RuleRow> rulesOnSchooling();
[[nodiscard]] const RuleRow* ruleRow(QStringView id);

} // namespace insight
