// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/json_people.h"

namespace readers {

// Every object that names a pupil: by a number, or by a name together with a birth date or a number of the system's own.
// What stands beside such an object in one and the same object belongs to it.
[[nodiscard]] std::vector<JsonPerson> peopleIn(const Json& json, int part);

// How the entries of one kind of record are called.
struct JsonEntryNames {
    QString collection; // key of catalogue/collections.h
    QString dataset;    // "mis": "mis:Learner", "mis:SENProvisionDetails" …
    QString person;     // of the entry with what stands in the pupil's object itself: "Learner"
};

// The pupil's object makes one entry; each object in a list inside it makes one of its own, with its own day.
[[nodiscard]] JsonMade entriesOf(const JsonPerson& person, const JsonEntryNames& names, bool otherPeopleToo);

} // namespace readers
