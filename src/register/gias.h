// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "readers/source.h"
#include "register/school_directory.h"

#include <QStringList>

#include <stop_token>

namespace registry {

// A file of DfE's "Get Information About Schools", as anybody can download it: all establishments
// (edubasealldata….csv, also as saved again by a spreadsheet), their links, or a short list of numbers and names.
struct GiasFile {
    std::vector<School> schools;
    std::vector<SchoolLink> links;
    qint64 rows = 0;    // filled rows under the headings
    qint64 skipped = 0; // of them without a number or a name
    QStringList warnings;
};

// By its headings, never by its name. InputUnreadable with the row in `where`; Stopped.
[[nodiscard]] base::Result<GiasFile> readGias(const readers::SourcePart& part, const std::stop_token& stop = {},
                                              const base::Progress& progress = {});

} // namespace registry
