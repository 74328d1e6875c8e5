// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/label_rule.h"
#include "app/timeline/time_scale.h"
#include "catalogue/context.h"

#include <QRectF>

#include <vector>

namespace app {

// Where the name of a band of context stands: in the first or second line of the strip, or nowhere if there is no room
// for it (the band is drawn all the same, and names itself when it is focused).
struct ContextLabel {
    int context = 0; // place in the list
    int line = -1;
    double left = 0;
    double width = 0;
};

// From left to right, no two on each other; only bands that reach into the range.
[[nodiscard]] std::vector<ContextLabel> contextLabels(const std::vector<catalogue::Context>& contexts,
                                                      const TimeScale& scale, double gap, const TextWidth& width);

} // namespace app
