// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/checks/finding.h"

#include <functional>
#include <span>

namespace app {

// Findings of one rule that stand one after the other: the first of them, and how many are folded away behind them.
struct FindingRun {
    std::span<const insight::Finding* const> shown; // never empty; into the group that was given
    std::size_t folded = 0;
};

// Nobody reads the same sentence forty times: of a rule that found much, the first few stand for the rest until
// somebody asks for all of them. `asked` says of which rules somebody did.
[[nodiscard]] std::vector<FindingRun> runsOfRules(std::span<const insight::Finding* const> group,
                                                  const std::function<bool(const QString& rule)>& asked);

} // namespace app
