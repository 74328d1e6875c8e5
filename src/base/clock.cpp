// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QTimeZone>

namespace base {

QDate Clock::today() const
{
    return m_fixed.value_or(QDate::currentDate());
}

QDateTime Clock::now() const
{
    if (m_fixed)
        return {*m_fixed, QTime(12, 0), QTimeZone::utc()};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return now.addMSecs(-now.time().msec());
}

} // namespace base
