// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/census_told.h"

#include "insight/readings.h"

namespace insight {

CensusTold censusTold(const record::Record& record, const record::Decisions& decisions)
{
    const OwnEntries entries(record, decisions);
    Fields fields;
    CensusTold told;
    told.characteristics = readCharacteristics(entries, fields);
    told.accounts = readAccounts(told.characteristics, record, entries, fields);
    told.attendance = readAttendance(record, entries, fields);
    told.addresses = readAddresses(record, entries, fields);
    return told;
}

} // namespace insight
