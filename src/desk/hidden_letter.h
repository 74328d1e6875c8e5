// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/hidden_words.h"
#include "desk/sitting.h"

namespace desk {

// A letter in at-risk mode. Its passages that nobody touched become those of a letter that leaves out what locates;
// what somebody wrote into it loses the hidden words. `clear` and `masked`: the snapshot with and without them, with
// the letter's concern in each.
struct RiskPair {
    const Snapshot& clear;
    const Snapshot& masked;
    const HiddenWords& words;
};
[[nodiscard]] requests::Request maskedForRisk(requests::Request request, const RiskPair& pair);

// What is saved again out of a masked request: writer and passages as they stood in the file, where nobody changed
// them.
[[nodiscard]] requests::Request unmaskedAgain(requests::Request changed, const requests::Request& before,
                                              const requests::Request& masked);

// How many runs of dots stand in a draft as the file holds it: nobody could tell any more what they hid when the passage
// was saved. The letter must not be sent like that.
[[nodiscard]] int dotsLeftIn(const QString& draft);

} // namespace desk
