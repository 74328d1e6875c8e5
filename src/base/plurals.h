// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace base {

// From here on a text with a number says "1 file" or "2 files". Needs a QCoreApplication; once in a program, before another
// language is installed over it.
void installPlurals();

} // namespace base
