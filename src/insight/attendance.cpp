// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/attendance.h"

#include "insight/absence_years.h"
#include "insight/exclusion_cases.h"
#include "insight/readings.h"

namespace insight {

std::optional<double> AbsencePart::missed() const
{
    if (overall)
        return overall;
    return authorised && unauthorised ? std::optional(*authorised + *unauthorised) : std::nullopt;
}

std::optional<double> AbsencePart::least() const
{
    if (const auto whole = missed())
        return whole;
    return authorised ? authorised : unauthorised;
}

Attendance attendance(const record::Record& record, const record::Decisions& decisions)
{
    const OwnEntries entries(record, decisions);
    Fields fields;
    return readAttendance(record, entries, fields);
}

Attendance readAttendance(const record::Record& record, const OwnEntries& entries, Fields& fields)
{
    return {absenceYears(entries, fields, record.person.born), exclusionCases(entries, fields)};
}

} // namespace insight
