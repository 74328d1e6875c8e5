// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/npd_table_plan.h"
#include "readers/xml_items.h"

namespace readers {

// One table of a care return, told by a heading that no other table has.
struct CareTableKind {
    QLatin1StringView mark;
    QLatin1StringView table;
    QLatin1StringView day; // the column that says when; empty: the row has no day of its own
};

// What sets the tables of one return apart from those of another.
struct CareLayout {
    QString format;         // "ssda903-tables"
    QString collection;     // "CLA"
    QLatin1StringView key;  // the authority's number of the child
    QLatin1StringView born;
    QLatin1StringView children; // the table that holds the pupil number, as a person would look for it
    bool yearOfReturn = false; // every row is of the return's year; else a row with a day of its own is of that day's
    bool notTriedOnRealFile = false;
    std::vector<CareTableKind> kinds;
    QString (*heading)(const QString& name);
    bool (*knows)(const QString& name);
    QLatin1StringView (*other)(const QString& name); // null: every field is about the child
};
[[nodiscard]] const CareLayout& ssda903Layout();
[[nodiscard]] const CareLayout& cinLayout();

// The table these headings are of; null if they are of none.
[[nodiscard]] const CareTableKind* careKindOf(const CareLayout& layout, const QStringList& headings);
// Pupil numbers stand in it.
[[nodiscard]] bool holdsChildren(const CareLayout& layout, const QStringList& headings);

// Where the columns stand that say whose a row is; −1: there is none.
struct CareColumns {
    int key = -1;
    int born = -1;
    int upn = -1;
};
// Makes the plan of one table: which field each column is, and which day a row speaks of.
CareColumns planCareTable(const CareLayout& layout, const QStringList& headings, std::optional<catalogue::AcademicYear> year,
                          XmlItems& items, TablePlan& plan);

} // namespace readers
