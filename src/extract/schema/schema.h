// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"

namespace extract {

// A format of the file: its number and the whole text of its schema. A published text is never edited: a change is a
// new format.
struct Format {
    int version;
    const char* schema;
};
// Oldest first. All of them are read, the last is written.
[[nodiscard]] const std::vector<Format>& formats();
[[nodiscard]] int newestVersion();
[[nodiscard]] const char* schemaText(int version); // nullptr if there is none
// Another list in the place of the program's own, while no file is open; answers with the one it takes the place of.
// Only tests do this: they walk the whole way from one format to the next before the next one is needed.
std::vector<Format> useFormats(std::vector<Format> other);

[[nodiscard]] base::Result<void> makeSchema(Connection& connection);

// application_id, version and every word of sqlite_master. An empty file opens with any key, and a file made by
// somebody else is hostile input. Errors: NotAnExtract, NewerFormat, Damaged.
[[nodiscard]] base::Result<void> checkSchema(const Connection& connection);

// Tables whose rows are never changed, replaced or deleted; tests walk the list.
[[nodiscard]] std::vector<const char*> protectedTables();
[[nodiscard]] std::vector<QByteArray> tableNames(const Connection& connection);

} // namespace extract
