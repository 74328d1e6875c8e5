// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/ids.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace record {

// What the person decided. Kept in the extract, never handed over unless ticked.
struct Dismissal {
    QString finding; // rule and the values it rests on, as one stable text
    QString reason;
    QDateTime when;
    bool operator==(const Dismissal&) const = default;
};

// From where on a check speaks up, where the person wants it otherwise than the check's own figure.
struct Limit {
    QString rule;
    double value = 0;
    bool operator==(const Limit&) const = default;
};

struct Decisions {
    std::vector<Dismissal> dismissals;
    std::vector<EntryId> setAside; // entries that are not about this person
    QString nameToUse;             // empty: the person's name
    std::vector<Limit> limits;
    bool operator==(const Decisions&) const = default;
};

} // namespace record
