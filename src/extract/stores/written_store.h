// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"
#include "record/written_in.h"

namespace extract {

// What the person wrote in. Writers hold a transaction.
//
// A value's `sheet` holds the number of the document it was read from, empty for paper; `path` its place there.
// Whoever takes a document out of the file leaves these values in it: a number that names no document any more is
// read as paper.

// After documents and delivered entries; the caller sorts.
[[nodiscard]] base::Result<void> readWritten(const Connection& connection, record::Record& record);

// Errors: Usage, where `document` is set and not in the file.
[[nodiscard]] base::Result<void> documentIsHere(const Connection& connection, record::DocumentId document);

// An entry of one value joins what was written in for the same moment and document, unless that says the same field
// already; an entry of several (a row of a table) stays by itself. Answers with the new values, in order.
[[nodiscard]] base::Result<std::vector<record::ValueId>> writeWritten(const Connection& connection,
                                                                      const std::vector<record::Entry>& entries,
                                                                      const QDateTime& now);
// The value keeps its id; given another moment it moves, alone. Errors: Usage (no such value).
[[nodiscard]] base::Result<void> rewriteWritten(const Connection& connection, record::ValueId id,
                                                const record::WrittenChange& change, const QDateTime& now);
[[nodiscard]] base::Result<void> eraseWritten(const Connection& connection, const std::vector<record::ValueId>& ids);

} // namespace extract
