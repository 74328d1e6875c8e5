// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

namespace insight {

// How a reason letter counts: as printed beside its column in the absence tables.
enum class ReasonKind { Authorised, Unauthorised, Present, NotCounted, Unknown };

struct AbsenceReason {
    QString code;  // "I"
    QString words; // "Illness"; the letter where nobody wrote its meaning down
    ReasonKind kind = ReasonKind::Unknown;
    double sessions = 0;
};

// Half days as counted for one stretch of a school year: only what the table says, never worked out from the rest.
struct AbsencePart {
    QString title; // "Autumn term"
    std::optional<double> possible;
    std::optional<double> authorised;
    std::optional<double> unauthorised;
    std::optional<double> overall;
    std::vector<AbsenceReason> reasons; // in the order of the tables
    std::vector<record::ValueId> values;

    // Overall where the table says it, else authorised and unauthorised together; nothing where it says neither or one
    // of the two alone.
    [[nodiscard]] std::optional<double> missed() const;
    // The same, or what one of the two alone says: so many, and it may be more.
    [[nodiscard]] std::optional<double> least() const;
};

struct AbsenceYear {
    catalogue::AcademicYear year;
    QString group; // "Year 4"; may be empty
    AbsencePart whole;
    bool summed = false;            // the whole is the sum of the parts; else the table printed it
    std::vector<AbsencePart> parts; // the terms, in time order
};

// One exclusion or suspension, with its words.
struct ExclusionCase {
    record::EntryId entry;
    std::optional<catalogue::AcademicYear> year;
    QDate day;        // its first day; invalid where the file gives none that can be
    std::optional<Undated> unreadableDay; // what the file gives instead
    catalogue::DateSpan span; // its first day, else the term or year of its entry; invalid without a year
    QString when;     // "18 November 2014", or what the file says: "2014/15, autumn"
    QString category; // in words
    QString categoryCode;
    QStringList reasons; // in words; since 2020/21 up to three
    QString reasonCodes; // "DB VA"
    std::optional<double> sessions; // half days
    QString school; // its name in the directory, else its number
    std::vector<record::ValueId> values;
};

struct Attendance {
    std::vector<AbsenceYear> years;        // in time order
    std::vector<ExclusionCase> exclusions; // in time order, undated last
};

[[nodiscard]] Attendance attendance(const record::Record& record, const record::Decisions& decisions);

} // namespace insight
