// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/coverage.h"
#include "insight/coverage_evidence.h"

namespace insight {

// The judgement on one collection in one academic year. What is asked first wins: held here; the year is still to come;
// the person's age; whether it was collected; whether it can be handed on yet; what the record tells; whom it is about.
[[nodiscard]] CoverCell coverCell(const QString& collection, catalogue::AcademicYear year,
                                  const CoverageEvidence& evidence, QDate today);

} // namespace insight
