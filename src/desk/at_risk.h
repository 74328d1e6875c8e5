// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "desk/hidden_words.h"
#include "desk/import_report.h"
#include "record/record.h"
#include "record/selection.h"
#include "requests/concern.h"

namespace desk {

// Where the catalogue says so, or knows nothing of the field: a field nobody knows may hold anything.
[[nodiscard]] bool itemLocates(const QString& item);

// The record as a person at risk may let others see it: whatever the catalogue marks as locating, whatever the
// catalogue does not know, school numbers, file names and places in files are dots, and so is whatever else repeats
// one of them. Everything the program shows, searches, exports or prints in at-risk mode is made from this copy, so
// nothing further down can leak.
[[nodiscard]] record::Record maskedForRisk(record::Record record, const HiddenWords& words);

// A concern in the file holds the true values, for the letter that is written when the person is safe. What is shown
// of it meanwhile is masked by the same rules. `files`: names of the attachments.
[[nodiscard]] requests::Concern maskedForRisk(requests::Concern concern, const HiddenWords& words,
                                              const QStringList& files);
// What is saved again out of a masked concern: its sentences as they stood in the file, where nobody changed them.
[[nodiscard]] requests::Concern unmaskedAgain(requests::Concern changed, const requests::Concern& before,
                                              const requests::Concern& masked);

// What a source tells of itself before and while it is read: pupils keep name and birth date, documents lose their
// names, and remarks lose what they quote.
[[nodiscard]] readers::ReadReport maskedForRisk(readers::ReadReport report);
[[nodiscard]] ImportReport maskedForRisk(ImportReport report);
// A chosen pupil comes back with dots for numbers: then name and birth date choose.
[[nodiscard]] record::Selection withoutDots(record::Selection selection);
[[nodiscard]] base::Error maskedForRisk(base::Error error, const QStringList& paths);

} // namespace desk
