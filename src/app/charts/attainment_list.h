// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/panel_layout.h"

class QPainter;

namespace app {

// The rows of a panel without a scale: what it is called, and what was given, in words; open where nothing was.
void paintList(QPainter& painter, const insight::AttainmentPanel& panel, const PanelPlace& place);

} // namespace app
