// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/time_scale.h"
#include "insight/timeline.h"

#include <optional>

namespace app {

// A time as a person types it: "2010", "2009/10", "spring 2010", "3 May 2009", "May 2009", "03/05/2009", "Year 4",
// "reception", "age 9". Nothing where it cannot be understood.
[[nodiscard]] std::optional<TimeRange> momentTyped(const QString& text, const insight::Timeline& timeline);

} // namespace app
