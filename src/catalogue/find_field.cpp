// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/find_field.h"

#include <algorithm>

namespace catalogue {

namespace {

// Of resolve()'s scores: an alias, or a stem with a small difference; not what was found as a last resort.
constexpr int sureEnough = 60;
constexpr int mostLookedAt = 400;

bool collectedIn(const Item& item, std::optional<AcademicYear> year)
{
    return !year || ((!item.first || *item.first <= *year) && (!item.last || *year <= *item.last));
}

} // namespace

std::optional<ItemId> fieldNamed(const QString& words, QStringView collection, std::optional<AcademicYear> year)
{
    const QString wanted = words.simplified();
    if (wanted.isEmpty())
        return {};
    for (const Candidate& candidate : resolve(wanted, collection, year)) {
        if (candidate.score < sureEnough)
            break;
        const Item found = item(candidate.item);
        if (found.collection == collection && !found.aboutOthers)
            return candidate.item;
    }
    for (const ItemId id : fieldsLike(wanted, collection, year))
        if (item(id).meaning.compare(wanted, Qt::CaseInsensitive) == 0)
            return id;
    return {};
}

std::vector<ItemId> fieldsLike(const QString& words, QStringView collection, std::optional<AcademicYear> year, int limit)
{
    const QString wanted = words.simplified();
    struct Found {
        ItemId id;
        int rank;
    };
    std::vector<Found> found;
    for (const ItemId id : searchItems(wanted, mostLookedAt)) {
        const Item one = item(id);
        if (one.collection != collection || one.aboutOthers)
            continue;
        const bool named = one.name.compare(wanted, Qt::CaseInsensitive) == 0 ||
                           one.meaning.compare(wanted, Qt::CaseInsensitive) == 0;
        found.push_back({id, (named ? 0 : 2) + (collectedIn(one, year) ? 0 : 1)});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.rank < b.rank; });
    std::vector<ItemId> ids;
    for (const Found& one : found) {
        if (static_cast<int>(ids.size()) == limit)
            break;
        ids.push_back(one.id);
    }
    return ids;
}

} // namespace catalogue
