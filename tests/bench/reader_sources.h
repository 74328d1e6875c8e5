// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/person.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace bench {

enum class Syntax { Xml, Csv, Json, Xlsx, Ods };

// A whole school or authority in one format: `one` is repeated for each pupil, with his number, name and birth date in
// the places "@UPN@", "@NUMBER@", "@SURNAME@", "@FORENAME@", "@BORN@" (2003-05-03) and "@DAY@" (03/05/2003).
struct Shape {
    const char* format; // as the readers call it
    const char* fileName;
    Syntax syntax;
    QByteArray head;
    QByteArray one;
    QByteArray between; // two pupils
    QByteArray tail;
};

[[nodiscard]] const std::vector<Shape>& shapes();

// All establishments, as "Get Information About Schools" lists them: a school for each pupil.
[[nodiscard]] const Shape& schoolDirectory();

// About `megabytes` of it, of a workbook before it is packed; the person stands in the middle.
[[nodiscard]] bool writeShape(const Shape& shape, const QString& path, int megabytes, const record::Person& person);

} // namespace bench
