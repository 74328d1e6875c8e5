// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <compare>
#include <optional>

namespace catalogue {

// 1 September to 31 August. 2013 is 2013/14.
struct AcademicYear {
    int start = 0;

    [[nodiscard]] QString text() const;   // "2013/14"
    [[nodiscard]] QDate firstDay() const; // 1 September of start
    [[nodiscard]] QDate lastDay() const;  // 31 August of start + 1
    [[nodiscard]] static AcademicYear of(QDate date);
    // "2013/14", "2013/2014", "2013-14", "201314", "20132014". A bare "2014" is not an academic year: nothing.
    [[nodiscard]] static std::optional<AcademicYear> parse(QStringView text);

    auto operator<=>(const AcademicYear&) const = default;
};

enum class Term { None, Autumn, Spring, Summer };

[[nodiscard]] QString termText(Term term); // "spring" in the interface language; empty for None
[[nodiscard]] QString termWord(Term term); // "autumn", "spring", "summer", never translated; empty for None
[[nodiscard]] std::optional<Term> parseTerm(QStringView text); // AUT, Autumn, SPR, …

// The stretch a termly value speaks of: autumn 1 Sep–31 Dec, spring 1 Jan–31 Mar, summer 1 Apr–31 Aug.
struct DateSpan {
    QDate from;
    QDate to;
    bool operator==(const DateSpan&) const = default;
};
[[nodiscard]] DateSpan termSpan(AcademicYear year, Term term); // None: the whole year

} // namespace catalogue
