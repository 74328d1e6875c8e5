// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace base {

// "N000260000031" → "N••••••••••31": first character and last two stay, so that a person recognises their own
// number and a passer-by cannot write it down. Five characters or fewer become dots altogether.
[[nodiscard]] QString maskedNumber(const QString& number);

// Everything hidden, length too ("••••••"): for addresses, schools and file names of a person at risk.
[[nodiscard]] QString maskedWhole();

} // namespace base
