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

// Cuts those parts out and counts the people in them.
void leaveOthersOut(const XmlNode& node, std::vector<XmlCut>& cuts, std::vector<ReadDocument::NotTaken>& notTaken,
                    OtherPeople others = otherPeopleIn);

// One entry a person for those parts, for somebody who ticked that they are wanted. Never a field of the dictionary:
// its meaning there is the pupil's. `entry` is what all of them share.
[[nodiscard]] std::vector<record::Entry> entriesOfOthers(const XmlNode& node, const QString& path,
                                                         const record::Entry& entry,
                                                         OtherPeople others = otherPeopleIn);

// The value of a leaf; `name` is what it is shown as.
[[nodiscard]] record::Value xmlValue(const QString& name, const QString& item, const XmlLeaf& leaf);

} // namespace readers
