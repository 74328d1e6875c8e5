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
// The same for any secret: from --<stem>-file or --<stem>-fd.
[[nodiscard]] base::Result<extract::Secret> secretFrom(const Invocation& call, const QString& stem,
                                                       const QString& question, bool twice);

// What a command wants of the extract. Noting writes into the log where it can and goes on where it cannot; only
// Importing takes more arguments after the record file.
enum class OpenFor { Reading, Noting, Writing, Importing };

// The extract named first on the command line.
[[nodiscard]] base::Result<Opened> openExtract(const Invocation& call, OpenFor purpose = OpenFor::Reading);

// Waits for an answer of the sitting.
template <typename T>
[[nodiscard]] base::Result<T> wait(desk::Answer<T> answer)
{
    answer.waitForFinished();
    return answer.result();
}

} // namespace cli
