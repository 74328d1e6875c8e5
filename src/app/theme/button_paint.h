// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QString;
class QStyleOption;
class QStyleOptionButton;
class QWidget;

namespace app {

// Buttons: filled, framed, quiet, like a link, and rows of them drawn joined.
void drawButtonPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget);
void drawButtonLabel(const QStyleOptionButton* button, bool underlineShortcut, QPainter* painter,
                     const QWidget* widget);
// The joined row of exclusive buttons: one frame around all, the chosen one washed with a bar beneath. `place`:
// "first", "middle", "last" or "only".
void drawSegment(const QStyleOption* option, QPainter* painter, const QString& place);

} // namespace app
