// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/census.h"
#include "insight/fields.h"

namespace insight {

// The characteristics of these entries with one Fields for all: what census.h offers, for callers in this room that
// ask more than once.
[[nodiscard]] std::vector<Characteristic> readCharacteristics(const OwnEntries& entries, Fields& fields);
[[nodiscard]] QString keyInEntry(const record::Entry& entry, const record::Value& value, Fields& fields);
// Same code, or the same words of two years' codes.
[[nodiscard]] bool sameReading(const Reading& a, const Reading& b);

} // namespace insight
