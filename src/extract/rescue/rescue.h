// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/file/key.h"
#include "extract/safe_keeping.h"

namespace extract {

// rescue() once the key is known. `out` may be replaced.
[[nodiscard]] base::Result<Rescue> rescueWithKey(const QString& path, const Key& key, const QString& out,
                                                 const std::stop_token& stop = {}, const base::Progress& progress = {});

} // namespace extract
