// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/extract.h"
#include "readers/read.h"

namespace desk {

// What an import did, document by document, for people and for `pupil-record import --json`.
struct ImportReport {
    struct Line {
        readers::ReadDocument read; // its kept bytes dropped
        extract::ImportedDocument imported;
    };
    std::vector<Line> documents;
    qint64 otherPupils = 0; // in the source and not taken
    bool othersEstimated = false; // say "about"
    record::Fit fit = record::Fit::Same;
};

} // namespace desk
