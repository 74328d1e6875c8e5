// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/npd_table_plan.h"

namespace readers {

// What one entry says of its school, in the fields that tables have for it.
class SchoolNumbers {
public:
    // The first word on each kind of number stays.
    void take(TableColumn::Place place, const QString& number);

    // Authority and school number together; where only parts are said, put together from them; else the URN, the
    // school's number inside its authority, or a number of the school's own system. Empty: nothing is said.
    [[nodiscard]] QString best() const;

    // One kind of number was said twice and differs: two schools in one entry.
    [[nodiscard]] bool disagree() const { return m_disagree; }

private:
    QString m_laEstab;
    QString m_authority;
    QString m_estab;
    QString m_urn;
    QString m_local;
    bool m_disagree = false;
};

} // namespace readers
