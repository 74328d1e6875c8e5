// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"
#include "requests/concern.h"

namespace desk {

// The record as a person at risk may let others see it: whatever the catalogue marks as locating, whatever the
// catalogue does not know, school numbers, file names and places in files are dots. Everything the program shows,
// searches, exports or prints in at-risk mode is made from this copy, so nothing further down can leak.
[[nodiscard]] record::Record maskedForRisk(record::Record record);

// A concern in the file holds the true values, for the letter that is written when the person is safe. What is shown
// of it meanwhile is masked by the same rules.
[[nodiscard]] requests::Concern maskedForRisk(requests::Concern concern);

} // namespace desk
