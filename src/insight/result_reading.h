// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/scales.h"
#include "insight/fields.h"
#include "insight/timeline.h"

namespace insight {

enum class ResultKind {
    Graded,   // has a place on its scale
    Below,    // under the lowest step of it
    NoResult, // absent, disapplied, lost: a fact about the record, never low attainment
    Relative, // Progress 8, value added: no grade
    Other,    // looks like a result, but no scale is known for it, or it is a total, or another value says it better
};

// One value read as a result: what attainment, timeline and overview have in common.
struct ResultValue {
    const record::Entry* entry = nullptr;
    const record::Value* value = nullptr;
    catalogue::AcademicYear year;
    ResultKind kind = ResultKind::Other;
    const catalogue::Scale* scale = nullptr;    // Graded, Below, NoResult
    std::optional<catalogue::ScaleStep> step;   // nothing for a level without its letter
    std::optional<double> placeTo;              // of what says a stretch alone, as a level without its letter; step is then its lowest
    QString subject;                            // "Reading", "History of Art"
    bool subjectCoded = false;                  // only a code of an unpublished list says which subject it is
    QString meaning;
    std::optional<catalogue::ScaleStep> outcome; // of a score: what the same test said in words, as "met the standard"
    Judgement judgement = Judgement::None;
    std::vector<record::ValueId> also;          // the same result said again by another entry
};

// In the record's order. Entries without a year are left out: no scale could be chosen for them.
[[nodiscard]] std::vector<ResultValue> readResults(const OwnEntries& entries, Fields& fields);

// Collections whose result columns no table of the dictionary prints: what stands in them is listed as it is.
[[nodiscard]] bool isOutsideDictionary(QStringView collection);

// One word on several results together: a good level of development, Attainment 8. Listed, for it has no like beside it.
[[nodiscard]] bool isTotal(const ResultValue& result);

// "Has not met the standard": no step of its own, but all of those below what was expected.
[[nodiscard]] bool isNotMet(const catalogue::ScaleStep& step);

// Reached what was expected for its year; nothing where the scale has no such bar or the value has no place.
[[nodiscard]] std::optional<bool> reachedExpected(const ResultValue& result);

} // namespace insight
