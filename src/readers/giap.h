// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/format.h"

namespace readers {

// Downloads of DfE's "Get Information About Pupils" service: twelve kinds, .csv and .tab.
[[nodiscard]] const Format& giapFormat();

} // namespace readers
