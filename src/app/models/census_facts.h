// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/fact_model.h"
#include "insight/addresses.h"
#include "insight/attendance.h"
#include "insight/census_account.h"

namespace app {

// The census page in words and rows: what insight found, told to a person. `masked`: nothing of what was answered
// stands in the result, under any name.

// A heading for the margin and what stands right of it.
struct Told {
    QString label;
    QString words;
};
// What changed and when, what a study would take over and by which rule, the last answer.
[[nodiscard]] std::vector<Told> toldOf(const insight::CharacteristicAccount& account, bool masked);
[[nodiscard]] FactTable answersTable(const insight::CharacteristicAccount& account, bool masked);
// What each code meant in which years; no rows where the answers are plain texts.
[[nodiscard]] FactTable codesTable(const insight::CharacteristicAccount& account, bool masked);

[[nodiscard]] FactTable absenceTable(const insight::Attendance& attendance);
[[nodiscard]] FactTable exclusionTable(const insight::Attendance& attendance);
[[nodiscard]] FactTable addressTable(const std::vector<insight::Address>& addresses, bool masked);

} // namespace app
