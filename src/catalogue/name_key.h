// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace catalogue {

// Standard library only: the generator that runs at build time folds the dictionary's names with the very code that
// folds a file's headings later, so the two can never drift apart.

// Places in a pattern stand for a term, a two-digit year and a running number.
inline constexpr char termMark = '<';
inline constexpr char yearMark = '>';
inline constexpr char countMark = '#';

[[nodiscard]] std::string lowered(std::string_view text); // ASCII only; other bytes stay

// "EthnicGroupMinor_[term][yy]" → "ethnicgroupminor<>": lower case, letters and digits and the three marks, without
// the research service's "_anon".
[[nodiscard]] std::string nameKey(std::string_view name);

// The same without the marks: "ethnicgroupminor".
[[nodiscard]] std::string stemKey(std::string_view name);

// Takes "_anon" out of a lower-case name; says whether it was there.
bool dropAnonymous(std::string& name);

// For the rule files: lower case, without marks and "_anon", underscores kept: "ks2_laestab".
[[nodiscard]] std::string ruleName(std::string_view name);

// "*" is any run of characters, "?" any one.
[[nodiscard]] bool matchesGlob(std::string_view pattern, std::string_view text);

} // namespace catalogue
