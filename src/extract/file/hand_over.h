// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/file/header.h"
#include "extract/file/selected_copy.h"
#include "extract/safe_keeping.h"

namespace extract {

// What a handed-over copy holds. A table that is not named here stays behind: a new one is left out until somebody
// decides otherwise.
[[nodiscard]] CopyPlan handOverPlan(const HandOverChoice& with);

// A copy may go there: no file, or one that nobody has open and that may be replaced. Errors: WouldOverwrite, InUse.
[[nodiscard]] base::Result<void> mayBeWritten(const QString& target, bool overwrite);
// `fresh` takes the name; backups of another file that had it are put aside.
[[nodiscard]] base::Result<void> placeCopy(const QString& fresh, const QString& target, const Header& header);

} // namespace extract
