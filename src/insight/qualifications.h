// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/fields.h"

namespace insight {

// A qualification or award that stands whole in an entry of its own: a learning event, a course, a credential.
struct Qualification {
    const record::Entry* entry = nullptr;
    const record::Value* title = nullptr;
    const record::Value* outcome = nullptr; // null: none is there, or awards of this kind have none
    QString name;      // "BTEC National in Sport", "Course 60012345"
    QString grade;     // in words, or as delivered; empty without an outcome
    bool open = false; // it should have a grade, and none is recorded
};

// In the record's order; also those without a time.
[[nodiscard]] std::vector<Qualification> qualifications(const OwnEntries& entries, Fields& fields);

} // namespace insight
