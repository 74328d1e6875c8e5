// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requests/letter.h"
#include "requests/sentences.h"

namespace requests {

// correctionLetter with the sentences given, so that a test can see which of them were used.
[[nodiscard]] base::Result<Letter> composeCorrection(const LetterInput& input, Sentences& sentences);
// The letter that asks for missing parts: UK GDPR Article 15. The concern's values are missing parts (concern.h).
[[nodiscard]] base::Result<Letter> composeAccess(const LetterInput& input, Sentences& sentences);

} // namespace requests
