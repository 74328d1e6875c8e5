// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requests/letter.h"

// An invented person, an invented school, and the things that may be wrong about them.
namespace invented {

[[nodiscard]] requests::FrozenValue ethnicity(const QString& when);
[[nodiscard]] requests::FrozenValue postcode();
[[nodiscard]] requests::LetterInput input();
// The same person, asking for parts that are missing.
[[nodiscard]] requests::LetterInput missing(int parts);
[[nodiscard]] std::vector<requests::LetterInput> missingVariants();
// Every combination of who writes, to whom, how many values, and what is known.
[[nodiscard]] std::vector<requests::LetterInput> variants();

} // namespace invented
