// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/source.h"

#include <QStringList>

#include <stop_token>

namespace readers {

// How one part is built, as lines for a support copy: for tables, XML and JSON. What cannot be read to its end is told
// as far as it went. Errors: Stopped.
[[nodiscard]] base::Result<QStringList> tableStructure(const SourcePart& part, QByteArrayView head, const std::stop_token& stop);
[[nodiscard]] base::Result<QStringList> xmlStructure(const SourcePart& part, const std::stop_token& stop);
[[nodiscard]] base::Result<QStringList> jsonStructure(const SourcePart& part, const std::stop_token& stop);
// Members of a zip, workbook or text document: endings, sizes, how they are packed and locked.
[[nodiscard]] QStringList zipStructure(const QString& path);

} // namespace readers
