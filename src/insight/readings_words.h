// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/decisions.h"
#include "record/record.h"

#include <QStringList>

namespace insight {

// What else the record says of the values a letter disputes. Sentences of a letter are in the letter's language,
// English so far, whatever the window speaks; they state what the record holds and nothing more.
struct LetterRemarks {
    QStringList otherReadings; // "The other eleven spring censuses say White and Asian."
    QString sourceRemark;      // "For 2009/10 the source given is S: …"; empty: no source is given
};

[[nodiscard]] LetterRemarks letterRemarks(const record::Record& record, const record::Decisions& decisions,
                                          const std::vector<record::ValueId>& disputed);

} // namespace insight
