// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/table_source.h"

namespace readers {

// Text table: rows end at a line break outside quotation marks (RFC 4180), cells at the delimiter.
class CsvTable : public TableSource {
public:
    CsvTable(Intake& intake, SniffedText text, TextDialect dialect, char lineEnd);

    base::Result<bool> next(Row& row) override;
    base::Result<bool> nextSheet() override { return false; }
    bool isText() const override { return true; }
    TextEncoding encoding() const override { return m_text.encoding; }
    int byteOrderMark() const override { return m_text.byteOrderMark; }
    bool lastRowUnended() const override { return m_unended; }

private:
    base::Result<bool> more(); // false at the end of the part
    base::Result<bool> wholeRecord(qsizetype& length, bool& ended, qsizetype from = 0);
    base::Result<void> joinLines(qsizetype& length, bool& ended);

    Intake& m_intake;
    SniffedText m_text;
    TextDialect m_dialect;
    char m_lineEnd;
    std::optional<Utf16ToUtf8> m_utf16;
    QByteArray m_chunk;  // only for UTF-16
    QByteArray m_buffer; // what was read and is not passed over yet stands in [m_at, m_end)
    qsizetype m_at = 0;
    qsizetype m_end = 0;
    int m_row = 0;
    int m_line = 1;
    bool m_first = true;
    bool m_over = false;
    bool m_unended = false;
};

// Delimiter (a "sep=" row, else the one that cuts the first rows most evenly) and the line end ('\n', or '\r' of
// old Macs). `head` as UTF-8 or eight-bit, without byte order mark.
struct SniffedTable {
    TextDialect dialect;
    char lineEnd = '\n';
    int columns = 0; // of most of the first rows
    int rows = 0;    // how many of the first rows have that many
};
[[nodiscard]] SniffedTable sniffTable(QByteArrayView head, bool quotes = true);
// The head of a text part as UTF-8 or eight-bit without byte order mark.
[[nodiscard]] QByteArray plainHead(QByteArrayView head);

} // namespace readers
