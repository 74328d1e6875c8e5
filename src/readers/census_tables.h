// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/academic_year.h"
#include "readers/format.h"

#include <optional>

namespace readers {

// The School Census as a local authority holds it: one CSV for each table and term, joined by the number of the
// pupil's row (pupilonrolltableid, pupilnolongeronrolltableid).
[[nodiscard]] const Format& censusTablesFormat();

// What a file's name says about its term, "2024_autumn_pupilonroll.csv"; nothing else in such a table says it.
struct CensusMoment {
    catalogue::AcademicYear year;
    catalogue::Term term = catalogue::Term::None;
};
[[nodiscard]] std::optional<CensusMoment> censusMomentOf(const QString& fileName);

} // namespace readers
