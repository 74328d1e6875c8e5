// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/read.h"
#include "readers/xml_kept.h"
#include "readers/xml_tree.h"

#include <functional>

namespace readers {

// Parts of a pupil that speak of somebody else: contacts, siblings, staff. Empty if it is none; else the stable
// phrase of reports and markers.
[[nodiscard]] QLatin1StringView otherPeopleIn(const XmlNode& node);

// The same question for a format whose words mean something else: MOTHER in a return about a child in care says that
// she is one.
using OtherPeople = QLatin1StringView (*)(const XmlNode&);

// Each outermost part below `node` that speaks of somebody else, in order; empty elements are passed over.
void eachOther(const XmlNode& node, const QString& path,
               const std::function<void(const XmlNode&, const QString& path, QLatin1StringView why)>& found,
               OtherPeople others = otherPeopleIn);

// What is not kept of a part: its stretches, in order, and how many people they speak of.
struct XmlLeftOut {
    std::vector<XmlCut> cuts;
    std::vector<ReadDocument::NotTaken> notTaken;
};
[[nodiscard]] XmlLeftOut withoutOthers(const XmlNode& node, OtherPeople others = otherPeopleIn);

// One entry a person for those parts, for somebody who ticked that they are wanted. Never a field of the dictionary:
// its meaning there is the pupil's. `entry` is what all of them share.
[[nodiscard]] std::vector<record::Entry> entriesOfOthers(const XmlNode& node, const QString& path,
                                                         const record::Entry& entry,
                                                         OtherPeople others = otherPeopleIn);

// The value of a leaf; `name` is what it is shown as.
[[nodiscard]] record::Value xmlValue(const QString& name, const QString& item, const XmlLeaf& leaf);

// The day a text spells, as readDate() reads it; invalid if it spells none.
[[nodiscard]] QDate xmlDate(const QString& text);
// An entry's day and with it its school year; a text that spells none leaves it without.
void setDay(record::Entry& entry, const QString& text);

} // namespace readers
