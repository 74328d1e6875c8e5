// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/context.h"

#include "catalogue/convert.h"

#include <algorithm>

namespace catalogue {

const std::vector<Context>& contexts()
{
    static const std::vector<Context> all = [] {
        std::vector<Context> made;
        const auto day = [](table::Text text) { return QDate::fromString(table::string(text), Qt::ISODate); };
        for (const table::ContextRow& row : table::contexts)
            made.push_back({table::string(row.key), static_cast<ContextKind>(row.kind), day(row.firstDay),
                            day(row.lastDay), table::string(row.title), table::string(row.words),
                            table::string(row.source), static_cast<ContextStatus>(row.status), day(row.seen)});
        std::stable_sort(made.begin(), made.end(), [](const Context& a, const Context& b) { return a.from < b.from; });
        return made;
    }();
    return all;
}

} // namespace catalogue
