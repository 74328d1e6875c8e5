// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/items.h"
#include "readers/pupil_match.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace readers {

// What one column holds, found out once from its heading; no heading is looked up again while rows are read.
struct TableColumn {
    // EndYear: the year that a year of returns ends in, "2014" for 2013/14.
    enum class Time { None, Year, EndYear, Census, Term, Start };
    enum class Place { None, LaEstab, Authority, Estab, Urn, Local };

    QString name; // heading as delivered; "column 7" where it is empty
    QString item; // canonical dictionary name; empty: not known
    IdentityField identity = IdentityField::None;
    Time time = Time::None;
    Place place = Place::None;
    bool aboutOthers = false; // parents, carers, contacts
    bool isDate = false;
    int group = 0;
    qint64 filled = 0; // values taken, for the list of unknown headings
};

// Columns that speak of the same collection at the same time make one entry of a row.
struct ColumnGroup {
    QString collection;
    QString dataset;
    std::optional<catalogue::AcademicYear> year;
    catalogue::Term term = catalogue::Term::None;
    QString suffix; // "aut12" where the heading says a time that is no certain year
    int repeat = 0;
    std::vector<int> columns;

    [[nodiscard]] bool timed() const { return year.has_value() || term != catalogue::Term::None || !suffix.isEmpty(); }
};

// A table that has a row for every value: which column names the field, which holds the value.
struct LongForm {
    int item = -1;
    int value = -1;
    int collection = -1;

    [[nodiscard]] bool is() const { return item >= 0 && value >= 0; }
};

struct TablePlan {
    QString collection; // of the table as a whole; "OTHER" where no dictionary table knows the headings
    QString dataset;
    std::optional<catalogue::AcademicYear> year; // where the table as a whole says it
    catalogue::Term term = catalogue::Term::None;
    double share = 0; // of the headings that the dictionary table knows
    std::vector<TableColumn> columns;
    std::vector<ColumnGroup> groups;
    IdentityColumns identity;
    LongForm longForm;
    int ownerColumn = -1; // number of the pupil's row in another table of the same delivery

    // Worth reading: it says who it is about, or the dictionary knows what it says.
    [[nodiscard]] bool aboutPupils() const;
};

// `collection` where the format knows it; else it is judged from the headings. `part` tells pupil numbers of a
// table's own from those of another file.
[[nodiscard]] TablePlan planTable(const QStringList& headings, const QString& collection = {}, int part = 0);

// Where the headings stand among the first rows; notes and instructions may come before. Nothing: no headings.
[[nodiscard]] std::optional<int> headingRow(const std::vector<Row>& rows);
[[nodiscard]] QStringList headingsOf(const Row& row);
// Words rather than numbers and dates in most cells.
[[nodiscard]] bool looksLikeHeadings(const QStringList& cells);
// "pupilonrolltableid", which joins the tables of a School Census delivery.
[[nodiscard]] bool isOwnerHeading(QStringView heading);
// "CHILD", "LAchildID": a local authority's own number for a child, which joins the tables of a care return.
[[nodiscard]] bool isChildHeading(QStringView heading);

} // namespace readers
