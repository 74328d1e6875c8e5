// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QCoreApplication>

namespace extract {

// The translation context of everything this room says.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(extract::Words)
};

// What a result code of SQLite means for the reader. SQLite's own message is left out: it may quote a value.
[[nodiscard]] base::Error failureOf(int code);

[[nodiscard]] base::Error damaged();
[[nodiscard]] base::Error inUse();
[[nodiscard]] base::Error readOnly();
[[nodiscard]] base::Error cannotWrite();

} // namespace extract
