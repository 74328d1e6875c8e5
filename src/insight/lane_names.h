// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace insight {

// A name of a lane for a column of about 17 letters: no other lane of its group has it, and it says no less than
// where the whole name would be cut. Empty: the whole name is short enough, or nobody has thought of a shorter one.
[[nodiscard]] QString shortLaneTitle(const QString& laneKey);

} // namespace insight
