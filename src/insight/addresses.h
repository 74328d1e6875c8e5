// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

namespace insight {

// A home as one entry states it. All of it tells where a person is: whoever shows it hides it until asked.
struct Address {
    record::EntryId entry;
    std::optional<catalogue::AcademicYear> year;
    QString when;     // "Spring census 2010"
    QString lines;    // "14, Alder Row, Netherby": house to county, as delivered
    QString postcode;
    QString areas;    // codes of the small areas around it: "LSOA11 E01009999"
    QString document;
    bool changed = false; // another postcode, or where none is given another first line, than the one before
    std::vector<record::ValueId> values;
};

// In time order, undated last. Homes only: where a child was placed in care is told by the care lanes, schools by
// theirs.
[[nodiscard]] std::vector<Address> addresses(const record::Record& record, const record::Decisions& decisions);

} // namespace insight
