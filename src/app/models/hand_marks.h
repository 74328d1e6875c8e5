// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/attainment.h"
#include "insight/timeline.h"

namespace app {

// What was written in by the person is told apart from what was delivered wherever it is shown: a drawn pen and words.
[[nodiscard]] QString writtenByHand(const QString& words);      // "✎ White Irish, by me"
[[nodiscard]] QString writtenByHandShort(const QString& words); // "✎ White Irish"
[[nodiscard]] QString writtenByHandSpoken(const QString& words); // "White Irish, written in by me"
// Only where nothing delivered says the same result.
[[nodiscard]] bool isByHand(const insight::ResultRow& row);

// The timeline with the marks that rest on nothing else labelled so. A mark that also rests on what was delivered says
// the same with or without: it stays.
[[nodiscard]] insight::Timeline markedByHand(insight::Timeline timeline);

} // namespace app
