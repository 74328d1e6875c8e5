// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/rescue/page_notes.h"

#include <functional>
#include <map>
#include <set>

namespace extract {

struct TreeRoot {
    QByteArray name;
    QByteArray table; // the name again, or the table an index belongs to
    qint64 page = 0;
    bool keyed = false; // an index, or a table without rowid: its rows are in index pages
    int columns = 0;
};

// How a file with broken pages can be read all the same.
struct SalvagePlan {
    std::map<qint64, QByteArray> substitutes;           // plain pages for broken ones
    std::set<QByteArray> holed;                         // tables that rows may be missing from
    std::map<QByteArray, std::set<qint64>> cutRows;     // rows whose overflow leads through a broken page
    std::set<QByteArray> unproved;                      // tables with rows of broken pages, still to be proved
};

// The plain content of a page whose seal is broken.
using OpenAnyway = std::function<QByteArray(qint64 page)>;

// A broken page with children is built anew from pages that nobody points to; one without them held rows, which are
// lost. Only headings and moments of a broken page are taken along, because an entry's fingerprint proves them later.
// `master`: the pages of the list of tables, which are not looked at.
[[nodiscard]] SalvagePlan planSalvage(const PageNotes& notes, const std::vector<TreeRoot>& roots,
                                      const std::set<qint64>& master, const OpenAnyway& openAnyway);

} // namespace extract
