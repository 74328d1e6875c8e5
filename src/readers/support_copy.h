// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/source.h"

#include <QStringList>

#include <stop_token>

namespace readers {

// What a person can send to whoever mends this program when a file cannot be read: how the file is built, with headings
// that the dictionary knows, lengths and closed codes, and how far the readers came. No value, name, number or date of
// the file is in it, nor its own name. In English: it is read by the people who wrote the program.
//
// Works on what no reader can read. Errors: only those of opening the first byte, and Stopped.
[[nodiscard]] base::Result<QString> supportCopy(const std::vector<QString>& paths, const Password& password = {},
                                                const std::stop_token& stop = {});
// The same of parts that are open.
[[nodiscard]] base::Result<QString> supportCopy(const Source& source, const std::stop_token& stop = {});

[[nodiscard]] QString supportCopyHead();
// Kind and place of an error, without the words that quote the file.
[[nodiscard]] QString plainError(const base::Error& error);

} // namespace readers
