// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/finding_runs.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t mostAlike = 4; // shown one by one
constexpr std::size_t firstOfMany = 2;

} // namespace

std::vector<FindingRun> runsOfRules(std::span<const insight::Finding* const> group,
                                    const std::function<bool(const QString& rule)>& asked)
{
    std::vector<FindingRun> runs;
    while (!group.empty()) {
        const QString& rule = group.front()->rule;
        const auto end = std::find_if(group.begin(), group.end(), [&](const insight::Finding* finding) { return finding->rule != rule; });
        const auto alike = std::size_t(end - group.begin());
        const std::size_t shown = alike <= mostAlike || asked(rule) ? alike : firstOfMany;
        runs.push_back({group.first(shown), alike - shown});
        group = group.subspan(alike);
    }
    return runs;
}

} // namespace app
