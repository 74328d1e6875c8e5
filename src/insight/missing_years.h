// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

namespace insight {

// School years, until today, of which no entry at all is here and in which this lane would have said something: its
// collection ran, and the years beside them were asked. Neighbouring years are joined; in time order.
// O(marks log years).
[[nodiscard]] std::vector<catalogue::DateSpan> missingYears(const Lane& lane, const std::vector<SchoolYearTick>& years,
                                                            QDate today);

} // namespace insight
