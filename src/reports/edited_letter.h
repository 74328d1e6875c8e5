// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requests/letter.h"

namespace reports {

// A letter as kept in a draft: JSON, schema 1. Round trip is exact; unreadable text gives nothing.
[[nodiscard]] QString letterToJson(const requests::Letter& letter);
[[nodiscard]] std::optional<requests::Letter> letterFromJson(const QString& json);

} // namespace reports
