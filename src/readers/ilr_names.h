// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/xml_tree.h"

namespace readers {

// The dictionary's name for an element of the learner record; empty: it has none. Codes under a mark (LearnFAMCode
// beside LearnFAMType "SOF") are fields of their own.
[[nodiscard]] QString ilrHeading(const XmlLeaf& leaf);

// What a value is called: its element and, where the same element says different things under different marks, the
// mark: "LearnFAMCode (FME)".
[[nodiscard]] QString ilrName(const XmlLeaf& leaf);

// Stands in the published structure of some year.
[[nodiscard]] bool ilrKnows(const QString& element);

} // namespace readers
