// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"

namespace desk {

// The support copy (readers/support_copy.h) of a record file: how its documents were read and what stands under which
// field, by shape. No value, name, number or date.
[[nodiscard]] QString supportCopyOf(const record::Record& record);

} // namespace desk
