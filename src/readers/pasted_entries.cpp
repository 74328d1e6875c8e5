// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pasted_table.h"

#include "catalogue/find_field.h"
#include "readers/dates.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

using Role = PastedColumn::Role;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Pasted)
};

Role roleOf(const QString& heading)
{
    const QString plain = heading.toLower().remove(u' ').remove(u'_');
    for (const auto year : {"academicyear"_L1, "schoolyear"_L1, "year"_L1, "acadyr"_L1})
        if (plain == year)
            return Role::Year;
    if (plain == "term"_L1)
        return Role::Term;
    for (const auto date : {"date"_L1, "censusdate"_L1, "examdate"_L1})
        if (plain == date)
            return Role::Date;
    return Role::Field;
}

// A "Year" column of 3, 4, 5 is the class a child was in: a year is taken for the time only where it reads as one.
bool readsAsYears(const PastedTable& table, int column)
{
    for (std::size_t row = 1; row < table.rows.size(); ++row) {
        const QString& cell = table.rows[row][column];
        if (!cell.isEmpty() && !catalogue::AcademicYear::parse(cell))
            return false;
    }
    return table.rows.size() > 1;
}

// False where the cell cannot be read as what its column is.
bool readTime(record::Entry& entry, Role role, const QString& cell)
{
    if (role == Role::Year) {
        const auto year = catalogue::AcademicYear::parse(cell);
        if (year)
            entry.year = year;
        return year.has_value();
    }
    if (role == Role::Term) {
        const auto term = catalogue::parseTerm(cell);
        if (term) {
            entry.term = *term;
            entry.date = {};
        }
        return term.has_value();
    }
    const auto read = readDate(cell);
    if (read) {
        entry.date = read->date;
        entry.term = catalogue::Term::None;
        entry.year = catalogue::AcademicYear::of(read->date);
    }
    return read.has_value();
}

} // namespace

std::vector<PastedColumn> pastedColumns(const PastedTable& table, const QString& collection,
                                        std::optional<catalogue::AcademicYear> year)
{
    std::vector<PastedColumn> columns;
    for (int i = 0; i < table.columns; ++i) {
        PastedColumn column;
        column.heading = table.headings ? table.rows.front()[i] : QString();
        if (column.heading.isEmpty()) {
            column.heading = Tr::tr("column %1").arg(i + 1);
            columns.push_back(column);
            continue;
        }
        column.role = roleOf(column.heading);
        if (column.role == Role::Year && !readsAsYears(table, i))
            column.role = Role::Field;
        if (column.role == Role::Field)
            if (const auto field = catalogue::fieldNamed(column.heading, collection, year))
                column.item = catalogue::item(*field).name;
        columns.push_back(column);
    }
    return columns;
}

std::vector<record::Entry> pastedEntries(const PastedTable& table, const PastedPlan& plan)
{
    std::vector<record::Entry> entries;
    if (static_cast<int>(plan.columns.size()) != table.columns)
        return entries;
    for (std::size_t row = table.headings ? 1 : 0; row < table.rows.size(); ++row) {
        record::Entry entry;
        entry.writtenIn = true;
        entry.dataset = u"pasted"_s; // rows of a table stay apart from values typed one by one
        entry.collection = plan.collection;
        entry.document = plan.document;
        entry.year = plan.year;
        entry.term = plan.term;
        entry.date = plan.date;
        const QString inTable = Tr::tr("table row %1").arg(row + 1);
        const QString place = plan.place.isEmpty() ? inTable : Tr::tr("%1, %2").arg(plan.place, inTable);
        for (int i = 0; i < table.columns; ++i) {
            const PastedColumn& column = plan.columns[static_cast<std::size_t>(i)];
            const QString& cell = table.rows[row][i];
            if (cell.isEmpty() || column.role == Role::LeaveOut)
                continue;
            if (column.role != Role::Field && readTime(entry, column.role, cell))
                continue;
            record::Value value;
            value.name = column.heading;
            value.item = column.item;
            value.raw = cell;
            value.where.path = place;
            entry.values.push_back(std::move(value));
        }
        if (!entry.values.empty())
            entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace readers
