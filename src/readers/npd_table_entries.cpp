// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/npd_table_entries.h"

#include "readers/dates.h"
#include "readers/school_numbers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

bool blank(QByteArrayView bytes)
{
    return bytes.trimmed().isEmpty();
}

// "2014" is 2013/14; some copies write the year out.
std::optional<catalogue::AcademicYear> yearEnding(const QString& text)
{
    bool isNumber = false;
    const int end = text.toInt(&isNumber);
    if (text.size() != 4 || !isNumber)
        return catalogue::AcademicYear::parse(text);
    return catalogue::AcademicYear::parse(u"%1/%2"_s.arg(end - 1).arg(end));
}

} // namespace

record::Locator locatorOf(const Row& row, const RowPlace& place, int column)
{
    record::Locator where;
    where.sheet = place.sheet;
    where.row = row.number;
    where.column = column + 1;
    where.line = row.line != row.number ? row.line : 0;
    return where;
}

TableEntries::Time TableEntries::timeOf(const std::vector<int>& columns, const Row& row, const RowPlace& place, CellNotes& notes) const
{
    Time time;
    QDate census;
    for (const int column : columns) {
        const TableColumn& plan = m_plan.columns[static_cast<std::size_t>(column)];
        if (plan.time == TableColumn::Time::None || blank(row.bytes(column)))
            continue;
        if (plan.time == TableColumn::Time::Year && !time.year) {
            time.year = catalogue::AcademicYear::parse(row.text(column, notes).trimmed());
        } else if (plan.time == TableColumn::Time::EndYear) {
            if (!time.year)
                time.year = yearEnding(row.text(column, notes).trimmed());
        } else if (plan.time == TableColumn::Time::Term) {
            time.term = catalogue::parseTerm(row.text(column, notes).trimmed()).value_or(catalogue::Term::None);
        } else if (const auto date = readDateOrSerial(row.bytes(column), place.since1904)) {
            (plan.time == TableColumn::Time::Census ? census : time.date) = date->date;
        }
    }
    if (census.isValid() && time.term == catalogue::Term::None)
        time.term = census.month() >= 9 ? catalogue::Term::Autumn : census.month() <= 3 ? catalogue::Term::Spring : catalogue::Term::Summer;
    if (!time.date.isValid())
        time.date = census;
    return time;
}

QString TableEntries::establishmentOf(const std::vector<int>& columns, const Row& row, CellNotes& notes) const
{
    SchoolNumbers numbers;
    for (const int column : columns) {
        const TableColumn::Place place = m_plan.columns[static_cast<std::size_t>(column)].place;
        if (place != TableColumn::Place::None)
            numbers.take(place, row.text(column, notes).trimmed());
    }
    return numbers.best();
}

// Names, numbers and times alone are no statement about the person, unless the table holds nothing else.
bool TableEntries::holdsAnything(const ColumnGroup& group, const Row& row) const
{
    bool framing = false;
    for (const int column : group.columns) {
        if (blank(row.bytes(column)))
            continue;
        const TableColumn& plan = m_plan.columns[static_cast<std::size_t>(column)];
        if (plan.identity == IdentityField::None && plan.time == TableColumn::Time::None && plan.place == TableColumn::Place::None)
            return true;
        framing = true;
    }
    return framing && group.repeat == 0;
}

void TableEntries::addValues(record::Entry& entry, const ColumnGroup& group, const Row& row, const RowPlace& place, CellNotes& notes)
{
    const int count = row.count();
    entry.values.reserve(group.columns.size());
    for (const int column : group.columns) {
        if (column >= count)
            continue;
        TableColumn& plan = m_plan.columns[static_cast<std::size_t>(column)];
        const bool empty = row.bytes(column).isEmpty();
        if (plan.aboutOthers && !m_otherPeopleToo) {
            if (!empty)
                m_leftOut.push_back(column);
            continue;
        }
        plan.filled += empty ? 0 : 1;
        record::Value value;
        value.name = plan.name;
        value.item = plan.item;
        value.raw = row.text(column, notes);
        value.where = locatorOf(row, place, column);
        entry.values.push_back(std::move(value));
    }
}

