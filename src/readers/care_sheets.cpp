// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/care_sheets.h"

#include "readers/care_header.h"
#include "readers/npd_table_plan.h"

#include <algorithm>

namespace readers {

namespace {

constexpr std::size_t firstRows = 40; // among which the headings are looked for

SheetLook lookAt(TableSource& table)
{
    SheetLook look;
    look.name = table.sheet();
    std::vector<Row> rows;
    Row row;
    while (rows.size() < firstRows) {
        const auto got = table.next(row);
        if (!got || !*got)
            break;
        row.detach();
        rows.push_back(row);
    }
    const auto sender = std::find_if(rows.begin(), rows.end(), [](const Row& one) { return isCareHeader(headingsOf(one)); });
    const auto at = sender != rows.end() ? std::optional(static_cast<int>(sender - rows.begin())) : headingRow(rows);
    if (!at)
        return look;
    look.headings = headingsOf(rows[static_cast<std::size_t>(*at)]);
    for (auto below = static_cast<std::size_t>(*at) + 1; below < rows.size() && !look.returnDay.isValid(); ++below)
        look.returnDay = careHeaderDay(look.headings, rows[below], table.since1904());
    return look;
}

std::vector<SheetLook> freshLooks(const SourcePart& part, QByteArrayView head)
{
    std::vector<SheetLook> looks;
    Intake intake(part, {}, {});
    if (!intake.start())
        return looks;
    const auto table = openTable(intake, head);
    if (!table)
        return looks;
    for (;;) {
        looks.push_back(lookAt(**table));
        const auto more = (*table)->nextSheet();
        if (!more || !*more)
            return looks;
    }
}

} // namespace

std::vector<SheetLook> sheetLooks(const SourcePart& part, QByteArrayView head)
{
    const TableKind kind = tableKind(head);
    const qint64 size = part.bytes->size();
    if ((kind != TableKind::Xlsx && kind != TableKind::Ods) || size < 0 || size > mostLookedInto)
        return {};
    // Two formats ask about the same workbook, and the one that reads it asks again: the last answer of a thread is kept.
    // Of the workbook nothing stays but its headings.
    thread_local std::weak_ptr<ByteSource> last;
    thread_local std::vector<SheetLook> looks;
    if (last.lock() != part.bytes) {
        looks = freshLooks(part, head);
        last = part.bytes;
    }
    return looks;
}

} // namespace readers
