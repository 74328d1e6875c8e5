// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/items.h"

namespace catalogue {

// item(id).collection without the rest of the item: a common name such as "Gender" has two dozen candidates, and one
// look at each decides.
[[nodiscard]] QString collectionOf(ItemId id);

} // namespace catalogue
