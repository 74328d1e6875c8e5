// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

namespace app {

// What the picture draws between the marks of a lane, for the table and for a screen reader: "nothing is here of school
// year 2011/12", "said in spring only", "not said in autumn 2010 and spring 2011 to summer 2011". Empty where nothing is
// left out.
[[nodiscard]] QString onlyInWords(const insight::Lane& lane);
[[nodiscard]] QString gapWords(const insight::Lane& lane);

} // namespace app
