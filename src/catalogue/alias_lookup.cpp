// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/alias_lookup.h"

#include <algorithm>

namespace catalogue {

std::span<const table::AliasRow> aliasesOf(std::string_view key)
{
    struct ByKey {
        bool operator()(const table::AliasRow& row, std::string_view k) const { return std::string_view(table::text(row.key)) < k; }
        bool operator()(std::string_view k, const table::AliasRow& row) const { return k < std::string_view(table::text(row.key)); }
    };
    if (key.empty())
        return {};
    const auto [from, to] = std::equal_range(table::aliases.begin(), table::aliases.end(), key, ByKey());
    return {from, to};
}

bool isPrintedFor(const table::ItemRow& row, AcademicYear year)
{
    return (row.first == 0 || year.start >= row.first) && (row.last == 0 || year.start <= row.last);
}

} // namespace catalogue
