// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"

namespace extract {

// Ids are given out once and never again, even when their rows leave with a withdrawn document: letters and log
// refer to them.
[[nodiscard]] base::Result<qint64> nextId(const Connection& connection, const char* counter);
[[nodiscard]] base::Result<void> setNextId(const Connection& connection, const char* counter, qint64 next);
[[nodiscard]] base::Result<qint64> takeId(const Connection& connection, const char* counter);

} // namespace extract
