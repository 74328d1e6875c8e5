// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "life.h"

#include <map>

namespace stories {

// What coverage and timeline must say of a life, worked out from the life itself and never from what was read of it.
struct Statements {
    struct Cover {
        QString collection;
        int start = 0; // of the academic year
        int term = -1; // autumn 0, spring 1, summer 2; -1: the whole year
        QString state;
    };
    std::vector<Cover> covers;
    std::map<QString, int> marks; // lane → how many it must hold; 0: there must be no such lane
};

// Of a life as it was made, with nothing planted in it.
[[nodiscard]] Statements statementsOf(const Life& life, Kind kind);

} // namespace stories
