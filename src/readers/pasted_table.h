// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/academic_year.h"
#include "record/record.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace readers {

inline constexpr qsizetype mostPastedRows = 2000;
inline constexpr qsizetype mostPastedColumns = 60;
inline constexpr qsizetype mostPastedLetters = 1000 * 1000;

// A table as it came through the clipboard out of a PDF, a Word file or a web page. Every row has `columns` cells.
struct PastedTable {
    std::vector<QStringList> rows;
    int columns = 0;
    bool headings = false; // the first row looks like headings; the person says whether it does
    bool cut = false;      // longer than the limits
};

// Text cut at tabs where it has any, else at the gaps that run down the page between its columns, else at runs of two
// blanks or more. Blank lines go.
[[nodiscard]] PastedTable pastedText(const QString& text);
// The first table of a clipboard's HTML. Tags are looked at and nothing is fetched or run; no table: no rows.
[[nodiscard]] PastedTable pastedHtml(const QString& html);

// What a column of it is: a field, or something that says when its rows speak of.
struct PastedColumn {
    enum class Role { Field, Year, Term, Date, LeaveOut };
    Role role = Role::Field;
    QString heading; // what the paper calls it; kept as the value's name
    QString item;    // dictionary name; empty: free text
    bool operator==(const PastedColumn&) const = default;
};
// A first guess from the headings, for the person to look over. Without headings: free text, "column 1".
[[nodiscard]] std::vector<PastedColumn> pastedColumns(const PastedTable& table, const QString& collection,
                                                      std::optional<catalogue::AcademicYear> year);

// What all its rows have in common, where no column says otherwise.
struct PastedPlan {
    std::vector<PastedColumn> columns; // as many as the table has
    QString collection;
    std::optional<catalogue::AcademicYear> year;
    catalogue::Term term = catalogue::Term::None;
    QDate date;
    record::DocumentId document;
    QString place; // "page 3": each value adds its row
};
// One entry a row; empty cells write nothing in. A cell that cannot be read as the year, term or date of its column is
// written in as a value, and the plan's own time holds.
[[nodiscard]] std::vector<record::Entry> pastedEntries(const PastedTable& table, const PastedPlan& plan);

} // namespace readers
