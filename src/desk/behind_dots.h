// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace desk {

// What stands behind each run of dots in `changed`, in their order; nothing where nobody can tell any more. `held` is a
// passage as it stands in the file, `shown` the same with dots in it, `changed` what the writer made of the latter. Dots
// that all hid one and the same text still stand for it; others do where the words at both sides of them are still theirs.
// A wrong address in a letter is worse than dots, so nothing is guessed.
using BehindDots = std::vector<std::optional<QString>>;
[[nodiscard]] BehindDots behindDots(const QString& held, const QString& shown, const QString& changed);

// `text` with the next of them put in; `next` is moved on.
[[nodiscard]] QString filledIn(const QString& text, const BehindDots& behind, std::size_t& next);

} // namespace desk
