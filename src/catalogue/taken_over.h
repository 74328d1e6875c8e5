// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/certainty.h"

#include <QString>

#include <vector>

namespace catalogue {

// A census field that research takes as one for life: the commonest answer of these year groups is taken over into a
// study. From resources/catalogue/taken_over.csv.
struct TakenOver {
    QString name;   // of the field without term and year: "EthnicGroupMinor"
    int firstGroup; // Reception 0
    int lastGroup;
    QString source;
    Certainty certainty = Certainty::Table;
};

[[nodiscard]] const std::vector<TakenOver>& takenOver(); // never empty

} // namespace catalogue
