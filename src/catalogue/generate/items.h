// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/generate/emit.h"

#include <filesystem>
#include <ostream>

namespace generate {

// Items, their datasets, the index of names, and what the rule files say about them.
void writeItems(const std::filesystem::path& data, Pool& pool, std::ostream& out);

} // namespace generate
