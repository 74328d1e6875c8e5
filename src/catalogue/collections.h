// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/academic_year.h"
#include "catalogue/certainty.h"

#include <vector>

namespace catalogue {

// A national data collection. `key` is stable and written into extracts and JSON: "SC" School Census, "KS2",
// "EYFSP", "PHON", "MTC", "KS4", "ABS", "EXC", "CLA", "CIN" … as in the DfE's NPD data tables; "CTF" and "OTHER"
// are ours, for a transfer file between schools and for what belongs to no national collection.
struct Collection {
    QString key;
    QString name;      // "School Census"
    QString shortName; // for narrow places: "Census"
    std::optional<AcademicYear> first;
    std::optional<AcademicYear> last; // nothing: it continues
    int ageFrom = 0;                  // whole years on 31 August before the academic year
    int ageTo = 0;
    bool termly = false;
    QString prefix; // of its data items: "KS2_"
    QString note;
    QString source;
    Certainty certainty = Certainty::Table;
};

[[nodiscard]] const std::vector<Collection>& collections();
[[nodiscard]] const Collection* collection(QStringView key); // null if unknown
[[nodiscard]] QString collectionName(QStringView key);       // the key itself if unknown

enum class YearState { Listed, Partial, Cancelled, SeedOnly, BelievedToContinue, NotCollected, NotKnown };
[[nodiscard]] YearState collectedIn(QStringView key, AcademicYear year);

} // namespace catalogue
