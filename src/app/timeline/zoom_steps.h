// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/time_scale.h"
#include "insight/timeline.h"

namespace app {

inline constexpr double zoomStep = 1.5;    // of a key or a button
inline constexpr double shortestDays = 21; // closer than that there is nothing more to see

// Steps of meaning, not of pixels.
enum class ZoomStep { Life, Phase, SchoolYear, Term };

// What a step shows around a moment: the phase of schooling (before school, primary, secondary, after 16, after
// school), the school year or the term in which it lies, with a little of what is beside it.
[[nodiscard]] TimeRange stepRange(const insight::Timeline& timeline, ZoomStep step, double day,
                                  const TimeRange& limits);
// The step that a stretch of time comes nearest to.
[[nodiscard]] ZoomStep stepOf(const TimeRange& range, const TimeRange& limits);

// Close up: the school years, or the one term, that a stretch of time mostly shows; a margin beside them does not
// count.
[[nodiscard]] TimeRange namedTime(const TimeRange& range);

// The birthday at which a person reaches an age: who was born on 29 February has it on 1 March of other years.
[[nodiscard]] QDate birthday(QDate born, int age);

} // namespace app
