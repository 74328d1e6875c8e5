// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/parts.h"
#include "app/timeline/timeline_file.h"

namespace app {

class TimelineView;

using SaidAfterSaving = std::function<void(Notice::Kind, const QString& title, const QString& text)>;

// Asks for a place and saves what the view shows; asks for a printer and prints it. `said` hears how it went.
void saveTimeline(TimelineView* view, PictureFormat format, const SaidAfterSaving& said);
void printTimeline(TimelineView* view, const SaidAfterSaving& said);

} // namespace app
