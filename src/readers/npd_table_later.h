// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/npd_table_entries.h"
#include "readers/raw_sink.h"

namespace readers {

// Rows of one text table, set aside and turned into entries later.
class RowMaker : public Maker {
public:
    RowMaker(TablePlan plan, RowPlace place, bool otherPeopleToo, bool quotes)
        : m_plan(std::move(plan)), m_place(std::move(place)), m_otherPeopleToo(otherPeopleToo), m_quotes(quotes)
    {
    }
    // `piece` is overwritten.
    static void pack(const Row& row, QByteArray& piece);
    [[nodiscard]] base::Result<void> make(QByteArrayView piece, const Take& take) const override;

private:
    TablePlan m_plan;
    RowPlace m_place;
    bool m_otherPeopleToo;
    bool m_quotes;
};

} // namespace readers
