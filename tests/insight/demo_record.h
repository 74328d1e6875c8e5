// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"

#include <optional>

// The invented child of resources/demo, read by the readers and numbered as an extract would number it; nothing
// where that folder is not there.
[[nodiscard]] std::optional<record::Record> demoRecord();
