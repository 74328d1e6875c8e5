// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/person.h"

namespace readers {

// For telling people apart by name and birth date; empty without a name, since a birth date alone is shared by children
// who have nothing else in common.
[[nodiscard]] QString nameAndBirth(const record::Person& person);

// Both are there and they are the same, or not the same. An absent number says neither.
[[nodiscard]] bool numbersAgree(const QString& one, const QString& other);
[[nodiscard]] bool numbersDiffer(const QString& one, const QString& other);

// What another part says of the same person is added where nothing stood.
void complete(record::Person& person, const record::Person& other);

} // namespace readers
