// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/items.h"

namespace insight {

// "English Literature full GCSE grade" → "English Literature": the dictionary's phrase without instrument, size of
// the award and "grade".
[[nodiscard]] QString subjectName(const catalogue::Item& item);

// Of a column in no dictionary: "Y7_ENGLEV" → "English"; the heading itself where it names no subject.
[[nodiscard]] QString subjectOfHeading(const QString& heading);

} // namespace insight
