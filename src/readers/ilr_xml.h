// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/format.h"

namespace readers {

// The Individualised Learner Record a college or training provider sends. Its namespace says the year.
[[nodiscard]] const Format& ilrXmlFormat();

} // namespace readers
