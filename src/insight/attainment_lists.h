// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/attainment.h"
#include "insight/result_reading.h"

namespace insight {

// Results without a scale, as lists: a panel for each collection and year. Tests whose columns no dictionary prints,
// and qualifications that stand whole in an entry of their own.
[[nodiscard]] std::vector<AttainmentPanel> listedPanels(const std::vector<ResultValue>& results,
                                                        const OwnEntries& entries, Fields& fields, QDate born);

// "2009, end of Year 2, age 7"
[[nodiscard]] QString whenSat(catalogue::AcademicYear year, QDate born);

} // namespace insight
