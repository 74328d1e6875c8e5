// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/timeline_model.h"
#include "catalogue/context.h"

#include <functional>

class QFrame;

namespace app {

// Small windows over the timeline that close with Escape or a click elsewhere and own themselves. The caller places
// and shows them.

// The list of what a number counts; `take` gets the key of the mark that was chosen.
[[nodiscard]] QFrame* runPopup(QWidget* parent, const TimelineModel& model, int lane, int first, int count,
                               const std::function<void(const QString&)>& take);
// What changed for everybody, where that is known from, and how well it was checked.
[[nodiscard]] QFrame* contextPopup(QWidget* parent, const catalogue::Context& context);
// Asks for a time; stays open and says so where it cannot be understood.
[[nodiscard]] QFrame* momentPopup(QWidget* parent, const insight::Timeline& timeline,
                                  const std::function<void(const TimeRange&)>& go);

} // namespace app
