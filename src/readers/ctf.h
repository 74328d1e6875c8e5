// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/format.h"

namespace readers {

// Common Transfer File and Admissions Transfer File, every version and the dialects third parties write.
[[nodiscard]] const Format& ctfFormat();

} // namespace readers
