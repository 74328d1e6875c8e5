// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/tokens.h"

#include <QIcon>

namespace app {

// One of our own icons (resources/icons), drawn in a colour of the set in force at the moment of painting: a change
// of theme needs no new icon. Disabled icons take the colour of disabled text.
[[nodiscard]] QIcon icon(const QString& name, QColor Tokens::* colour = &Tokens::ink);

// For painters of their own: `size` in logical pixels. Cached by name, size, colour and ratio.
[[nodiscard]] QPixmap iconPixmap(const QString& name, int size, const QColor& colour, double ratio);

} // namespace app
