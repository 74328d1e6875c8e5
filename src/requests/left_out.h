// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requests/letter.h"

namespace requests {

// The texts of a letter that would show where a person at risk lives or goes to school: school, numbers, address,
// values of locating fields, file names.
[[nodiscard]] QStringList locatingTexts(const LetterInput& input);

// Replaces each of them, wherever it stands in the letter and whatever its case, by `instead`. The last line of
// defence: words typed by the person go through it too.
void leaveOut(Letter& letter, const QStringList& texts, const QString& instead);

} // namespace requests
