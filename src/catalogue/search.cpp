// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/items.h"

#include "catalogue/table.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <set>
#include <string>
#include <string_view>

namespace catalogue {

namespace {

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool contains(std::string_view text, std::string_view lowerCaseWord)
{
    return std::search(text.begin(), text.end(), lowerCaseWord.begin(), lowerCaseWord.end(),
                       [](char a, char b) { return folded(a) == b; })
           != text.end();
}

// 4: the name begins so, 3: in the name, 2: in the meaning, 1: elsewhere, 0: nowhere.
int hit(const table::ItemRow& row, std::string_view word)
{
    const std::string_view name = table::text(row.name);
    if (contains(name.substr(0, word.size()), word))
        return 4;
    if (contains(name, word))
        return 3;
    if (contains(table::text(row.meaning), word))
        return 2;
    const std::array others{row.oldAlias, row.otherNames, row.fieldReference, row.category, row.allowedCodes,
                            row.codeSet};
    return std::any_of(others.begin(), others.end(),
                       [word](table::Text text) { return contains(table::text(text), word); })
               ? 1
               : 0;
}

} // namespace

std::vector<ItemId> searchItems(const QString& words, int limit)
{
    std::vector<std::string> wanted;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts))
        wanted.push_back(word.toLower().toStdString());
    if (wanted.empty() || limit <= 0)
        return {};

    struct Found {
        int score = 0;
        ItemId id;
    };
    std::vector<Found> found;
    std::set<std::pair<table::Text, table::Text>> seen; // the same field printed twice is shown once
    for (std::size_t i = 0; i < table::items.size(); ++i) {
        const table::ItemRow& row = table::items[i];
        int score = 0;
        const bool all = std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
            const int points = hit(row, word);
            score += points;
            return points > 0;
        });
        if (all && seen.emplace(row.name, row.dataset).second)
            found.push_back({score, ItemId{static_cast<int>(i)}});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.score > b.score; });
    if (found.size() > static_cast<std::size_t>(limit))
        found.resize(static_cast<std::size_t>(limit));
    std::vector<ItemId> ids;
    ids.reserve(found.size());
    for (const Found& one : found)
        ids.push_back(one.id);
    return ids;
}

} // namespace catalogue
