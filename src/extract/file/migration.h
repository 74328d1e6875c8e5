// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/file/selected_copy.h"

namespace extract {

// What brings a file of an older format into the newest: every table that both have, with the columns that both have;
// a column the older one lacks gets its default. A format that moves things about adds its own SELECT here.
[[nodiscard]] base::Result<CopyPlan> migrationPlan(const Connection& older);

} // namespace extract
