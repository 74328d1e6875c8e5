// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/read.h"

#include <QDate>

namespace readers {

// The table of a return that says who sent it and on which day it stands; it is about no child and is kept as it is.
[[nodiscard]] bool isCareHeader(QByteArrayView head);

struct CareHeader {
    ReadDocument document;
    QDate day; // invalid where none is given
};
[[nodiscard]] base::Result<CareHeader> readCareHeader(const SourcePart& part, const QString& format,
                                                      const std::stop_token& stop, const base::Progress& progress);

} // namespace readers
