// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/coverage_rules.h"
#include "insight/fields.h"

#include <map>
#include <set>

namespace insight {

// What the record itself tells about which collections there can be: what is held, the year group it was taught in,
// schools that do not take part, and stretches in which it names no school.
struct HeldPart {
    int entries = 0;
    std::set<catalogue::Term> terms; // None: an entry that does not say its term
    std::map<catalogue::Term, std::vector<record::ValueId>> values; // the first of each entry
};

struct NoSchool {
    QDate left;
    QDate entered;
};

struct YearGroup {
    int group = 0;
    enum class From { Birth, Said, CountedOn } from = From::Birth;
};

class CoverageEvidence {
public:
    CoverageEvidence(const OwnEntries& entries, QDate born);

    [[nodiscard]] const HeldPart* held(const QString& collection, catalogue::AcademicYear year) const;
    [[nodiscard]] std::vector<QString> collections() const; // that hold anything
    // Nothing without a birth date and without a year group in the record.
    [[nodiscard]] std::optional<YearGroup> group(catalogue::AcademicYear year) const;
    [[nodiscard]] catalogue::OutsideSchool outside(catalogue::AcademicYear year) const;
    // The stretch between leaving one school and entering the next that this day falls in; null: none.
    [[nodiscard]] const NoSchool* noSchoolOn(QDate day) const;
    // The year nearest to `year` in which a collection is held; nothing: not held at all.
    [[nodiscard]] std::optional<catalogue::AcademicYear> heldNear(const QString& collection,
                                                                  catalogue::AcademicYear year) const;
    [[nodiscard]] std::optional<catalogue::AcademicYear> firstHeld() const;
    [[nodiscard]] std::optional<catalogue::AcademicYear> lastHeld() const;
    // The record says in care in the year of the care return, which ends in March.
    [[nodiscard]] bool inCare(catalogue::AcademicYear year) const { return m_care.contains(year.start); }
    // A school counted the person in the term of this day or a later one.
    [[nodiscard]] bool countedSince(QDate day) const;
    [[nodiscard]] bool isEmpty() const { return m_held.empty(); }
    [[nodiscard]] QDate born() const { return m_born; }

private:
    void hold(const QString& collection, const Moment& moment, const record::Entry& entry);
    void readEntry(const record::Entry& entry, Fields& fields);
    void readCare(const record::Entry& entry, const std::optional<Moment>& moment, Fields& fields);
    void findGaps();

    QDate m_born;
    std::map<QString, std::map<int, HeldPart>> m_held;
    std::map<int, int> m_said; // academic year → group
    std::map<int, catalogue::OutsideSchool> m_outside;
    std::set<QDate> m_entered;
    std::set<QDate> m_left;
    std::map<QDate, QDate> m_seen; // terms in which a school counted the person
    std::vector<NoSchool> m_gaps;
    std::set<int> m_care; // years of returns, by the year they begin in
    QDate m_lastCounted; // last day of the last such term
};

} // namespace insight
