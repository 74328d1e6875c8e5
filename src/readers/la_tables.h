// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/format.h"

#include <QStringList>

namespace readers {

// Tables a local authority draws from what schools and services send it: young people's destinations (NCCIS),
// attendance, census, results at 16. Their headings are the authority's own; the fields are national ones.
enum class LaLayout { None, Nccis, Attendance, Census, KeyStage4 };
[[nodiscard]] LaLayout laLayout(const QStringList& headings);

[[nodiscard]] const Format& laTablesFormat();

} // namespace readers
