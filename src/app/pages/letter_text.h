// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requests/letter.h"

#include <QTextFormat>

class QTextDocument;
class QTextBlock;

namespace app {

// The letter as text to type in, and back. Each block knows the part it belongs to by a block property, so a part
// keeps its place however much is typed into it.
inline constexpr int partProperty = QTextFormat::UserProperty + 1;   // index into Letter::parts
inline constexpr int strongProperty = QTextFormat::UserProperty + 2; // a run in bold
inline constexpr int blankProperty = QTextFormat::UserProperty + 3;  // words of a blank; typed over, it is none

void writeLetter(QTextDocument* document, const requests::Letter& letter);
// Parts, their order and everything but the lines come from `like`.
[[nodiscard]] requests::Letter readLetter(const QTextDocument* document, const requests::Letter& like);
[[nodiscard]] int partOf(const QTextBlock& block); // −1: none

// A newly composed letter that keeps the passages somebody changed by hand: a part that differs between `before` (as
// composed then) and `edited` stays as edited.
[[nodiscard]] requests::Letter keepEdits(const requests::Letter& before, const requests::Letter& edited,
                                         requests::Letter after);
// Ids of the parts that keepEdits would keep.
[[nodiscard]] QStringList editedParts(const requests::Letter& composed, const requests::Letter& edited);

} // namespace app
