// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/read.h"
#include "readers/table_source.h"

#include <QDate>
#include <QStringList>

namespace readers {

// The table of a return that says who sent it and on which day it stands; it is about no child and is kept as it is.
[[nodiscard]] bool isCareHeader(QByteArrayView head);
[[nodiscard]] bool isCareHeader(const QStringList& headings);
// The day it says in a row; invalid for a row or a table that says none.
[[nodiscard]] QDate careHeaderDay(const QStringList& headings, const Row& row, bool since1904);

struct CareHeader {
    ReadDocument document;
    QDate day; // invalid where none is given
};
[[nodiscard]] base::Result<CareHeader> readCareHeader(const SourcePart& part, const QString& format,
                                                      const std::stop_token& stop, const base::Progress& progress);

} // namespace readers
