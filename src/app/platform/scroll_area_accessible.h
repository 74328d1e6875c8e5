// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

// What screen readers are told of plain scroll areas. Qt's own answer (QAccessibleAbstractScrollArea, 6.4 to 6.8) counts
// only the scroll bars that show, and looks a child up without asking whether it is still there: a bar that vanishes
// between a screen reader's "how many?" and its "which one?" ends the program. Here hidden bars stay children, marked
// invisible, and a number too high is answered with nothing. Views with an answer of their own (tables, trees, text,
// the timeline) are left alone.
void installScrollAreaAccessibility(); // once; further calls do nothing

} // namespace app
