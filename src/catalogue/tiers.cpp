// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/tiers.h"

#include "catalogue/convert.h"

#include <cstring>

namespace catalogue {

namespace {

const char* schemeOf(Grading grading)
{
    switch (grading) {
    case Grading::Tier:
        return "tier";
    case Grading::Risk:
        return "risk";
    case Grading::Sensitivity:
        break;
    }
    return "sensitivity";
}

} // namespace

GradeWords gradeWords(Grading grading, QStringView grade)
{
    const QByteArray wanted = grade.trimmed().toUtf8().toUpper();
    for (const table::WordRow& row : table::words) {
        if (std::strcmp(table::text(row.scheme), schemeOf(grading)) == 0 && wanted == table::text(row.code))
            return {table::string(row.meaning), table::string(row.examples), table::string(row.years),
                    table::string(row.source)};
    }
    return {};
}

} // namespace catalogue
