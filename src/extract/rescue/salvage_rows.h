// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/rescue/salvage_image.h"
#include "extract/safe_keeping.h"

namespace extract {

// What can be read of the image goes into `to`, a new file with its tables and nothing in them; what is missing goes
// into the report. An entry is saved whole, with every value it had, or not at all. Nothing is made up, with two
// exceptions that are told: a document whose description was lost keeps its entries, and at-risk mode is switched on
// where nobody can say any more whether it was.
[[nodiscard]] base::Result<void> salvageRows(const Connection& image, const SalvageImage& about, Connection& to,
                                             Rescue& report);

} // namespace extract
