// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"

namespace extract {

// Over the tables in memory that salvageRows() makes: temp.whole, temp.known_items.

// Takes out of temp.whole every entry whose values, headings and moment do not give its fingerprint.
[[nodiscard]] base::Result<void> dropUnproved(const Connection& image);
// Fills temp.known_items with the canonical names that may be believed: all of them, or those the dictionary has.
[[nodiscard]] base::Result<void> findKnownItems(const Connection& image, bool all);

} // namespace extract
