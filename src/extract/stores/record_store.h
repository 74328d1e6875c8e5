// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"
#include "record/record.h"

namespace extract {

[[nodiscard]] base::Result<void> writePerson(const Connection& connection, const record::Person& person);
// Everything delivered, in one pass over each table.
[[nodiscard]] base::Result<record::Record> readRecord(const Connection& connection);
[[nodiscard]] base::Result<QByteArray> readKeptBytes(const Connection& connection, qint64 document);

} // namespace extract
