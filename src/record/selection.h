// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/person.h"

namespace record {

// Whose data to take out of a source.
struct Selection {
    bool everyone = false;         // one pass, an entry stream per pupil
    Person person;                 // if not everyone
    bool onlyPupilFits = false;    // a source with exactly one pupil may be taken although name or date differ (asked for)
    bool otherPeopleToo = false;   // contacts, siblings, carers inside the person's part: ticked by the person
};

} // namespace record
