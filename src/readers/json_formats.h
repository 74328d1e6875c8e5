// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/format.h"

namespace readers {

// Answers of the search in DfE's "Get Information About Pupils".
[[nodiscard]] const Format& giapJsonFormat();

// What DfE's "Education Record" app hands to a learner. Written from its public example code.
[[nodiscard]] const Format& educationRecordFormat();

// A pupil as a school's own system gives them to another program.
[[nodiscard]] const Format& misJsonFormat();

} // namespace readers
