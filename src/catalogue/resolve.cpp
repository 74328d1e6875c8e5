// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/items.h"

#include "catalogue/alias_lookup.h"
#include "catalogue/spellings.h"

#include <algorithm>
#include <cstring>

namespace catalogue {

namespace {

using table::AliasKind;

constexpr std::size_t mostCandidates = 24;

// How sure a hit is, before collection and year have their say. 100: the name itself.
int surenessOf(AliasKind kind)
{
    switch (kind) {
    case AliasKind::Canonical:
        return 100;
    case AliasKind::DownloadOf:
        return 96;
    case AliasKind::Download:
        return 94;
    case AliasKind::OtherYears:
        return 92;
    case AliasKind::Old:
        return 88;
    case AliasKind::FieldReference:
        return 80;
    case AliasKind::Stem:
        return 76;
    case AliasKind::Base:
        break;
    }
    return 45;
}

struct Asked {
    std::string_view collection; // both may be empty
    std::string_view dataset;
    std::optional<AcademicYear> year;
};

// The hint is the key of a collection or the name of a dataset ("SC", "giap:CensusSpring").
Asked askedBy(const QByteArray& hint, std::optional<AcademicYear> year)
{
    const std::string_view name(hint.constData(), static_cast<std::size_t>(hint.size()));
    for (const table::DatasetRow& row : table::datasets) {
        if (name == table::text(row.name))
            return {table::text(row.collection), name, year};
    }
    return {name, {}, year};
}

int scoreOf(const table::ItemRow& row, AliasKind kind, const Spelling& spelling, const Asked& asked)
{
    int score = surenessOf(kind) - spelling.penalty;
    if (!asked.collection.empty() && asked.collection != table::text(row.collection))
        score -= 30;
    if (kind == AliasKind::Download && asked.dataset == table::text(row.dataset))
        score += 1;
    const std::optional<AcademicYear> year = spelling.year ? spelling.year : asked.year;
    if (year && !isPrintedFor(row, *year))
        score -= 6;
    // The table often has the identifying form and the research form of one field, told apart by "_anon" alone.
    if (spelling.anonymous != (std::strstr(table::text(row.name), "_anon") != nullptr))
        score -= 2;
    return std::max(score, 1);
}

} // namespace

std::vector<Candidate> resolve(QStringView name, QStringView collection, std::optional<AcademicYear> year)
{
    const QByteArray hint = collection.trimmed().toUtf8();
    const QByteArray utf8 = name.trimmed().toUtf8();
    const Asked asked = askedBy(hint, year);

    std::vector<Candidate> candidates;
    for (const Spelling& spelling : spellingsOf({utf8.constData(), static_cast<std::size_t>(utf8.size())})) {
        // Endings of Key Stage 4 measures are taken off only where nothing else was found.
        if (spelling.isLastResort && !candidates.empty())
            break;
        for (const table::AliasRow& alias : aliasesOf(spelling.key)) {
            if (alias.kind == AliasKind::Base && !spelling.isLastResort && !candidates.empty())
                continue;
            const table::ItemRow& row = table::items[alias.item];
            if (spelling.onlyCounted && !std::strstr(table::text(row.name), "[n]"))
                continue;
            const Candidate candidate{.item = ItemId{alias.item},
                                      .year = spelling.year,
                                      .term = spelling.term,
                                      .repeat = spelling.repeat,
                                      .anonymised = spelling.anonymous,
                                      .score = scoreOf(row, alias.kind, spelling, asked)};
            const auto same = std::find_if(candidates.begin(), candidates.end(),
                                           [&](const Candidate& c) { return c.item == candidate.item; });
            if (same == candidates.end())
                candidates.push_back(candidate);
            else if (same->score < candidate.score)
                *same = candidate;
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : a.item < b.item;
    });
    if (candidates.size() > mostCandidates)
        candidates.resize(mostCandidates);
    return candidates;
}

} // namespace catalogue
