// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/npd_table_plan.h"

namespace readers {

// The downloads of "Get Information About Pupils" join values with a delimiter and quote nothing: a comma in a name
// moves everything after it. Says what each column's values look like and finds the place where a row was cut.
class GiapAlign {
public:
    explicit GiapAlign(const TablePlan& plan);

    enum class Outcome { Fits, Quoted, Joined, Unclear };
    // Joins the cells of a row that is too long, where only one place makes dates, numbers and codes stand right.
    [[nodiscard]] Outcome align(Row& row) const;

private:
    enum class Kind { Free, Born, Upn, Sex, Year, Digits };
    struct Column {
        Kind kind = Kind::Free;
        int least = 0; // digits
        int most = 0;
    };
    [[nodiscard]] bool fits(const Column& column, QByteArrayView cell) const;
    [[nodiscard]] int score(const Row& row, int joinAt, int extra) const;

    std::vector<Column> m_columns;
};

} // namespace readers
