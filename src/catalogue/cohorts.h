// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/academic_year.h"

namespace catalogue {

// Arithmetic from a birthday. It gives what is usual; the record's own year group and academic year always win.
[[nodiscard]] int cohortOf(QDate born); // calendar year of the 1 September on or before the birthday
[[nodiscard]] int ageOn(QDate born, QDate day); // whole years; 29 February counts from 1 March in other years
[[nodiscard]] int ageAtStart(QDate born, AcademicYear year); // whole years on 31 August before it
// Reception 0, Year 1 = 1, … Year 13 = 13; below 0 or above 13 outside school age.
[[nodiscard]] int yearGroup(QDate born, AcademicYear year);
[[nodiscard]] AcademicYear yearOfGroup(QDate born, int group);
[[nodiscard]] QString yearGroupText(int group); // "Reception", "Year 4"; empty outside 0–13 (nursery: "Nursery" for −1, −2)

} // namespace catalogue
