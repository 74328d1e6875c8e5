// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/masked_text.h"

namespace base {

namespace {
constexpr QChar dot(0x2022);
}

QString maskedNumber(const QString& number)
{
    if (number.size() <= 5)
        return QString(number.size(), dot);
    return number.left(1) + QString(number.size() - 3, dot) + number.right(2);
}

QString maskedWhole()
{
    return QString(6, dot);
}

} // namespace base
