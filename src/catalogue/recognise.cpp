// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/items.h"

#include "catalogue/alias_lookup.h"
#include "catalogue/convert.h"
#include "catalogue/spellings.h"

#include <algorithm>
#include <tuple>

namespace catalogue {

namespace {

// A table is told by headings that few tables share. One heading known to this many tables or more (UPN, DOB, LA)
// says nothing about which.
constexpr int everyday = 5;
constexpr double leastShare = 0.3;

struct Tally {
    int known = 0;      // headings the dataset knows
    double telling = 0; // of them, each divided by the number of datasets that know it
    int distinctive = 0;
};

bool tellsDataset(table::AliasKind kind)
{
    using table::AliasKind;
    return kind == AliasKind::Canonical || kind == AliasKind::Download || kind == AliasKind::OtherYears
           || kind == AliasKind::Old;
}

std::vector<std::uint16_t> datasetsKnowing(const QString& heading)
{
    std::vector<std::uint16_t> found;
    const QByteArray utf8 = heading.trimmed().toUtf8();
    for (const Spelling& spelling : spellingsOf({utf8.constData(), static_cast<std::size_t>(utf8.size())})) {
        if (spelling.isLastResort || spelling.penalty > 8)
            break;
        for (const table::AliasRow& alias : aliasesOf(spelling.key)) {
            if (tellsDataset(alias.kind))
                found.push_back(table::items[alias.item].datasetIndex);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace

std::optional<DatasetGuess> recogniseDataset(const QStringList& headings)
{
    std::vector<Tally> tallies(table::datasets.size());
    int counted = 0;
    for (const QString& heading : headings) {
        if (heading.trimmed().isEmpty())
            continue;
        ++counted;
        const std::vector<std::uint16_t> datasets = datasetsKnowing(heading);
        for (const std::uint16_t dataset : datasets) {
            Tally& tally = tallies[dataset];
            ++tally.known;
            tally.telling += 1.0 / static_cast<double>(datasets.size());
            if (static_cast<int>(datasets.size()) < everyday)
                ++tally.distinctive;
        }
    }
    if (counted == 0)
        return {};

    // Share of the headings first. Of tables that know the same ones (a summer census is a spring census with fewer
    // columns) the one that is filled most.
    const auto rank = [&](std::size_t i) {
        const Tally& tally = tallies[i];
        const double filled = static_cast<double>(tally.known) / std::max<double>(table::datasets[i].size, 1.0);
        return std::tuple(tally.known, filled, tally.telling);
    };
    std::size_t best = tallies.size();
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        if (tallies[i].distinctive > 0 && (best == tallies.size() || rank(i) > rank(best)))
            best = i;
    }
    if (best == tallies.size())
        return {};
    const double share = static_cast<double>(tallies[best].known) / counted;
    if (share < leastShare)
        return {};
    return DatasetGuess{.collection = table::string(table::datasets[best].collection),
                        .dataset = table::string(table::datasets[best].name),
                        .share = share};
}

} // namespace catalogue
