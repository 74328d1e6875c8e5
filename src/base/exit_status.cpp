// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/exit_status.h"

#include <algorithm>

namespace base {

const ExitStatus& exitStatus(ErrorKind kind)
{
    return *std::find_if(exitStatuses.begin(), exitStatuses.end() - 1,
                         [kind](const ExitStatus& row) { return row.kind == kind; });
}

} // namespace base
