// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/timeline_scene.h"

#include <QAccessible>

namespace app {

class TimelineView;

// Painted marks and headings for screen readers: a list below the view, one child a mark in an open lane, made when
// asked for and bound to the mark's key, so that zoom, folding and a new snapshot never leave a child pointing at
// something else.
void installTimelineAccessibility(); // once; further calls do nothing
// Folded, opened or another record: children are numbered anew.
void forgetTimelineChildren(TimelineView* view);
// The number of the child that stands for a spot; -1 if it is folded away.
[[nodiscard]] int timelineChildOf(TimelineView* view, const Spot& spot);

} // namespace app
