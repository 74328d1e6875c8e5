// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/parts.h"
#include "desk/split_run.h"

namespace app {

// "about 40 seconds", "about 7 minutes", "about 2 hours"
[[nodiscard]] QString aboutTime(qint64 seconds);
// Before the first file is made: how many, how long, and that one may stop.
void tellPlan(MarginSheet& sheet, const desk::SplitPlan& plan);
// What was made, what was set aside and why, what to do now.
void tellSplit(MarginSheet& sheet, const desk::SplitReport& report);

} // namespace app
