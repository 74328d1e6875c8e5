// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

namespace app {

// A stretch of time as a person would say it: "spring 2010", "spring 2009 to spring 2010", "school year 2011/12",
// "6 October 2011". Whole terms and school years are named as such, never as days.
[[nodiscard]] QString timeWords(const insight::Mark& mark);
[[nodiscard]] QString timeWords(QDate from, QDate to);
// Meaning before code: "White – British", "5", "absent".
[[nodiscard]] QString valueWords(const insight::Mark& mark);
// What a mark is, for a table cell or a screen reader; without the lane: "White – British, spring 2009 to spring 2010".
[[nodiscard]] QString markWords(const insight::Mark& mark);
// The whole name: "Ethnic group, White – British, spring 2009 to spring 2010".
[[nodiscard]] QString markName(const insight::Lane& lane, const insight::Mark& mark);
// Several marks drawn as one: "Key Stage 2, 6 results, school year 2011/12".
[[nodiscard]] QString runName(const insight::Lane& lane, int first, int count);
// "6 results", "3 readings": what a count box counts.
[[nodiscard]] QString countWords(const insight::Lane& lane, int first, int count);

} // namespace app
