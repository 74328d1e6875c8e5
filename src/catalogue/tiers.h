// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace catalogue {

// What the DfE's own gradings of a data item mean.
enum class Grading {
    Tier,        // 1–4, 2012 to 2018: who had to approve a release
    Risk,        // 1–5, since 2018: how surely the item identifies somebody
    Sensitivity, // A–E, since 2018
};

struct GradeWords {
    QString meaning; // a phrase
    QString examples;
    QString years; // "2012-2018"
    QString source;
};

// Empty words for a grade that the grading does not have.
[[nodiscard]] GradeWords gradeWords(Grading grading, QStringView grade);

} // namespace catalogue
