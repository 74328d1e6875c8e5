// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/drawing.h"
#include "base/result.h"

#include <stop_token>

namespace app {

// Where pupil-record-drawer is: beside this program, or where an installation puts it. Empty: nowhere.
[[nodiscard]] QString drawerPath();

// Has one page drawn by the other program and waits for it; not for the window's thread. Nothing but the document goes
// there, through a pipe, and nothing is written to disk. `width` 0: only the number of pages is asked for.
// Errors: InputUnreadable with what to do instead, Stopped.
[[nodiscard]] base::Result<Drawing> drawApart(const QString& program, const QString& format, const QByteArray& bytes,
                                              int page, int width, const std::stop_token& stop,
                                              const PaperLimits& limits = {});

} // namespace app
