// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/format.h"

namespace readers {

// Returns of local authorities about children, as a set of CSV tables joined by the authority's own number of the
// child. The pupil number stands in one of them alone: header.csv of the looked-after return (SSDA903), and
// ChildIdentifiers.csv of the Children in Need census.
[[nodiscard]] const Format& ssda903TablesFormat();
[[nodiscard]] const Format& cinTablesFormat();

} // namespace readers
