// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"
#include "extract/file/key.h"

namespace extract {

// Writes the whole database into a new file under a new key: attached, exported, its marks set, opened again by the
// normal sequence and counted. `target` must not exist. Never rekey: that keeps the salt, which is our header.
[[nodiscard]] base::Result<void> rewriteTo(const Connection& from, const QString& target, const Key& key);

} // namespace extract
