// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/fact_model.h"
#include "insight/linked_tables.h"

namespace app {

// Tax and benefit tables as rows; what tells where somebody lives or works is hidden while `masked`.
[[nodiscard]] FactTable linkedTable(const std::vector<insight::LinkedRow>& rows, bool masked);
[[nodiscard]] QString linkedKindTitle(insight::LinkedKind kind);

} // namespace app
