// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/pasted_table.h"

namespace readers {

// Cells without blanks around them, empty rows gone, every row as wide as the widest, within the limits.
[[nodiscard]] PastedTable squared(std::vector<QStringList> rows, bool cut);

} // namespace readers
