// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/withdraw_facts.h"

#include <algorithm>

namespace app {

WithdrawFacts withdrawFacts(const record::Record& record, record::DocumentId id)
{
    WithdrawFacts facts;
    if (const record::Document* document = record.document(id))
        facts.name = document->name;
    for (const record::Entry& entry : record.entries) {
        if (entry.document != id || entry.writtenIn)
            continue;
        const bool heir = std::any_of(entry.witnesses.begin(), entry.witnesses.end(), [id](const record::Witness& w) {
            return w.agrees && w.document != id;
        });
        ++(heir ? facts.stays : facts.goes);
    }
    return facts;
}

} // namespace app
