// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "life.h"

#include <functional>

namespace stories {

// One thing put into a life that does not belong there, and what a check has to say of it.
struct Fault {
    const char* name;
    QStringList must; // rules that have to speak
    QStringList may;  // rules that may speak as well: the fault shows from two sides
    std::function<bool(Life&, Chance&)> plant; // false: this life has no place for it
};
[[nodiscard]] const std::vector<Fault>& faults();

} // namespace stories
