// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"

namespace app {

// One thing the search field found.
struct Found {
    record::ValueId value; // 0: a page
    PageName page = PageName::Timeline;
    QString title;  // "Ethnic group: White – British"
    QString detail; // "School Census, spring 2009/10"
};

// Every word must occur in what is said about the value: field, raw text, meaning, collection, year. In at-risk mode
// values that locate the person are neither searched nor shown. O(values) with one pass over the characteristics.
[[nodiscard]] std::vector<Found> find(const desk::Snapshot& snapshot, const QString& words, int limit);

} // namespace app
