// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/format.h"

namespace readers {

// The return about children looked after (SSDA903) as one XML file. It does not say which year it is of: each part
// stands at its own day.
[[nodiscard]] const Format& ssda903XmlFormat();

} // namespace readers
