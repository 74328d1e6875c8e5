// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"
#include "extract/file/key.h"

namespace extract {

// The rows of one table that go into a new file: a SELECT over the old one whose columns bear the table's own names.
struct TableCopy {
    QByteArray table;
    QByteArray select;
};
// Tables that are not named stay empty.
using CopyPlan = std::vector<TableCopy>;

[[nodiscard]] TableCopy wholeTable(const char* table);
// Every table of `connection` as it is.
[[nodiscard]] CopyPlan wholePlan(const Connection& connection);

// Values pass from one connection to the other as they are, type and all: no text is decoded on the way.
[[nodiscard]] base::Result<void> copyRows(const Connection& from, const TableCopy& what, const Connection& to);

// Writes a new file of the newest schema at `target`, which must not exist, with what the plan selects. The new file
// only ever had these rows written into it: no page holds a trace of the others. Opened again by the normal sequence
// and checked for references that lead nowhere. `from` is only read, so it may be read-only or locked.
[[nodiscard]] base::Result<void> copySelected(const Connection& from, const CopyPlan& plan, const QString& target,
                                              const Key& key);

} // namespace extract
