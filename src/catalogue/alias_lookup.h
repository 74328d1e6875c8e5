// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/academic_year.h"
#include "catalogue/name_key.h"
#include "catalogue/table.h"

#include <span>
#include <string_view>

namespace catalogue {

// The rows of the alias index under one key (name_key.h): a binary search, about 15 comparisons.
[[nodiscard]] std::span<const table::AliasRow> aliasesOf(std::string_view key);

// Does the row's own print say that it speaks of this year? A row without years speaks of any.
[[nodiscard]] bool isPrintedFor(const table::ItemRow& row, AcademicYear year);

} // namespace catalogue
