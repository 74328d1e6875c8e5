// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

namespace insight {

// What has no time comes after everything that has one.
[[nodiscard]] inline QDate undatedLast(QDate day)
{
    return day.isValid() ? day : QDate(9999, 1, 1);
}

} // namespace insight
