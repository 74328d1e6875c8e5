// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/coverage.h"

namespace app {

// What a cell shows: the states of insight, with what may be held kept apart from what is sure.
enum class CoverSign { Here, NotHere, MayBe, NotAtThatAge, NotCollected, Cancelled, CannotTell };
inline constexpr std::array coverSigns{CoverSign::Here,         CoverSign::NotHere,      CoverSign::MayBe,
                                       CoverSign::NotAtThatAge, CoverSign::NotCollected, CoverSign::Cancelled,
                                       CoverSign::CannotTell};

[[nodiscard]] CoverSign signOf(const insight::CoverVerdict& verdict);
[[nodiscard]] QString cellWord(CoverSign sign);   // in the narrow cell: "not here"; empty where the sign is enough
[[nodiscard]] QString legendWord(CoverSign sign); // "should be here, is not"
[[nodiscard]] QString sentence(CoverSign sign);   // "It should be here, and is not."
[[nodiscard]] QString sectionTitle(catalogue::CoverageSection section);
// "By official tables.", "Printed in campaign documents.", "General knowledge, not checked."
[[nodiscard]] QString certaintySentence(catalogue::Certainty certainty);
[[nodiscard]] bool isHard(catalogue::CoverageSection section); // "this part may be hard to read"

} // namespace app
