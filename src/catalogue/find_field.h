// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/items.h"

namespace catalogue {

// The field a person means who copies a heading off paper: a name the dictionary knows in this collection, however it
// is spelt, or a field's whole meaning in words. Nothing: it stays free text.
[[nodiscard]] std::optional<ItemId> fieldNamed(const QString& words, QStringView collection,
                                               std::optional<AcademicYear> year);

// Fields of one collection for plain words, those collected in `year` first, the field that is named so before all.
// No words: nothing.
[[nodiscard]] std::vector<ItemId> fieldsLike(const QString& words, QStringView collection,
                                             std::optional<AcademicYear> year, int limit = 40);

} // namespace catalogue
