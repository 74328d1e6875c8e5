// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "extract/database/connection.h"
#include "extract/file/key.h"

namespace extract {

// Numbers of the pages (from 1) whose HMAC does not fit, read from the file and not from SQLite's cache. SQLCipher
// 3.4.1 has no such check of its own, and reading the tables would pass over free pages.
[[nodiscard]] base::Result<std::vector<qint64>> brokenPages(const Connection& connection, const Key& key,
                                                            const std::stop_token& stop,
                                                            const base::Progress& progress);

} // namespace extract
