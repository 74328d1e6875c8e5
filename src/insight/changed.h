// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/fields.h"
#include "insight/overview.h"

namespace insight {

// Characteristics that hold more than one value. First those that are expected to stay the same (ethnic group,
// language, country of birth), then a value that came and went again, then plain changes. Sex, care and need are
// left out: a change there has good reasons and is not for a first page.
[[nodiscard]] std::vector<Overview::Changed> changedCharacteristics(const OwnEntries& entries, Fields& fields);

} // namespace insight
