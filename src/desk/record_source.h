// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/import_report.h"

#include <QStringList>

namespace desk {

// Another record file as a source. Its documents come over as they were delivered: kept bytes, format, reader, what was
// withheld; with their entries and with what further documents said as well. What its owner wrote in, decided or asked
// for stays behind. The same rules hold as for any import: a document held already is not taken again, an entry said
// already gets a witness, the person is compared first, one transaction.

// By content, without opening a file that this process has open.
[[nodiscard]] bool isRecordFile(const QString& path);

// Errors: Usage (the file itself; several sources together with a record file), else those of opening and of importing.
// The other file is opened for reading only. In at-risk mode there, this one is in at-risk mode afterwards.
[[nodiscard]] base::Result<ImportReport> importRecordFile(extract::Extract& into, const QStringList& paths,
                                                          const extract::Secret& passphrase,
                                                          const record::Selection& selection, const base::Clock& clock,
                                                          const std::stop_token& stop, const base::Progress& progress);

// Whom the file is about and what it holds, as for any source.
[[nodiscard]] base::Result<readers::ReadReport> pupilOfRecordFile(const QString& path, const extract::Secret& passphrase,
                                                                  const base::Clock& clock);

} // namespace desk
