// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/format.h"

namespace readers {

// The XML return a school sends for the School Census, and those of pupil referral units, of alternative provision and
// of early years settings, which share most of its parts. No public sample exists: this reader is written from the
// published structure, reads leniently, and its documents say that it was not tried on a real file.
[[nodiscard]] const Format& censusXmlFormat();

} // namespace readers
