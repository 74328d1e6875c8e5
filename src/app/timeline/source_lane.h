// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

namespace app {

// "Came from": under each term the things the person was given that speak of it, or of its whole school year. A row of its own below all groups, drawn close up alone: over a whole life every file would lie under
// every other. Documents say nothing of when they were made, so no day is drawn for that.
inline constexpr QLatin1StringView sourcesKey("came.from");
[[nodiscard]] inline bool isSources(const insight::Lane& lane) { return lane.key == sourcesKey; }

[[nodiscard]] insight::Timeline withSources(insight::Timeline timeline, const record::Record& record,
                                            const record::Decisions& decisions);

} // namespace app
