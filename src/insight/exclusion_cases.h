// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/attendance.h"
#include "insight/fields.h"

namespace insight {

// Every exclusion as a case of its own, whether it had a row or was the nth of a row ("Reason_2_ex12").
[[nodiscard]] std::vector<ExclusionCase> exclusionCases(const OwnEntries& entries, Fields& fields);

} // namespace insight
