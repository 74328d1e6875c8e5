// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"
#include "requests/request.h"

namespace app {

// "My requests": a letter sent reaches from its day to the day the answer is due (or to today, where it is late); a
// draft stands at the day it was last changed. Insight knows no requests, so the window adds this lane itself.
[[nodiscard]] insight::Timeline withRequests(insight::Timeline timeline,
                                             const std::vector<requests::Request>& requests);

} // namespace app
