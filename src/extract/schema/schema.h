// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"

namespace extract {

inline constexpr int schemaVersion = 1;

// The whole text of a version; nullptr if there is none. A published text is never edited: a change is a new version.
[[nodiscard]] const char* schemaText(int version);

[[nodiscard]] base::Result<void> makeSchema(Connection& connection);

// application_id, version and every word of sqlite_master. An empty file opens with any key, and a file made by
// somebody else is hostile input. Errors: NotAnExtract, NewerFormat, Damaged.
[[nodiscard]] base::Result<void> checkSchema(const Connection& connection);

// Tables whose rows are never changed, replaced or deleted; tests walk the list.
[[nodiscard]] std::vector<const char*> protectedTables();
[[nodiscard]] std::vector<QByteArray> tableNames(const Connection& connection);

} // namespace extract
