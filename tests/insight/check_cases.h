// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder.h"
#include "register/school_directory.h"

#include <functional>
#include <vector>

// A record in which a rule must speak, and one close by in which it must not.
struct CheckCase {
    const char* rule;
    std::function<record::Record()> fires;
    std::function<record::Record()> silent;
};

[[nodiscard]] const std::vector<CheckCase>& checkCases();
[[nodiscard]] std::vector<CheckCase> casesOnPerson();
[[nodiscard]] std::vector<CheckCase> casesOnSchooling();
[[nodiscard]] std::vector<CheckCase> casesOnResults();

// Five springs of one child, and one of another birth date, number and school among them; the other child's row is
// cut into two entries as the reader of wide tables does.
[[nodiscard]] record::Record otherChild();

// 0002001 was open from 1990 to 2010, 0002002 since 1950, 0004001 since 2012.
[[nodiscard]] const registry::School* casesSchools(QStringView number, QDate day);
