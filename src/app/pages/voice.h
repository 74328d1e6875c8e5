// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sitting.h"

namespace app {

// Whom the sentences speak to. Somebody of 18 reads their own record ("your years"); under 18 it is most often a
// parent who reads ("Noor's years").
struct Voice {
    bool own = true;
    QString name; // first of the given names

    [[nodiscard]] static Voice of(const desk::Snapshot& snapshot);
};

} // namespace app
