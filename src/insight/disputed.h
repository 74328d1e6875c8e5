// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/decisions.h"
#include "record/record.h"
#include "record/said_elsewhere.h"

namespace insight {

// What else the record says of the values a letter disputes.
struct Disputed {
    std::vector<record::SaidElsewhere> others; // for each characteristic, the school census first
    std::vector<record::SourceGiven> sources;  // empty: no source is given
};

[[nodiscard]] Disputed disputed(const record::Record& record, const record::Decisions& decisions,
                                const std::vector<record::ValueId>& values);

} // namespace insight
