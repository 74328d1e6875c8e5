// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "extract/extract.h"

namespace desk {

// A PDF, picture, Word or OpenDocument text taken into the extract unchanged, as a document to read.
struct AttachedPaper {
    record::DocumentId id;
    QString name;
    QString format; // a word of record::formatsToRead()
    QByteArray sha256;
    bool alreadyHeld = false; // the same bytes were here: nothing was written
};

// Errors: InputUnreadable (not there, too large, a file of data), those of an import.
[[nodiscard]] base::Result<AttachedPaper> attachPaper(extract::Extract& into, const QString& path);

// In at-risk mode a form is filled from dots. They must never take the place of what they hide.
[[nodiscard]] base::Result<void> refuseDots(const record::WrittenChange& change);

} // namespace desk
