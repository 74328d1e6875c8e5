// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"
#include "extract/rescue/salvage_plan.h"

namespace extract {

// An encrypted copy of a damaged file in which every broken page has been replaced, so that SQLite can read the rest.
struct SalvageImage {
    qint64 pages = 0, broken = 0;
    std::set<QByteArray> holed;
    std::map<QByteArray, std::set<qint64>> cutRows;
    std::set<QByteArray> unproved;
};

// `image` must not exist. Errors: Damaged, where not even the list of tables can be had.
[[nodiscard]] base::Result<SalvageImage> makeImage(const QString& path, const Key& key, const QString& image,
                                                   const std::stop_token& stop, const base::Progress& progress);

} // namespace extract
