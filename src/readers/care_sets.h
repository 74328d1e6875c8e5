// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/source.h"

#include <optional>
#include <vector>

namespace readers {

// One table of a care return, before it is read.
struct CareTable {
    int part = 0;
    QString name;      // of the file; of the sheet, where a workbook holds several tables
    QString container; // of the zip; of the workbook, where it holds several tables
    bool names = false; // it is the table of children: pupil numbers and birth dates stand there
    QString sheet = {};
};

// Which table of children each other table belongs to: −1 where none was given. The numbers mean something inside one
// authority's return of one year alone, so tables are joined only where the files came in one zip or are named alike
// ("2020_header.csv", "2020_episodes.csv"). ChoiceNeeded where several could be meant.
struct CareJoin {
    int table = 0; // place among the tables
    int children = -1;
};
[[nodiscard]] base::Result<std::vector<CareJoin>> joinCareTables(const std::vector<CareTable>& tables);

// The same for tables that were given without their list of children and are named alike.
[[nodiscard]] QString careSetOf(const CareTable& table);

// The year a file's name speaks of, where it says one.
[[nodiscard]] std::optional<int> careYearOf(const QString& fileName);

} // namespace readers
