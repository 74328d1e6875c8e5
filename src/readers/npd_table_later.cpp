// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/npd_table_later.h"

#include <cstring>

namespace readers {

namespace {

struct Head {
    qint32 number;
    qint32 line;
    char delimiter;
};

} // namespace

void RowMaker::pack(const Row& row, QByteArray& piece)
{
    const Head head{row.number, row.line, row.delimiter()};
    piece.resize(0);
    piece.append(reinterpret_cast<const char*>(&head), sizeof head);
    piece.append(row.record());
}

base::Result<void> RowMaker::make(QByteArrayView piece, const Take& take) const
{
    Head head{};
    std::memcpy(&head, piece.data(), sizeof head);
    const QByteArrayView record = piece.sliced(qsizetype(sizeof head));
    Row row;
    row.number = head.number;
    row.line = head.line;
    row.setRecord(record, record, head.delimiter, m_quotes);
    // The plan counts which columns are filled; its own copy keeps threads apart. Its texts are shared.
    TablePlan plan = m_plan;
    TableEntries entries(plan, m_otherPeopleToo);
    CellNotes notes;
    for (record::Entry& entry : entries.entriesOf(row, m_place, notes))
        BASE_TRY(take(std::move(entry)));
    return {};
}

} // namespace readers
