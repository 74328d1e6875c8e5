// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/npd_table_plan.h"
#include "readers/read.h"

#include <QSet>

namespace readers {

// Where a row stands, for the locators of its values.
struct RowPlace {
    QString sheet;
    bool since1904 = false;
};

// Turns rows of one table into entries: one for each group of columns that holds anything.
class TableEntries {
public:
    TableEntries(TablePlan& plan, bool otherPeopleToo) : m_plan(plan), m_otherPeopleToo(otherPeopleToo) {}

    [[nodiscard]] std::vector<record::Entry> entriesOf(const Row& row, const RowPlace& place, CellNotes& notes);
    // Time and place of a row that holds one value of a long form; no values.
    [[nodiscard]] record::Entry frameOf(const Row& row, const RowPlace& place, CellNotes& notes) const;
    // Columns of the last row that were left out because they are about other people.
    [[nodiscard]] const std::vector<int>& leftOut() const { return m_leftOut; }
    // The same collection and time twice in a table that names nobody: perhaps two pupils.
    [[nodiscard]] bool sameTimeTwice() const { return m_sameTimeTwice; }
    void watchTimes() { m_watchTimes = true; }

private:
    struct Time {
        std::optional<catalogue::AcademicYear> year;
        catalogue::Term term = catalogue::Term::None;
        QDate date;
    };
    [[nodiscard]] Time timeOf(const std::vector<int>& columns, const Row& row, const RowPlace& place, CellNotes& notes) const;
    [[nodiscard]] QString establishmentOf(const std::vector<int>& columns, const Row& row, CellNotes& notes) const;
    [[nodiscard]] bool holdsAnything(const ColumnGroup& group, const Row& row) const;
    void addValues(record::Entry& entry, const ColumnGroup& group, const Row& row, const RowPlace& place, CellNotes& notes);

    TablePlan& m_plan;
    bool m_otherPeopleToo;
    bool m_watchTimes = false;
    bool m_sameTimeTwice = false;
    QSet<QString> m_times;
    std::vector<int> m_leftOut;
};

[[nodiscard]] record::Locator locatorOf(const Row& row, const RowPlace& place, int column);

} // namespace readers
