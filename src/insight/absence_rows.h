// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/fields.h"

#include <map>
#include <set>

namespace insight {

// The stretches for which absence is counted. A whole-year figure is taken where there is one, in this order; six half
// terms before five, for five leave the last weeks out.
enum class Stretch { Annual, ThreeTerms, SixHalfTerms, FiveHalfTerms, Autumn, Spring, Summer, LastHalfTerm };

// A number and the value it stands in.
struct Count {
    double sessions = 0;
    record::ValueId value;
};

// What one row says of one stretch: only what it says, nothing worked out from the rest.
struct AbsenceCounts {
    const record::Entry* entry = nullptr; // the first that says something of it
    std::optional<Count> possible;
    std::optional<Count> authorised;
    std::optional<Count> unauthorised;
    std::optional<Count> overall;
    std::vector<std::pair<QString, Count>> reasons; // by letter, in the row's order
    std::set<QString> asked;          // letters that have a column, filled in or not
    std::vector<record::ValueId> values; // of all these numbers, in the row's order

    // Overall where the row says it, else both kinds together; nothing where it says neither or one of the two alone.
    [[nodiscard]] std::optional<double> missed() const;
    [[nodiscard]] const Count* reason(const QString& letter) const; // null: not said
    // Of the counts without their reasons.
    [[nodiscard]] std::vector<record::ValueId> sums() const;
};

// One row of a table about one school year: what one school counted while the child was on its roll. A wide table is cut
// into entries by year and term; here a row is whole again. Two schools of one term are two rows, and so are two stays
// at one school.
struct AbsenceRow {
    record::DocumentId document;
    QString dataset;
    catalogue::AcademicYear year;
    QString establishment;
    bool census = false; // counted by a census, for the term before it
    std::optional<int> group; // the year group it says
    std::map<Stretch, AbsenceCounts> stretches;
};

// The absence columns of these entries, read once for page, timeline and checks. In the entries' order, the rows of a
// census after all others: tables of absence are made from them and are the later word.
[[nodiscard]] std::vector<AbsenceRow> absenceRows(const std::vector<const record::Entry*>& entries, Fields& fields);

} // namespace insight
