// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/lane_layout.h"

namespace app {

// How the timeline was left, remembered outside the record file: which groups are folded, whether the bands of
// context show. Nothing that tells of a record: a group that may be hard to read is never in it.
struct TimelineSettings {
    FoldedGroups groups;
    bool context = true;

    [[nodiscard]] static TimelineSettings load();
    void save() const;
};

} // namespace app
