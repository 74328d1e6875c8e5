// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/items.h"

namespace catalogue {

enum class StepKind { Result, BelowScale, NoResult };

// One grade, level or outcome of an attainment system.
struct ScaleStep {
    QString system; // "KS2_LEVEL"
    QString code;
    QString label;
    double rank = 0; // place along the scale
    StepKind kind = StepKind::Result;
    bool expected = false; // the bar of its own era: "expected for its year"
    QString source;
    Certainty certainty = Certainty::Table;
};

// An attainment system: results of different systems never share a line (see CONTRIBUTING, "Meaning at that time").
struct Scale {
    QString system;
    QString title;    // "Key Stage 2, levels"
    QString keyStage; // as printed: "KS2"
    std::optional<AcademicYear> first;
    std::optional<AcademicYear> last;
    std::optional<double> minimum; // of numeric scales (marks, scaled scores)
    std::optional<double> maximum;
    std::optional<double> expectedFrom; // rank or number from which a result was "expected for its year"
    std::vector<ScaleStep> steps;       // empty for purely numeric scales
    QString note;
    Certainty certainty = Certainty::Table;
};

[[nodiscard]] const std::vector<Scale>& scales();
[[nodiscard]] const Scale* scale(QStringView system);
// The scale a result field is read on in a year; nothing for fields that are no results (totals, flags, points).
[[nodiscard]] const Scale* scaleOf(const Item& item, std::optional<AcademicYear> year, QStringView raw);
[[nodiscard]] std::optional<ScaleStep> stepOf(const Scale& scale, QStringView raw);

} // namespace catalogue
