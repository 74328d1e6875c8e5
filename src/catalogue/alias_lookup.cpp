// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/alias_lookup.h"

#include <algorithm>
#include <cstring>

namespace catalogue {

std::span<const table::AliasRow> aliasesOf(std::string_view key)
{
    // Without measuring the row's key first: most comparisons are decided by a letter or two.
    struct ByKey {
        static int order(const table::AliasRow& row, std::string_view k)
        {
            const char* const text = table::text(row.key);
            const int begin = std::strncmp(text, k.data(), k.size());
            return begin != 0 ? begin : text[k.size()] != '\0' ? 1 : 0;
        }
        bool operator()(const table::AliasRow& row, std::string_view k) const { return order(row, k) < 0; }
        bool operator()(std::string_view k, const table::AliasRow& row) const { return order(row, k) > 0; }
    };
    if (key.empty() || key.find('\0') != std::string_view::npos)
        return {};
    const auto [from, to] = std::equal_range(table::aliases.begin(), table::aliases.end(), key, ByKey());
    return {from, to};
}

bool isPrintedFor(const table::ItemRow& row, AcademicYear year)
{
    return (row.first == 0 || year.start >= row.first) && (row.last == 0 || year.start <= row.last);
}

} // namespace catalogue
