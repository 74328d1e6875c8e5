// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace app {

// How every table of the window behaves and looks before it adds its own: one thing chosen at a time, nothing edited,
// no grid and no frame, Tab leaves it, it scrolls smoothly, and arriving with the keyboard chooses nothing yet.
void makeQuiet(QTableView* table);

} // namespace app
