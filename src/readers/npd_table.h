// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/csv.h"
#include "readers/format.h"
#include "readers/npd_table_entries.h"
#include "readers/table_source_kept.h"

#include <functional>

namespace readers {

// A row that does not fit its headings may be put right before it is read; says what was done with it.
using MendRow = std::function<void(Row& row, int columns, QStringList& warnings)>;

// Rows of one table of pupils by their own number, which other tables name them by → place in report.pupils. The
// numbers mean something only together with that one table: the next term counts from 1 again.
using OwnRows = QHash<QByteArray, int>;

struct TableReading {
    QString format; // "npd-table"
    TextDialect dialect;
    MendRow mend;
    std::function<void(TablePlan& plan, const QStringList& headings)> adjust; // what the format knows better
    QString collection;                                                      // where the format knows it
    OwnRows* owners = nullptr;
    QString version;
    // Tables joined by a number that may be anybody's: the table of people says each row to `claim`, taken (its place)
    // or not (−1); the others ask `ownerOf`, and −1 leaves a row out.
    std::function<void(const Row& row, int place)> claim = {};
    std::function<void(const RowPlace& sheet)> startSheet = {}; // before `adjust`; a text table is a sheet without a name
    // A sheet that is about nobody and yet belongs to the delivery is kept as it is.
    std::function<bool(const QStringList& headings)> keepsSheet = {};
    std::function<int(const Row& row)> ownerOf = {};
    // What else tells a pupil apart who has no number of the kind a heading promises.
    std::function<void(const Row& row, FoundPupil& found)> nameBy = {};
};

// Reads one part that is a table, or a workbook of tables, and adds its document to the report.
[[nodiscard]] base::Result<void> readTablePart(const SourcePart& part, int index, const TableReading& reading,
                                               PupilChoice& choice, Sink& sink, ReadReport& report,
                                               const std::stop_token& stop, const base::Progress& progress);

// Reads parts in another order than they came in and leaves their documents in the order of `parts`.
using ReadPart = std::function<base::Result<void>(int index)>;
[[nodiscard]] base::Result<void> readInOrder(const std::vector<int>& parts, const std::vector<int>& order, ReadReport& report,
                                             const ReadPart& readPart);

// The first rows of a part by its head alone, and the plan of their headings; nothing if they are no table.
struct TableLook {
    TablePlan plan;
    QStringList headings;
    SniffedTable sniffed;
};
[[nodiscard]] std::optional<TableLook> lookAtTable(QByteArrayView head, bool quotes = true);

[[nodiscard]] const Format& npdTableFormat();

} // namespace readers
