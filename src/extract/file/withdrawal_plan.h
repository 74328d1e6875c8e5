// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/file/selected_copy.h"
#include "extract/safe_keeping.h"
#include "record/ids.h"

namespace extract {

// What stays of a file when documents leave it, as a plan over tables in memory that belong to the connection. Their
// entries go, unless another document said the same: then the entry is that document's, with its id, its values and
// their ids, and the place where that document has it. Headings and places that nothing refers to any more go too.
[[nodiscard]] base::Result<CopyPlan> withdrawalPlan(const Connection& connection,
                                                    const std::vector<record::DocumentId>& documents);
// What the plan just made does.
[[nodiscard]] base::Result<void> countWithdrawal(const Connection& connection, Withdrawal& report);

} // namespace extract
