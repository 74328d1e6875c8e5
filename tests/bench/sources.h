// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/person.h"

#include <QString>

namespace bench {

// Whole-school School Census XML of about `megabytes`; the person stands in its middle.
[[nodiscard]] bool writeCensusXml(const QString& path, int megabytes, const record::Person& person);
// One person's long list: UPN, name, birth date, item, value, year. `values` rows.
[[nodiscard]] bool writeLongCsv(const QString& path, int values, const record::Person& person);

} // namespace bench
