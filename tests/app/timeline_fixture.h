// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

// Timelines made in code: one small invented life, and one lane of as many marks as are asked for.
namespace fixture {

[[nodiscard]] insight::Mark span(const QString& key, QDate from, QDate to, const QString& label,
                                 const QString& code = {}, qint64 value = 0);
// School; ethnic group with an odd year and a missing one; results of one stage; care, hard to read; one release.
[[nodiscard]] insight::Timeline life();
// `count` marks of one day each, `apart` days apart from 1 January 2002.
[[nodiscard]] insight::Lane crowded(int count, int apart);

} // namespace fixture
