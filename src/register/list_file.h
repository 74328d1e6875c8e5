// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "register/release.h"
#include "register/totals.h"

#include <QByteArray>

namespace registry {

// The JSON of resources/register, schema 1. A fact without a source, an unknown source or status, or a date that is
// none is refused: a list that cannot say where it has something from is not shown. InputUnreadable, `where` names
// the release or figure.
[[nodiscard]] base::Result<Edition> readEdition(const QByteArray& json);
[[nodiscard]] base::Result<std::vector<Total>> readTotals(const QByteArray& json);

} // namespace registry
