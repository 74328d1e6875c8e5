// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/invocation.h"
#include "desk/sitting.h"

namespace cli {

// An extract opened by a command: the sitting and what it held at that moment.
struct Opened {
    std::unique_ptr<desk::Sitting> sitting;
    desk::SnapshotPtr snapshot;
};

// From --passphrase-file or --passphrase-fd (or the options with this prefix), else asked at the terminal without
// echo; `twice` asks again to catch slips.
[[nodiscard]] base::Result<extract::Secret> passphraseFrom(const Invocation& call, const QString& prefix,
                                                           const QString& question, bool twice);

// The extract named first on the command line.
[[nodiscard]] base::Result<Opened> openExtract(const Invocation& call,
                                               extract::Access wanted = extract::Access::ReadOnly);

// Waits for an answer of the sitting.
template <typename T>
[[nodiscard]] base::Result<T> wait(desk::Answer<T> answer)
{
    answer.waitForFinished();
    return answer.result();
}

} // namespace cli
