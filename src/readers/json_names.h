// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/pupil_match.h"

namespace readers {

// What the name of a member says. A file repeats a dozen names a hundred thousand times, and finding this out takes
// regular expressions and the dictionary: it is worked out once a name.
struct JsonName {
    IdentityField identity = IdentityField::None; // as a table's heading would be read
    // It speaks of somebody else: contacts, siblings, staff. Empty if it does not; else the stable phrase of reports and
    // markers. Systems name such members in many ways ("ContactDetails", "parent_1_name", "emergencyContacts"), so it
    // goes by the first word.
    QLatin1StringView others;
    QString item; // the field of the School Census that it clearly is; empty if none
};
[[nodiscard]] JsonName jsonName(const QString& memberName);

} // namespace readers
