// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"
#include "extract/extract.h"

namespace extract {

[[nodiscard]] base::Result<void> writeLog(const Connection& connection, const QDateTime& when, const QString& what,
                                          const QString& detail);
[[nodiscard]] base::Result<std::vector<LogLine>> readLog(const Connection& connection);

} // namespace extract
