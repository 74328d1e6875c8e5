// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/rescue/page_notes.h"

#include "extract/database/failure.h"

namespace extract {

namespace {

PageNote noteOf(const QByteArray& plain, qint64 number, int usable)
{
    PageNote note;
    const auto page = readTreePage(plain, number, usable);
    if (!page)
        return note;
    note.sealed = true;
    note.kind = page->kind;
    note.children = page->children;
    if (page->kind == PageKind::Other)
        note.next = bigEndian32(plain, 0);
    if (page->kind == PageKind::TableInner)
        for (const TableCell& cell : page->cells)
            note.keys.push_back(cell.rowid);
    if (page->kind == PageKind::TableLeaf) {
        note.first = page->cells.empty() ? 0 : page->cells.front().rowid;
        note.last = page->cells.empty() ? -1 : page->cells.back().rowid;
        note.columns = page->cells.empty() ? 0 : page->cells.front().columns;
        for (const TableCell& cell : page->cells)
            if (cell.overflow != 0)
                note.spills.push_back({cell.rowid, cell.overflow, cell.payload - localPayload(cell.payload, usable)});
    }
    return note;
}

constexpr qsizetype unusedBytesAt = 20; // in the header on page 1
constexpr int mostUnused = 80;          // of all versions there are
constexpr int leavesToAsk = 64;

// Without page 1 the rows tell: SQLite fills a page from its end. A long row may be misread, so the most decide.
int usableByRows(QFile& file, const PageCipher& cipher, qint64 count, int reserve)
{
    int beyond = 0;
    int within = 0;
    for (qint64 number = 2; number <= count && beyond + within < leavesToAsk; ++number) {
        const QByteArray page = pageOf(file, number);
        if (cipher.reserveOf(page, number) != reserve)
            continue;
        const auto tree = readTreePage(cipher.opened(page, number, reserve), number, pageSize - reserve);
        if (tree && tree->kind == PageKind::TableLeaf && !tree->cells.empty())
            ++(tree->end > pageSize - mostUnused ? beyond : within);
    }
    return pageSize - (beyond >= within ? reserve : mostUnused);
}

int findReserve(QFile& file, const PageCipher& cipher, qint64 count)
{
    for (qint64 number = 1; number <= count; ++number)
        if (const int reserve = cipher.reserveOf(pageOf(file, number), number); reserve != 0)
            return reserve;
    return 0;
}

} // namespace

int usableBytes(const QByteArray& firstPage)
{
    return pageSize - static_cast<unsigned char>(firstPage.at(unusedBytesAt));
}

QByteArray pageOf(QFile& file, qint64 number)
{
    QByteArray page(pageSize, '\0');
    if (file.seek((number - 1) * pageSize))
        static_cast<void>(file.read(page.data(), pageSize));
    return page;
}

base::Result<PageNotes> notePages(QFile& file, const PageCipher& cipher, const std::stop_token& stop,
                                  const base::Progress& progress)
{
    PageNotes notes;
    // A last page that is cut short is a broken one.
    const qint64 count = (file.size() + pageSize - 1) / pageSize;
    notes.pages.resize(static_cast<std::size_t>(count) + 1);
    notes.reserve = findReserve(file, cipher, count);
    if (const QByteArray first = pageOf(file, 1); notes.reserve != 0)
        notes.usable = cipher.reserveOf(first, 1) == notes.reserve ? usableBytes(cipher.opened(first, 1, notes.reserve))
                                                                   : usableByRows(file, cipher, count, notes.reserve);
    for (qint64 number = 1; number <= count; ++number) {
        if (stop.stop_requested())
            return base::fail(base::ErrorKind::Stopped, Words::tr("The rescue was stopped. Nothing was written."));
        if (number % 256 == 0)
            base::report(progress, {Words::tr("Looking at every page"), number, count});
        const QByteArray page = pageOf(file, number);
        PageNote& note = notes.pages[static_cast<std::size_t>(number)];
        // Pages of another reserve are sealed by the same key and still not of this file.
        if (notes.reserve != 0 && cipher.reserveOf(page, number) == notes.reserve)
            note = noteOf(cipher.opened(page, number, notes.reserve), number, notes.usable);
        notes.broken += note.sealed ? 0 : 1;
    }
    return notes;
}

} // namespace extract
