// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/tokens.h"

namespace app {

// From one colour (0) to another (1).
[[nodiscard]] QColor mixed(const QColor& from, const QColor& to, double share);
// Every colour with only so much of it left, as it would look drawn half transparent on the sheet.
[[nodiscard]] Tokens mixedWithSheet(const Tokens& tokens, double share);

} // namespace app
