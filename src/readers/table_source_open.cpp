// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/csv.h"
#include "readers/sheets.h"

#include <algorithm>

namespace readers {

namespace {

// Text: hardly a control character in the first bytes, once UTF-16 is undone. A few NULs are let through.
bool looksLikeText(QByteArrayView text)
{
    const QByteArrayView look = text.first(std::min<qsizetype>(text.size(), 4096));
    if (look.isEmpty())
        return false;
    const auto strange = std::count_if(look.begin(), look.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    });
    return strange * 20 <= look.size();
}

} // namespace

TableKind tableKind(QByteArrayView head)
{
    if (head.startsWith("PK\x03\x04")) {
        if (head.contains("application/vnd.oasis.opendocument.spreadsheet"))
            return TableKind::Ods;
        return head.contains("xl/") || (head.contains("[Content_Types].xml") && !head.contains("word/") && !head.contains("ppt/"))
                   ? TableKind::Xlsx
                   : TableKind::None;
    }
    for (const char* magic : {"%PDF", "{\\rtf", "\xD0\xCF\x11\xE0", "\x89PNG", "GIF8", "\xFF\xD8\xFF", "PK\x05\x06", "\x1F\x8B", "7z\xBC\xAF", "Rar!"}) {
        if (head.startsWith(magic))
            return TableKind::None;
    }
    const QByteArray text = plainHead(head);
    const QByteArray start = text.left(512).trimmed();
    if (start.startsWith('<') || start.startsWith('{') || start.startsWith("[{") || start.startsWith("[\n") || !looksLikeText(text))
        return TableKind::None;
    return TableKind::Text;
}

base::Result<std::unique_ptr<TableSource>> openTable(Intake& intake, QByteArrayView head, TextDialect dialect)
{
    const TableKind kind = tableKind(head);
    if (kind == TableKind::Xlsx || kind == TableKind::Ods) {
        auto bytes = intake.readAll(mostWorkbookBytes);
        if (!bytes)
            return tl::unexpected(bytes.error());
        return kind == TableKind::Xlsx ? openXlsx(std::move(*bytes), intake.name()) : openOds(std::move(*bytes), intake.name());
    }
    const SniffedTable sniffed = sniffTable(plainHead(head), dialect.quotes);
    if (dialect.delimiter == 0)
        dialect.delimiter = sniffed.dialect.delimiter;
    return std::make_unique<CsvTable>(intake, sniffText(head), dialect, sniffed.lineEnd);
}

} // namespace readers
