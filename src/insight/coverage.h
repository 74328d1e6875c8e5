// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/coverage_rules.h"
#include "record/decisions.h"
#include "record/record.h"

#include <array>

namespace insight {

// What should be there, beside what is: collection × academic year from the date of birth and from what the record
// itself tells. A cell never says more than its rule does.
enum class CoverState { Held, ExpectedAbsent, NotExpected, NotCollected, Cancelled, CannotTell };
inline constexpr std::array coverStates{CoverState::Held,         CoverState::ExpectedAbsent, CoverState::NotExpected,
                                        CoverState::NotCollected, CoverState::Cancelled,      CoverState::CannotTell};
[[nodiscard]] QString coverStateWord(CoverState state); // "held", "expected_absent" …; never translated

// Why a cell is as it is.
struct CoverVerdict {
    CoverState state = CoverState::NotExpected;
    catalogue::Certainty certainty = catalogue::Certainty::Table;
    QString rule;   // plain sentences
    QString source; // publication
};

// One term of a collection that comes round termly.
struct CoverTerm {
    catalogue::Term term = catalogue::Term::None;
    CoverVerdict verdict;
    std::vector<record::ValueId> values;
};

// The table printed in the campaign documents, laid over a cell.
enum class Printed { NotInTable, OutsideItsYears, Tick, NoTick };
struct PrintedCell {
    Printed printed = Printed::NotInTable;
    bool disagrees = false; // with the official years
    QString words;
};

struct CoverCell {
    QString collection; // key of catalogue/collections.h
    catalogue::AcademicYear year;
    CoverVerdict verdict;
    std::vector<CoverTerm> terms; // of a termly census, where its terms were asked for apart
    PrintedCell printed;
    std::vector<record::ValueId> values; // the first of each entry held
};

struct CoverYear {
    catalogue::AcademicYear year;
    std::optional<int> group; // Reception 0, Year 1 = 1 …; nothing without a birth date and a year group
    bool said = false;        // the record itself says that group
};

struct CoverRow {
    QString collection;
    QString title;
    catalogue::CoverageSection section = catalogue::CoverageSection::School;
    bool termly = false;          // its cells have terms
    std::vector<CoverCell> cells; // beside the years
};

struct Coverage {
    std::vector<CoverYear> years;
    std::vector<CoverRow> rows; // in sections, each in the order of the catalogue
    // What pages show at first: from nursery, or from the first year that is held.
    std::size_t firstShown = 0;

    [[nodiscard]] int count(CoverState state) const;
    // Null where there is no such cell.
    [[nodiscard]] const CoverCell* cell(QStringView collection, catalogue::AcademicYear year) const;
};

[[nodiscard]] Coverage coverage(const record::Record& record, const record::Decisions& decisions, QDate today);
// What should be there for anybody born on that day who went to schools of the state in England.
[[nodiscard]] Coverage coverage(QDate born, QDate today);

// What may be asked for: expected, and not here. Of a termly census each term by itself.
struct MissingPart {
    QString collection;
    catalogue::AcademicYear year;
    catalogue::Term term = catalogue::Term::None;
    bool operator==(const MissingPart&) const = default;
};
[[nodiscard]] std::vector<MissingPart> missingIn(const CoverCell& cell);
[[nodiscard]] std::vector<MissingPart> missingIn(const Coverage& coverage);

// "Reception", "Year 2", "Nursery", "age 18": how a year of a life is called.
[[nodiscard]] QString groupText(int group);

} // namespace insight
