// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requests/letter.h"

// What the renderers of a letter have in common.
namespace reports {

// A blank is printed in square brackets, so that it is a gap on paper, on the screen and to a screen reader.
[[nodiscard]] QString runText(const requests::Run& run);
[[nodiscard]] QString lineText(const std::vector<requests::Run>& line);

// Level of a heading: the first subject is the letter's heading, a further one a section.
[[nodiscard]] int headingLevel(const requests::Letter& letter, const requests::Part& part);

} // namespace reports
