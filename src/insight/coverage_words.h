// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/coverage.h"
#include "insight/coverage_evidence.h"

// The sentences of a cell. Reading age about 12; nothing is said more surely than it is known.
namespace insight::coverwords {

// "In 2015/16 that is Year 2 by date of birth."
[[nodiscard]] QString place(const YearGroup& group, catalogue::AcademicYear year);
// Whom the collection is about: "Schools send it in for every pupil in Year 2."
[[nodiscard]] QString whom(const catalogue::CoverageRule& rule);
// Whether it is known at all whom the collection is about.
[[nodiscard]] bool knowsAges(QStringView collection);
// "It is for Year 2. In 2012/13 that is Nursery by date of birth.": whom it was about in that year, and that the person
// was not among them.
[[nodiscard]] QString notAmong(QStringView collection, const YearGroup& group, catalogue::AcademicYear year);

[[nodiscard]] QString held(int entries);
[[nodiscard]] QString heldInTerms(const QStringList& here, const QStringList& missing);
[[nodiscard]] QString notBegun(catalogue::AcademicYear year);
[[nodiscard]] QString notYet(QDate from);
[[nodiscard]] QString takenIn(catalogue::AcademicYear year);
[[nodiscard]] QString notCollected(QStringView collection, catalogue::AcademicYear year);
[[nodiscard]] QString termNotCollected(catalogue::Term term, catalogue::AcademicYear year);
[[nodiscard]] QString cancelled(catalogue::AcademicYear year);
[[nodiscard]] QString notKnown(catalogue::AcademicYear year);
[[nodiscard]] QString believed(); // it goes on, as far as is known
[[nodiscard]] QString outside(catalogue::OutsideSchool kind);
[[nodiscard]] QString noSchool(const NoSchool& gap);
[[nodiscard]] QString termNotSaid();
[[nodiscard]] QString countedLater();
[[nodiscard]] QString inCare();
[[nodiscard]] QString schoolInstead();  // of a college or training, in that year
[[nodiscard]] QString collegeInstead(); // of a school
[[nodiscard]] QString noAge();

[[nodiscard]] QString joined(std::initializer_list<QString> sentences);

} // namespace insight::coverwords
