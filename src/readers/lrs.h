// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/format.h"

namespace readers {

// Answers of the Learning Records Service: a learner's events ("personal learning record"), and who a learner is.
[[nodiscard]] const Format& lrsFormat();

} // namespace readers
