// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"
#include "register/release.h"

namespace insight {

// Definite only where supply itself is recorded and an own entry is in that data set and year; No only where a
// stated population shuts the person out. No register row can say "not shared with the Home Office".
enum class Verdict { Definite, VeryLikely, Likely, Possible, Unknown, No };
[[nodiscard]] QString verdictWord(Verdict verdict); // "definite", "very_likely" …; never translated
[[nodiscard]] QString verdictText(Verdict verdict); // for the reader

enum class DestructionState { NotStated, NotDue, Due, Overdue, Confirmed };
[[nodiscard]] QString destructionWord(DestructionState state); // "not_stated", "not_due" …

// How surely one release held this person's data, with the rule as sentences in the order they were applied.
struct ReleaseExposure {
    registry::Release release;
    Verdict verdict = Verdict::Unknown;
    QStringList trace;
    QStringList collections;                    // keys in which own entries fall into the scope
    std::vector<catalogue::AcademicYear> years; // of those entries
    std::vector<record::ValueId> values;        // own values the share's words name, or all of those entries
    DestructionState destruction = DestructionState::NotStated;
    int overdueDays = 0;
};

// O(releases × (collections × years)): the record is indexed once. Sorted as the edition is.
[[nodiscard]] std::vector<ReleaseExposure> exposure(const record::Record& record, const registry::Edition& edition,
                                                    QDate today);

} // namespace insight
