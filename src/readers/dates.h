// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>

namespace readers {

// How a date was spelled. Nothing here decides for a column: `swapped` is what the other order of day and month
// would give, where it would give a date at all.
struct DateReading {
    enum class Form { YearFirst, DayFirst, MonthFirst, MonthName, Compact, Serial };
    QDate date;
    Form form = Form::YearFirst;
    QDate swapped; // day and month the other way round; invalid where only one reading is possible
};

// Every spelling national files were seen to use: 2008-03-05 (with or without a time), 05/03/2008, 5.3.08,
// 2020-Apr-25 00:00:00, 5 March 2008, 20080305, 05032008. "1/13/05" can only be month first. Day first is read
// where both orders are possible. An Excel text guard (') before it is passed over.
[[nodiscard]] std::optional<DateReading> readDate(QByteArrayView text);
[[nodiscard]] std::optional<DateReading> readDate(const QString& text);

// Excel day number, "41885" or "41885.5": days since 1899-12-30, or since 1904-01-01 in workbooks that say so.
// Numbers outside 1928–2119 are no dates here.
[[nodiscard]] std::optional<DateReading> readSerial(QByteArrayView text, bool since1904 = false);
[[nodiscard]] std::optional<DateReading> readDateOrSerial(QByteArrayView text, bool since1904 = false);

} // namespace readers
