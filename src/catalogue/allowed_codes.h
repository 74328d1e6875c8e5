// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace catalogue {

// What the dictionary prints beside a field: "M = Male; F = Female", "0 (Not Included) ; 1 (Included)", "0 - 9, N",
// "1 - English as 1st language; …", "A Absent; B Working below …". The forms differ from table to table.
struct AllowedCodes {
    enum class Fit {
        Labelled, // the code is there with a label
        Listed,   // it is there without one, or inside a printed range of numbers
        Absent,   // there is a list and it is not in it
        NoList,   // no list to look in
    };
    Fit fit = Fit::NoList;
    QString label;
};

[[nodiscard]] AllowedCodes lookUpAllowed(QStringView printed, QStringView raw);

} // namespace catalogue
