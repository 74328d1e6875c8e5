// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "extract/file/page_cipher.h"
#include "extract/rescue/page_tree.h"

#include <QFile>

namespace extract {

// What a page tells about where others belong. Small: a large file has many pages.
struct PageNote {
    bool sealed = false;
    PageKind kind = PageKind::Other;
    qint64 next = 0; // of an overflow page
    qint64 first = 0, last = 0; // rowids of a table leaf; last < first: none
    int columns = 0;            // of its rows
    std::vector<qint64> children;
    std::vector<qint64> keys; // of an inner table page: the largest rowid under each child but the last
    struct Spill {
        qint64 rowid = 0;
        qint64 overflow = 0;
        qint64 rest = 0; // bytes that are there
    };
    std::vector<Spill> spills;
};

struct PageNotes {
    std::vector<PageNote> pages; // [0] is not used: pages count from 1
    int reserve = 0;             // the cipher's, at the end of each sealed page; 0: not one is sealed
    int usable = pageSize;       // bytes of a page that SQLite fills
    qint64 broken = 0;

    [[nodiscard]] qint64 count() const { return static_cast<qint64>(pages.size()) - 1; }
    [[nodiscard]] bool has(qint64 number) const { return number >= 1 && number <= count(); }
    [[nodiscard]] const PageNote& at(qint64 number) const { return pages[static_cast<std::size_t>(number)]; }
    [[nodiscard]] bool sealed(qint64 number) const { return has(number) && at(number).sealed; }
};

[[nodiscard]] base::Result<PageNotes> notePages(QFile& file, const PageCipher& cipher, const std::stop_token& stop,
                                                const base::Progress& progress);
[[nodiscard]] QByteArray pageOf(QFile& file, qint64 number); // zeros where it cannot be read

// SQLite leaves at least the cipher's reserve free, and more where its library began a file for a longer seal and then
// was told of this one: a file by SQLCipher 4.x leaves 80 bytes where the seal takes 48. Byte 20 of the header says it.
[[nodiscard]] int usableBytes(const QByteArray& firstPage);

} // namespace extract
