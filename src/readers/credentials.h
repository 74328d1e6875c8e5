// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/format.h"

namespace readers {

// Achievements as credentials: Comprehensive Learner Record 2.0, Open Badges 3.0, and the extended transcript that came
// before them. Signatures are not checked, and that is said.
[[nodiscard]] const Format& credentialsFormat();

} // namespace readers
