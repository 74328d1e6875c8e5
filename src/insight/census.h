// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

namespace insight {

// One characteristic as read over the years.
struct Reading {
    record::ValueId value;
    record::EntryId entry;
    std::optional<catalogue::AcademicYear> year;
    catalogue::Term term = catalogue::Term::None;
    QString raw;
    QString meaning;
    bool known = true;   // the code had a meaning in its year
    bool changed = false; // differs from the reading before
};

struct Characteristic {
    QString key;   // "EthnicGroup": names that changed over the years are one characteristic
    QString title; // "Ethnic group"
    LaneGroup group = LaneGroup::Characteristics;
    bool locates = false;
    bool hard = false; // care, need, exclusion: "may be hard to read"
    std::vector<Reading> readings; // in time order
};

[[nodiscard]] std::vector<Characteristic> characteristics(const record::Record& record,
                                                          const record::Decisions& decisions);
// The characteristic a value belongs to, if any. `value` is one of the entry's own.
[[nodiscard]] QString characteristicKey(const record::Entry& entry, const record::Value& value);

} // namespace insight
