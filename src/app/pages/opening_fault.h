// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace app {

// What the unlock page says when a file does not open: a different text for each way, with the next step. Never
// "wrong passphrase" for a file that is in use, damaged or no record file at all.
struct OpeningFault {
    QString title;
    QString next;
    bool tryAgain = false; // the passphrase field stays, with focus
};
[[nodiscard]] OpeningFault openingFault(const base::Error& error);

} // namespace app
