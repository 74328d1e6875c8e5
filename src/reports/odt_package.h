// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace reports {

// A zip in memory, made the way OpenDocument wants it: the media type first and stored, so that the file's kind can
// be read off its first bytes. Times are fixed (1 January 1980, the zip format's zero): the same letter is the same
// bytes, and no file tells when it was written.
[[nodiscard]] base::Result<QByteArray> odtPackage(const std::vector<std::pair<QByteArray, QByteArray>>& members);

} // namespace reports
