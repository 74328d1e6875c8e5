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

// A whole school, every pupil about as large as the next; the person is the one in the middle. The table comes sorted by
// term, so that everybody's rows are spread over the whole of it; the XML has one stretch a pupil.
[[nodiscard]] bool writeSchoolCsv(const QString& path, int megabytes, int pupils, const record::Person& person);
[[nodiscard]] bool writeSchoolXml(const QString& path, int megabytes, int pupils, const record::Person& person);

} // namespace bench
