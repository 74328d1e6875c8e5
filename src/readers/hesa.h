// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/format.h"

namespace readers {

// Records the Higher Education Statistics Agency holds of a student: the teacher training record as it was published,
// and any other record that writes its fields the same way (F_BIRTHDTE, F_SURNAME, F_ULN).
[[nodiscard]] const Format& hesaFormat();

} // namespace readers
