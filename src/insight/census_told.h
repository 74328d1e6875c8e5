// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/addresses.h"
#include "insight/attendance.h"
#include "insight/census_account.h"

namespace insight {

// Everything the census page tells, from one reading of the record: asked one by one, the fields of a large record would
// be looked up four times.
struct CensusTold {
    std::vector<Characteristic> characteristics;
    std::vector<CharacteristicAccount> accounts; // beside the characteristics
    Attendance attendance;
    std::vector<Address> addresses;
};

[[nodiscard]] CensusTold censusTold(const record::Record& record, const record::Decisions& decisions);

} // namespace insight
