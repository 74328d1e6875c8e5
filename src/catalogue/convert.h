// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/academic_year.h"
#include "catalogue/certainty.h"
#include "catalogue/table.h"

#include <QString>

#include <optional>

// From the compiled table to the values of the public headers.
namespace catalogue::table {

inline QString string(Text offset)
{
    return QString::fromUtf8(text(offset));
}

inline QString string(char letter)
{
    return letter == '\0' ? QString() : QString(QLatin1Char(letter));
}

inline std::optional<AcademicYear> year(std::int16_t start)
{
    return start == 0 ? std::nullopt : std::optional(AcademicYear{start});
}

inline Certainty certainty(std::uint8_t number)
{
    return static_cast<Certainty>(number);
}

} // namespace catalogue::table
