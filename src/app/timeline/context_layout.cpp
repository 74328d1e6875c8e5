// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/context_layout.h"

#include <algorithm>
#include <array>

namespace app {

std::vector<ContextLabel> contextLabels(const std::vector<catalogue::Context>& contexts, const TimeScale& scale,
                                        double gap, const TextWidth& width)
{
    std::vector<ContextLabel> labels;
    std::array<double, 2> taken{scale.left, scale.left}; // to which each line is filled
    const double right = scale.left + scale.width;
    for (int n = 0; n < static_cast<int>(contexts.size()); ++n) {
        const catalogue::Context& one = contexts[static_cast<std::size_t>(n)];
        const TimeRange time = rangeOf(one.from, one.to);
        if (time.to <= scale.range.from || time.from >= scale.range.to)
            continue;
        ContextLabel label{n, -1, 0, width(one.title)};
        // At the beginning of its band, or as far left of the edge as it must.
        const double wanted = std::clamp(scale.x(time.from), scale.left + gap,
                                         std::max(scale.left + gap, right - label.width - gap));
        // The same words right after each other are said once.
        const bool again = !labels.empty() && labels.back().line >= 0 &&
                           contexts[static_cast<std::size_t>(labels.back().context)].title == one.title &&
                           wanted < labels.back().left + labels.back().width + gap;
        for (std::size_t line = 0; line < taken.size() && label.line < 0 && !again; ++line) {
            // A little to the left is near enough to its band.
            const double left = std::max(taken[line] + gap, wanted - label.width / 2);
            if (left > wanted || left + label.width > right)
                continue;
            label.line = static_cast<int>(line);
            label.left = std::max(left, std::min(wanted, right - label.width) - gap);
            taken[line] = label.left + label.width;
        }
        labels.push_back(label);
    }
    return labels;
}

} // namespace app