record::Entry TableEntries::frameOf(const Row& row, const RowPlace& place, CellNotes& notes) const
{
    record::Entry frame;
    for (const ColumnGroup& group : m_plan.groups) {
        const Time time = timeOf(group.columns, row, place, notes);
        frame.year = frame.year ? frame.year : time.year;
        frame.term = frame.term != catalogue::Term::None ? frame.term : time.term;
        frame.date = frame.date.isValid() ? frame.date : time.date;
        if (frame.establishment.isEmpty())
            frame.establishment = establishmentOf(group.columns, row, notes);
    }
    if (!frame.year && frame.date.isValid())
        frame.year = catalogue::AcademicYear::of(frame.date);
    return frame;
}

std::vector<record::Entry> TableEntries::entriesOf(const Row& row, const RowPlace& place, CellNotes& notes)
{
    std::vector<record::Entry> entries;
    m_leftOut.clear();
    std::vector<int> untimed;
    for (const ColumnGroup& group : m_plan.groups) {
        if (!group.timed() && group.repeat == 0 && group.collection == m_plan.collection)
            untimed.insert(untimed.end(), group.columns.begin(), group.columns.end());
    }
    const Time rowTime = timeOf(untimed, row, place, notes);
    const QString rowEstablishment = establishmentOf(untimed, row, notes);
    for (const ColumnGroup& group : m_plan.groups) {
        if (!holdsAnything(group, row))
            continue;
        const Time own = timeOf(group.columns, row, place, notes);
        const bool sharesRow = group.collection == m_plan.collection && !group.timed();
        record::Entry entry;
        entry.collection = group.collection;
        entry.dataset = group.dataset;
        entry.year = own.year ? own.year : group.year ? group.year : sharesRow ? rowTime.year : std::nullopt;
        if (!entry.year && sharesRow)
            entry.year = m_plan.year;
        entry.term = own.term != catalogue::Term::None     ? own.term
                     : group.term != catalogue::Term::None ? group.term
                     : sharesRow                           ? rowTime.term
                                                           : catalogue::Term::None;
        if (entry.term == catalogue::Term::None && sharesRow)
            entry.term = m_plan.term;
        entry.date = own.date.isValid() ? own.date : sharesRow ? rowTime.date : QDate();
        if (!entry.year && entry.date.isValid())
            entry.year = catalogue::AcademicYear::of(entry.date);
        entry.establishment = establishmentOf(group.columns, row, notes);
        // The school of a year stands beside its yearly figures, not again beside those of each term.
        for (const ColumnGroup& other : m_plan.groups) {
            if (entry.establishment.isEmpty() && group.year && other.collection == group.collection && other.year == group.year)
                entry.establishment = establishmentOf(other.columns, row, notes);
        }
        if (entry.establishment.isEmpty() && group.collection == m_plan.collection)
            entry.establishment = rowEstablishment;
        addValues(entry, group, row, place, notes);
        if (m_watchTimes && entry.collection != "EXC"_L1) {
            const QString time = entry.collection + u'|' + (entry.year ? entry.year->text() : QString()) + u'|' +
                                 QString::number(static_cast<int>(entry.term)) + u'|' + group.suffix + u'|' + entry.date.toString(Qt::ISODate) +
                                 u'|' + QString::number(group.repeat);
            m_sameTimeTwice = m_sameTimeTwice || m_times.contains(time);
            m_times.insert(time);
        }
        if (!entry.values.empty())
            entries.push_back(std::move(entry));
    }
    // Cells past the last heading have no name of their own; they stand with the row's main entry.
    const int count = row.count();
    for (int column = static_cast<int>(m_plan.columns.size()); column < count && !entries.empty(); ++column) {
        if (blank(row.bytes(column)))
            continue;
        record::Value value;
        value.name = u"column %1"_s.arg(column + 1);
        value.raw = row.text(column, notes);
        value.where = locatorOf(row, place, column);
        entries.front().values.push_back(std::move(value));
    }
    return entries;
}

} // namespace readers
