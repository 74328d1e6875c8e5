// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/collections.h"

#include "catalogue/convert.h"

#include <algorithm>

namespace catalogue {

const std::vector<Collection>& collections()
{
    static const std::vector<Collection> all = [] {
        std::vector<Collection> list;
        list.reserve(table::collections.size());
        for (const table::CollectionRow& row : table::collections) {
            list.push_back({.key = table::string(row.key),
                            .name = table::string(row.name),
                            .shortName = table::string(row.shortName),
                            .first = table::year(row.first),
                            .last = table::year(row.last),
                            .ageFrom = row.ageFrom,
                            .ageTo = row.ageTo,
                            .termly = row.termly,
                            .prefix = table::string(row.prefix),
                            .note = table::string(row.note),
                            .source = table::string(row.source),
                            .certainty = table::certainty(row.certainty)});
        }
        return list;
    }();
    return all;
}

const Collection* collection(QStringView key)
{
    const auto& all = collections();
    const auto found = std::find_if(all.begin(), all.end(), [key](const Collection& one) { return one.key == key; });
    return found == all.end() ? nullptr : &*found;
}

QString collectionName(QStringView key)
{
    const Collection* known = collection(key);
    return known ? known->name : key.toString();
}

YearState collectedIn(QStringView key, AcademicYear year)
{
    const QByteArray wanted = key.toUtf8();
    for (const table::YearRow& row : table::years) {
        if (row.year == year.start && wanted == table::text(row.key))
            return static_cast<YearState>(row.state);
    }
    // Outside the years of the table: before a known first year or after a known last one nothing was collected.
    const Collection* known = collection(key);
    if (known && ((known->first && year < *known->first) || (known->last && year > *known->last)))
        return YearState::NotCollected;
    return YearState::NotKnown;
}

} // namespace catalogue
