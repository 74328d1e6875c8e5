// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/academic_year.h"
#include "catalogue/certainty.h"

#include <vector>

namespace catalogue {

// What coverage rests on: for which year groups a collection is made, when its data is handed on, and what the table
// in the campaign documents prints. Whether a collection was made in a year at all is collectedIn() of collections.h.

enum class CoverageSection { School, Results, Attendance, After16, Care };

// Whom a collection is about. Only Everyone is sure; the others depend on what the person did or lived through.
enum class Applies {
    Everyone,
    Nursery,          // children in a school's nursery class
    NurseryOutside,   // children with a funded place outside schools
    SixthForm,        // who stayed at a school after Year 11, when nobody had to
    StayingOn,        // the same, since everybody has to be in education or training
    ReferralUnit,
    Alternative,
    Baseline,         // held, but not handed out
    Sample,           // a sample of schools only
    SecondCheck,      // who did not meet the standard the year before
    AutumnCheck,      // stood in for a cancelled one
    BelowLevel4,
    Exams,            // who took an exam that year
    ALevels,
    EarlyOrLate,
    TLevel,
    Excluded,
    SecondaryFirst,   // began in secondary schools
    College,
    CollegeOrTraining, // the same, since everybody has to be in education or training
    Specialist,
    Tracked,
    TrackedLater,
    Matched,
    MatchedLater,
    Applied,
    University,
    Work,
    InNeed,
    InCare
};

// Which schools take part: of the state; independent ones too; or it does not depend on a school.
enum class Schools { State, IndependentToo, Any };

// Month from which the data of an academic year is handed on. Month 0: not known.
struct Due {
    int years = 1; // calendar years after the academic year's first
    int month = 0;
    [[nodiscard]] QDate from(AcademicYear year) const; // first day; where not known, the day after the academic year
};

// Year groups: Reception 0, Year 1 = 1 … ; below and above counted on by age (age at the start − 4).
struct CoverageRule {
    QString key;
    CoverageSection section = CoverageSection::School;
    int groupFrom = 0;
    int groupTo = 0;
    std::optional<AcademicYear> first;
    std::optional<AcademicYear> last;
    Applies applies = Applies::Everyone;
    Schools schools = Schools::State;
    bool once = false; // in a school life
    Due due;
    Certainty certainty = Certainty::Table;
    QString source;
};
[[nodiscard]] const std::vector<CoverageRule>& coverageRules(); // in the order in which rows are shown
// The rule for a year group in a year; null: the collection is not about that age.
[[nodiscard]] const CoverageRule* coverageRule(QStringView key, int group, AcademicYear year);

enum class TermState { Collected, Cancelled, NotCollected };
struct CoverageTerm {
    Term term = Term::None;
    TermState state = TermState::NotCollected;
    Due due;
    Certainty certainty = Certainty::Table;
    QString source;
};
// The three terms of a collection that comes round termly; empty for others.
[[nodiscard]] std::vector<CoverageTerm> coverageTerms(QStringView key, int group, AcademicYear year);

// A row of the table "sources of pupil data", as the campaign documents print it.
struct PrintedSource {
    QString key;
    QString name; // as printed
    QString mark; // beside the name; what it means is not printed
    QString ages; // as printed, at the start of the year; empty: none
    std::optional<AcademicYear> first; // of the ticks; nothing: the row has none
    std::optional<AcademicYear> last;
};
inline constexpr AcademicYear printedFrom{1995}, printedTo{2012}; // the columns of the table
[[nodiscard]] const std::vector<PrintedSource>& printedSources();
[[nodiscard]] const PrintedSource* printedSource(QStringView key); // null: not in the table
[[nodiscard]] QString printedTableName(); // the publication

// What a code of a school's type, or of what a young person does, says about where a year was spent.
enum class OutsideSchool { No, Independent, OutsideEngland, AtHome, NotRegistered };
[[nodiscard]] bool isSchoolType(QStringView field); // dearer than a look-up: ask once a field
[[nodiscard]] OutsideSchool outsideSchool(QStringView field, QStringView code);

} // namespace catalogue
