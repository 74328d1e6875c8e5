// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

#include <functional>

namespace app {

// What is written on a mark: words in ink, the code after them in a lighter ink. Both empty: nothing fits, and the
// mark names itself when it is focused.
struct MarkLabel {
    QString words;
    QString code;
    bool operator==(const MarkLabel&) const = default;
};

using TextWidth = std::function<double(const QString&)>;

// The fullest of meaning and code, meaning, short meaning, code that fits. Nothing is ever cut off with dots.
[[nodiscard]] MarkLabel labelFor(const insight::Mark& mark, double available, double gap, const TextWidth& width);

// A name for a narrow column: what stands before a colon or in brackets goes first, then words from the end. Never cut
// inside a word unless the first word alone is too long; then it is empty and the caller takes a smaller font.
[[nodiscard]] QString wholeWords(const QString& name, double available, const TextWidth& width);

} // namespace app
