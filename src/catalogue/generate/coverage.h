// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/generate/emit.h"

#include <filesystem>
#include <ostream>

namespace generate {

// Who is in which collection, the terms of the census, the table of years as printed, codes of schools outside.
void writeCoverage(const std::filesystem::path& data, Pool& pool, std::ostream& out);

} // namespace generate
