// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace fixture {

// Tab through the whole window until it comes round; every stop must have a name. Returns the number of stops, -1 where
// one has none or the walk gets stuck.
[[nodiscard]] int walk(QWidget* window, bool forward);

} // namespace fixture
