// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/import_report.h"
#include "desk/read_ahead.h"

namespace desk {

// One import: the person compared with the extract's, the source read, everything written in one transaction. An
// error or a stop leaves the extract exactly as it was. `selection.person` may be empty: the extract's own. `ahead`:
// what a preview read of this very source; it is not read again where that was read with the same selection.
[[nodiscard]] base::Result<ImportReport> importSource(extract::Extract& into, const readers::Source& source,
                                                      record::Selection selection, const std::stop_token& stop,
                                                      const base::Progress& progress,
                                                      std::optional<ReadAhead> ahead = {});

} // namespace desk
