// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/coverage.h"

namespace insight {

// What the printed table of sources says about a collection and year, beside the official years.
[[nodiscard]] PrintedCell printedCell(QStringView collection, catalogue::AcademicYear year);

} // namespace insight
