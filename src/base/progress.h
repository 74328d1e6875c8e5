// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <stop_token>

namespace base {

struct ProgressStep {
    QString doing;    // a phrase for the reader: "Reading page 2 of your spreadsheet"
    qint64 done = 0;  // bytes or steps
    qint64 total = 0; // 0: not known
};

// Called on the working thread, at most some tens of times a second; must not block.
using Progress = std::function<void(const ProgressStep&)>;

inline void report(const Progress& progress, const ProgressStep& step)
{
    if (progress)
        progress(step);
}

} // namespace base
