// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/addresses.h"
#include "insight/attendance.h"
#include "insight/census_account.h"
#include "insight/fields.h"

namespace insight {

// What census.h and its neighbours offer, with one Fields for all, for callers in this room that ask more than once.
[[nodiscard]] std::vector<Characteristic> readCharacteristics(const OwnEntries& entries, Fields& fields);
// One beside each characteristic.
[[nodiscard]] std::vector<CharacteristicAccount> readAccounts(const std::vector<Characteristic>& characteristics,
                                                             const record::Record& record, const OwnEntries& entries, Fields& fields);
[[nodiscard]] Attendance readAttendance(const record::Record& record, const OwnEntries& entries, Fields& fields);
[[nodiscard]] std::vector<Address> readAddresses(const record::Record& record, const OwnEntries& entries, Fields& fields);
[[nodiscard]] QString keyInEntry(const record::Entry& entry, const record::Value& value, Fields& fields);
// Same code, or the same words of two years' codes.
[[nodiscard]] bool sameReading(const Reading& a, const Reading& b);

} // namespace insight
