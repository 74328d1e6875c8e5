// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/attendance.h"
#include "insight/fields.h"

namespace insight {

// The absence columns, read once for page and timeline: school years in time order. The birth date gives a year its
// group where no entry says one; it may be invalid.
[[nodiscard]] std::vector<AbsenceYear> absenceYears(const OwnEntries& entries, Fields& fields, QDate born);

// The letters that counted so in a year, as the tables print them.
[[nodiscard]] QStringList absenceLetters(ReasonKind kind, catalogue::AcademicYear year);

} // namespace insight
