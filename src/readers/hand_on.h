// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/read.h"

namespace readers {

// The document that a format makes of a part, before anything of it was read.
[[nodiscard]] ReadDocument documentOf(const SourcePart& part, const QString& format);

// Seals an entry and puts it behind the others; one that says nothing is dropped.
void finishEntry(record::Entry entry, std::vector<record::Entry>& into);

// Hands an entry of a part on, counted in its document. What a report counts is what the sink was given.
[[nodiscard]] base::Result<void> handOn(record::Entry entry, int part, int pupil, Sink& sink, ReadDocument& document);

// Counts what was left out; a phrase stands once.
void addNotTaken(std::vector<ReadDocument::NotTaken>& notTaken, const QString& why, qint64 count);
void addNotTaken(ReadDocument& document, const std::vector<ReadDocument::NotTaken>& more);

} // namespace readers
