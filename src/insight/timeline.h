// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/exposure.h"
#include "record/decisions.h"
#include "record/record.h"

namespace insight {

// Fixed order; the window draws the groups from top to bottom.
enum class LaneGroup { School, Characteristics, SpecialNeeds, Attendance, Care, Results, Releases, Requests };
[[nodiscard]] QString laneGroupTitle(LaneGroup group);

enum class MarkKind {
    Span,     // a characteristic kept one value over one or more readings
    Result,   // a test, exam or judgement; no-result codes are `open`
    Event,    // something with a day: an exclusion, a census day
    Amount,   // a number for a term or year: sessions missed
    Coverage, // years of data a release covers (bracket)
    Holding,  // approval to planned destruction of a release (bar)
    Request,  // a letter sent, an answer due
};

// How a result came about, drawn as a shape (diamond, disc, triangle).
enum class Judgement { None, Test, Teacher, CentreAssessed };

// One thing on a lane. Identity is `key`, stable while the record is the same: views and screen readers bind to it,
// never to an index. Dates are inclusive; a termly value spans its term and is never a day.
struct Mark {
    QString key;
    MarkKind kind = MarkKind::Span;
    QDate from;
    QDate to;
    bool fromKnown = true; // false: start not stated, drawn as dots
    bool toKnown = true;
    QString label;      // meaning in words: "White – British"
    QString shortLabel; // shorter words, where there are some
    QString code;       // as delivered: "WBRI"
    int rank = 0;       // hatch: 0 the commonest value of the lane, 1, 2, …
    bool none = false;  // the value means "no" or "none": outline without fill
    bool open = false;  // a no-result code, or a copy past its end and not confirmed destroyed
    Judgement judgement = Judgement::None;
    double amount = 0;  // of Amount marks
    Verdict verdict = Verdict::Unknown; // of release marks
    bool centreAssessed = false;
    bool changed = false;   // says something else than the mark before it in its lane
    bool sensitive = false; // a kind of data that is handled with special care: health, ethnic group, care, need
    std::vector<record::ValueId> values; // what it rests on, in time order; empty for releases
    QString release;    // reference, of release marks
    std::vector<QDate> readings; // the days or term starts at which the value was read
};

struct Lane {
    QString key;   // "SC.EthnicGroup", "results.KS2", "release.tutor-hunt"
    QString title; // "Ethnic group"
    LaneGroup group = LaneGroup::Characteristics;
    std::vector<Mark> marks; // by from, then key
    bool locates = false;    // labels and codes tell where the person is: masked for somebody at risk
    bool hard = false;       // folded at first: "this part may be hard to read"
    QString shortTitle = {}; // for a narrow column; empty: as `title`
    // School years of which nothing is here and in which this would have been said; neighbours joined, in time order.
    std::vector<catalogue::DateSpan> missing = {};
    // The terms whose census is here and, though it reads this in such a term, does not say it; in time order.
    std::vector<catalogue::DateSpan> absent = {};
    // Said in one term of the year alone, year after year: that term, and those whose census is here and does not ask.
    catalogue::Term onlyIn = catalogue::Term::None;
    std::vector<catalogue::DateSpan> notAsked = {};
};

// A value whose time cannot be told.
struct Undated {
    record::ValueId value;
    QString label;
    QString why;
};

struct SchoolYearTick {
    catalogue::AcademicYear year;
    QString text;  // "R", "1" … the taught year where a record says it, else the usual one
    bool held = false; // some entry of that year is here
};

struct Timeline {
    QDate from; // birth
    QDate to;   // the later of today and the last mark
    QDate today;
    std::vector<Lane> lanes; // by group, then fixed order in the group
    std::vector<SchoolYearTick> schoolYears;
    std::vector<Undated> undated;
    std::vector<QDate> censusDays; // as the files state them, in time order; none is worked out
};

// O(values log values).
[[nodiscard]] Timeline timeline(const record::Record& record, const record::Decisions& decisions,
                                const std::vector<ReleaseExposure>& exposure, QDate today);

} // namespace insight
