// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/table_source.h"

namespace readers {

// Puts together what is kept of a text table: the person's rows as they were delivered, and one marker line for
// each run of rows about other pupils.
class KeptTable {
public:
    KeptTable(bool wanted, const TableSource& table);

    void take(const Row& row);
    // The person's row with some cells left out, which are about other people.
    void takeWithout(const Row& row, const std::vector<int>& columns);
    void withhold(const Row& row);
    void startSheet(const QString& name);

    void sheetNotRead() { m_allRead = false; }

    // What to store. Of a workbook: the delivered bytes if all of it was read and nothing withheld, else the rows
    // taken, as text.
    [[nodiscard]] QByteArray finish();
    [[nodiscard]] qint64 withheld() const { return m_withheld; }

private:
    void closeRun();
    void addCells(const Row& row, const std::vector<int>& without);

    bool m_wanted;
    bool m_text;
    bool m_allRead = true;
    const TableSource& m_table;
    QByteArray m_kept;
    qint64 m_run = 0;
    qint64 m_withheld = 0;
};

} // namespace readers
