// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/rescue/page_tree.h"

#include "extract/file/header.h"

#include <algorithm>

namespace extract {

namespace {

constexpr int databaseHeader = 100; // on page 1, before the page's own
constexpr int leafHeader = 8;
constexpr int innerHeader = 12;

int byteAt(const QByteArray& page, qsizetype offset)
{
    return static_cast<unsigned char>(page.at(offset));
}

int bigEndian16(const QByteArray& page, qsizetype offset)
{
    return byteAt(page, offset) << 8 | byteAt(page, offset + 1);
}

// SQLite's variable-length integer; moves `offset` behind it. False where the page ends first.
bool varint(const QByteArray& page, qsizetype& offset, int usable, qint64& value)
{
    quint64 result = 0;
    for (int i = 0; i < 9; ++i) {
        if (offset >= usable)
            return false;
        const auto byte = static_cast<quint64>(byteAt(page, offset++));
        if (i == 8) {
            result = result << 8 | byte;
            break;
        }
        result = result << 7 | (byte & 0x7f);
        if ((byte & 0x80) == 0)
            break;
    }
    value = static_cast<qint64>(result);
    return true;
}

void putVarint(QByteArray& out, qint64 value)
{
    QByteArray reversed;
    auto rest = static_cast<quint64>(value);
    if (rest >> 56 != 0) { // nine bytes, the last a whole one
        reversed += static_cast<char>(rest & 0xff);
        rest >>= 8;
        for (int i = 0; i < 8; ++i, rest >>= 7)
            reversed += static_cast<char>((rest & 0x7f) | 0x80);
    } else {
        do {
            reversed += static_cast<char>((rest & 0x7f) | (reversed.isEmpty() ? 0 : 0x80));
            rest >>= 7;
        } while (rest != 0);
    }
    std::reverse(reversed.begin(), reversed.end());
    out += reversed;
}

void put16(QByteArray& page, qsizetype offset, int value)
{
    page[offset] = static_cast<char>(value >> 8 & 0xff);
    page[offset + 1] = static_cast<char>(value & 0xff);
}

void put32(QByteArray& page, qsizetype offset, qint64 value)
{
    put16(page, offset, static_cast<int>(value >> 16 & 0xffff));
    put16(page, offset + 2, static_cast<int>(value & 0xffff));
}

PageKind kindOf(int type)
{
    switch (type) {
    case 2:
        return PageKind::IndexInner;
    case 5:
        return PageKind::TableInner;
    case 10:
        return PageKind::IndexLeaf;
    case 13:
        return PageKind::TableLeaf;
    default:
        return PageKind::Other;
    }
}

// How many columns the row has: its header lists one type each.
bool countColumns(const QByteArray& page, qsizetype offset, int usable, TableCell& cell)
{
    const qsizetype start = offset;
    qint64 headerSize = 0;
    if (!varint(page, offset, usable, headerSize) || headerSize < 1 || start + headerSize > usable)
        return false;
    while (offset < start + headerSize) {
        qint64 type = 0;
        if (!varint(page, offset, usable, type))
            return false;
        ++cell.columns;
    }
    return true;
}

// Moves `offset` behind the cell.
bool readLeafCell(const QByteArray& page, qsizetype& offset, int usable, TableCell& cell)
{
    if (!varint(page, offset, usable, cell.payload) || !varint(page, offset, usable, cell.rowid) || cell.payload < 1)
        return false;
    const qint64 local = localPayload(cell.payload, usable);
    if (offset + local > usable || !countColumns(page, offset, usable, cell))
        return false;
    offset += local;
    if (local < cell.payload) {
        if (offset + 4 > usable)
            return false;
        cell.overflow = bigEndian32(page, offset);
        offset += 4;
    }
    return true;
}

} // namespace

qint64 bigEndian32(const QByteArray& page, qsizetype offset)
{
    return static_cast<qint64>(bigEndian16(page, offset)) << 16 | bigEndian16(page, offset + 2);
}

qint64 localPayload(qint64 payload, int usable)
{
    const qint64 most = usable - 35;
    if (payload <= most)
        return payload;
    const qint64 least = (usable - 12) * 32 / 255 - 23;
    const qint64 wanted = least + (payload - least) % (usable - 4);
    return wanted <= most ? wanted : least;
}

std::optional<TreePage> readTreePage(const QByteArray& plain, qint64 number, int usable)
{
    const qsizetype start = number == 1 ? databaseHeader : 0;
    TreePage page;
    page.kind = kindOf(byteAt(plain, start));
    if (page.kind == PageKind::Other)
        return page;
    const bool inner = page.kind == PageKind::TableInner || page.kind == PageKind::IndexInner;
    const int count = bigEndian16(plain, start + 3);
    const qsizetype pointers = start + (inner ? innerHeader : leafHeader);
    if (pointers + qsizetype{2} * count > usable)
        return std::nullopt;
    for (int i = 0; i < count; ++i) {
        qsizetype offset = bigEndian16(plain, pointers + qsizetype{2} * i);
        if (offset < pointers || offset + 4 > usable)
            return std::nullopt;
        TableCell cell;
        if (inner) {
            cell.child = bigEndian32(plain, offset);
            page.children.push_back(cell.child);
            offset += 4;
        }
        if (page.kind == PageKind::TableInner && !varint(plain, offset, usable, cell.rowid))
            return std::nullopt;
        if (page.kind == PageKind::TableLeaf && !readLeafCell(plain, offset, usable, cell))
            return std::nullopt;
        if (page.kind == PageKind::TableLeaf)
            page.end = std::max(page.end, offset);
        if (page.kind == PageKind::TableInner || page.kind == PageKind::TableLeaf)
            page.cells.push_back(cell);
    }
    if (inner)
        page.children.push_back(bigEndian32(plain, start + 8));
    return page;
}

QByteArray emptyLeaf(bool index, int usable)
{
    QByteArray page(pageSize, '\0');
    page[0] = static_cast<char>(index ? 10 : 13);
    put16(page, 5, usable); // where cells begin
    return page;
}

QByteArray blankRowLeaf(qint64 rowid, int usable)
{
    QByteArray page = emptyLeaf(false, usable);
    QByteArray cell(1, '\2'); // two bytes of row:
    putVarint(cell, rowid);
    cell += '\2'; // the size of its header,
    cell += '\0'; // and in it one column, null
    const int top = usable - static_cast<int>(cell.size());
    page.replace(top, cell.size(), cell);
    put16(page, 3, 1);
    put16(page, 5, top);
    put16(page, leafHeader, top);
    return page;
}

std::optional<QByteArray> plausibleLeaf(QByteArray plain, int usable, int columns, qint64 low, qint64 high)
{
    const int count = bigEndian16(plain, 3);
    if (kindOf(byteAt(plain, 0)) != PageKind::TableLeaf || leafHeader + 2 * count > usable)
        return std::nullopt;
    struct Row {
        int offset;
        qint64 rowid;
    };
    std::vector<Row> rows;
    for (int i = 0; i < count; ++i) {
        const int offset = bigEndian16(plain, leafHeader + 2 * i);
        qsizetype end = offset;
        TableCell cell;
        const bool whole = offset >= leafHeader + 2 * count && offset + 4 <= usable &&
                           readLeafCell(plain, end, usable, cell) && cell.columns == columns && cell.overflow == 0 &&
                           cell.rowid > low && cell.rowid <= high;
        if (whole)
            rows.push_back({offset, cell.rowid});
    }
    // A rowid that is out of order takes its row with it, and no other.
    std::vector<Row> ordered;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool afterLast = ordered.empty() || rows[i].rowid > ordered.back().rowid;
        const bool beforeNext = i + 1 == rows.size() || rows[i].rowid < rows[i + 1].rowid;
        if (afterLast && beforeNext)
            ordered.push_back(rows[i]);
    }
    if (ordered.empty())
        return std::nullopt;
    put16(plain, 1, 0); // no list of free places
    put16(plain, 3, static_cast<int>(ordered.size()));
    plain[7] = 0;
    for (std::size_t i = 0; i < ordered.size(); ++i)
        put16(plain, leafHeader + 2 * static_cast<qsizetype>(i), ordered[i].offset);
    const auto first = std::min_element(ordered.begin(), ordered.end(),
                                        [](const Row& a, const Row& b) { return a.offset < b.offset; });
    put16(plain, 5, first->offset);
    return plain;
}

std::optional<QByteArray> innerPage(const std::vector<Branch>& branches, int usable)
{
    if (branches.empty())
        return std::nullopt;
    QByteArray page(pageSize, '\0');
    page[0] = 5;
    int top = usable;
    const int count = static_cast<int>(branches.size()) - 1;
    for (int i = 0; i < count; ++i) {
        const Branch& branch = branches[static_cast<std::size_t>(i)];
        QByteArray cell(4, '\0');
        put32(cell, 0, branch.page);
        putVarint(cell, branch.last);
        top -= static_cast<int>(cell.size());
        if (top < innerHeader + 2 * count)
            return std::nullopt; // more than one page can point to
        page.replace(top, cell.size(), cell);
        put16(page, innerHeader + 2 * i, top);
    }
    put16(page, 3, count);
    put16(page, 5, top);
    put32(page, 8, branches.back().page);
    return page;
}

} // namespace extract
