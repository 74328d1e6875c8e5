// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/care_header.h"

#include "readers/csv.h"
#include "readers/dates.h"
#include "readers/hand_on.h"
#include "readers/npd_table_plan.h"
#include "readers/table_source.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

constexpr qint64 mostBytes = 1 << 20; // one row; anything larger is no such table

int columnOf(const QStringList& headings, QLatin1StringView name)
{
    const auto found = std::find_if(headings.begin(), headings.end(),
                                    [&](const QString& heading) { return heading.trimmed().compare(name, Qt::CaseInsensitive) == 0; });
    return found == headings.end() ? -1 : static_cast<int>(found - headings.begin());
}

} // namespace

bool isCareHeader(QByteArrayView head)
{
    const QByteArray text = plainHead(head);
    const SourcePart part = bufferPart({}, text);
    Intake intake(part, {}, {});
    const auto table = tableKind(head) == TableKind::Text && intake.start() ? openTable(intake, text) : base::Result<std::unique_ptr<TableSource>>();
    Row row;
    if (!table || !*table)
        return false;
    const auto got = (*table)->next(row);
    return got && *got && isCareHeader(headingsOf(row));
}

bool isCareHeader(const QStringList& headings)
{
    return columnOf(headings, "Collection"_L1) >= 0 && columnOf(headings, "ReferenceDate"_L1) >= 0 &&
           (columnOf(headings, "SourceLevel"_L1) >= 0 || columnOf(headings, "SerialNo"_L1) >= 0);
}

QDate careHeaderDay(const QStringList& headings, const Row& row, bool since1904)
{
    if (!isCareHeader(headings))
        return {};
    const auto day = readDateOrSerial(row.bytes(columnOf(headings, "ReferenceDate"_L1)), since1904);
    return day ? day->date : QDate();
}

base::Result<CareHeader> readCareHeader(const SourcePart& part, const QString& format, const std::stop_token& stop,
                                        const base::Progress& progress)
{
    Intake whole(part, stop, progress);
    BASE_TRY(whole.start());
    auto bytes = whole.readAll(mostBytes);
    if (!bytes)
        return tl::unexpected(bytes.error());
    CareHeader header{documentOf(part, format), {}};
    const SourcePart copy = bufferPart(part.name, *bytes);
    Intake intake(copy, stop, {});
    BASE_TRY(intake.start());
    const auto table = openTable(intake, *bytes);
    if (!table)
        return tl::unexpected(table.error());
    Row row;
    QStringList headings;
    CellNotes notes;
    while (!header.day.isValid()) {
        const auto got = (*table)->next(row);
        if (!got)
            return tl::unexpected(got.error());
        if (!*got)
            break;
        if (headings.isEmpty()) {
            headings = headingsOf(row);
            continue;
        }
        header.day = careHeaderDay(headings, row, (*table)->since1904());
        header.document.document.version = row.text(columnOf(headings, "Collection"_L1), notes).trimmed();
    }
    header.document.document.size = bytes->size();
    header.document.document.sha256 = base::sha256(*bytes);
    header.document.kept = std::move(*bytes);
    return header;
}

} // namespace readers
