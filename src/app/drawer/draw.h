// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/drawing.h"

#include <QByteArray>

namespace app {

// One page of a document, `width` pixels wide; 0: only how many pages there are.
[[nodiscard]] Drawing drawPdf(const QByteArray& bytes, int page, int width, const PaperLimits& limits);
[[nodiscard]] Drawing drawPicture(const QByteArray& format, const QByteArray& bytes, int page, int width,
                                  const PaperLimits& limits);

// What the drawing program gives up before it reads a byte: memory and time without end, writing, sockets, starting
// programs. False where the system does not allow it to.
[[nodiscard]] bool giveUpRights(const PaperLimits& limits);

} // namespace app
