// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

class AttainmentChart;

// Painted results for screen readers: a list below the chart, one child a result in reading order, made when asked for
// and bound to the result's value, so that another width or a new snapshot never leaves a child pointing at something
// else.
void installAttainmentAccessibility(); // once; further calls do nothing
// Other results than before: children are numbered anew.
void forgetAttainmentChildren(AttainmentChart* chart);

} // namespace app
