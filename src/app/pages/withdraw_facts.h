// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"

namespace app {

// What a withdrawal would take and leave, for the sentences before it.
struct WithdrawFacts {
    QString name;  // of the document
    int goes = 0;  // entries that no other document says
    int stays = 0; // entries that another document says too, in the same words
};
[[nodiscard]] WithdrawFacts withdrawFacts(const record::Record& record, record::DocumentId id);

} // namespace app
