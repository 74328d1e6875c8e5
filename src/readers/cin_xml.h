// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/format.h"

namespace readers {

// The Children in Need census as a local authority sends it. Files of every year were seen to break their own schema,
// so nothing is measured against one: what stands there is read, whatever its order.
[[nodiscard]] const Format& cinXmlFormat();

} // namespace readers
