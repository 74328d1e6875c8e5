// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace extract {

// What a table that rows may be missing from means to the reader; empty where its loss shows in other lines.
[[nodiscard]] QString tableWords(const QByteArray& table);
// "School Census 2013/14"; empty where it is not known.
[[nodiscard]] QString momentWords(const QString& collection, int year);

} // namespace extract
