// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/scales.h"
#include "insight/timeline.h"

namespace insight {

// One result as a row of a panel.
struct ResultRow {
    record::ValueId value;
    QString subject; // "Reading, test"
    bool subjectCoded = false; // its name stands in a list that was not published
    QString text;    // as delivered: "2A"
    QString meaning; // words where the code has some: "absent"
    std::optional<double> place;   // along the panel's scale; nothing: no result, drawn open and off the scale
    std::optional<double> placeTo; // a level without its letter, or "not met", covers a stretch
    QString outcome;               // in words, where the bar of that year may differ from the one drawn
    bool below = false;            // under the lowest level
    Judgement judgement = Judgement::None;
    std::vector<record::ValueId> also; // the same result said again by another document or table
};

// One instrument in one year on its own scale, or as a list where it has none: panels never share an axis unless the scale is the same.
struct AttainmentPanel {
    QString key;
    QString title;    // "Key Stage 1"
    QString subtitle; // "2008, end of Year 2, age 7. Levels"
    QString system;   // of catalogue/scales.h
    catalogue::AcademicYear year;
    double from = 0, to = 0; // of the axis
    struct Tick {
        double place;
        QString text;
        bool expected = false;
    };
    std::vector<Tick> ticks;
    std::optional<double> expectedFrom; // "expected for its year"
    std::vector<ResultRow> rows;
    QString note;
    bool listed = false; // no scale is known: rows in words, no axis
};

// Results that are no grade (Progress 8, value added): shown apart, with their range.
struct RelativeScore {
    record::ValueId value;
    QString title;
    catalogue::AcademicYear year;
    double score = 0;
    std::optional<double> low, high;
};

struct Attainment {
    std::vector<AttainmentPanel> panels; // by year; lists without one come last
    std::vector<RelativeScore> relative;
    std::vector<record::ValueId> other; // result-like values no scale is known for; listed, never plotted
    int reached = 0; // results at or above what was expected for their year
    int judged = 0;  // results that could be compared with it
};

[[nodiscard]] Attainment attainment(const record::Record& record, const record::Decisions& decisions);

} // namespace insight
