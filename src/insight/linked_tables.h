// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

namespace insight {

// The tax and benefit tables that a national study joins to school records (LEO). They are no results, and speak of a
// grown-up: they stand in a lane of their own.
enum class LinkedKind { Job, Benefit, Earnings, SelfEmployment, Support, Area, Employer };

struct LinkedRow {
    LinkedKind kind = LinkedKind::Job;
    record::EntryId entry;
    QString when;  // "1 April 2015 to 3 March 2016", "tax year 2015/16"
    QDate from;    // for the order; invalid where no time is given
    QString words; // "£12,345 earned in the tax year", "start date is uncertain"
    bool locates = false;
    std::vector<record::ValueId> values;
};

// By kind, then time.
[[nodiscard]] std::vector<LinkedRow> linkedTables(const record::Record& record, const record::Decisions& decisions);

} // namespace insight
