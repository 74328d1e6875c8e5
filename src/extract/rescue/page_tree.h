// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace extract {

// SQLite's b-tree page, as far as reading round damage needs it (sqlite.org/fileformat2.html). Everything is checked
// against the page's size: a page may be sealed and still not be what it seems.
enum class PageKind { Other, TableLeaf, TableInner, IndexLeaf, IndexInner };

struct TableCell {
    qint64 rowid = 0;
    qint64 child = 0;    // of an inner page
    qint64 overflow = 0; // of a leaf: first page of what did not fit
    qint64 payload = 0;  // of a leaf: size of the whole row
    int columns = 0;     // of a leaf
};

struct TreePage {
    PageKind kind = PageKind::Other;
    std::vector<TableCell> cells; // of table pages, in order
    std::vector<qint64> children; // of inner pages, the rightmost last
    qsizetype end = 0;            // of a table leaf: where the last byte of its rows is, and one
};

// `usable`: page size less what SQLite leaves free. Nothing where the page breaks the format.
[[nodiscard]] std::optional<TreePage> readTreePage(const QByteArray& plain, qint64 number, int usable);

// What takes a broken page's place: a leaf that holds nothing (or, where SQLite takes an empty one for damage, one row
// of nothing, which the reader leaves out), or an inner page over pages that were found without
// their parent, ordered by rowid. `last` of each: the largest rowid under it.
struct Branch {
    qint64 page = 0;
    qint64 first = 0;
    qint64 last = 0;
};
[[nodiscard]] QByteArray emptyLeaf(bool index, int usable);
[[nodiscard]] QByteArray blankRowLeaf(qint64 rowid, int usable);
[[nodiscard]] std::optional<QByteArray> innerPage(const std::vector<Branch>& branches, int usable);

// A leaf as it was opened although its seal is broken, with only those rows that have the right number of columns and
// rowids in order between `low` (not included) and `high`: what they say is still to be proved. Nothing if there is none.
[[nodiscard]] std::optional<QByteArray> plausibleLeaf(QByteArray plain, int usable, int columns, qint64 low, qint64 high);

// Bytes of a row that an overflow page holds.
[[nodiscard]] inline qint64 overflowRoom(int usable) { return usable - 4; }
// Bytes of a row of this size that stay on the leaf.
[[nodiscard]] qint64 localPayload(qint64 payload, int usable);
[[nodiscard]] qint64 bigEndian32(const QByteArray& page, qsizetype offset);

} // namespace extract
