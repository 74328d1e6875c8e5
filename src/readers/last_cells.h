// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/table_source.h"

#include <QByteArray>

#include <vector>

namespace readers {

// The bytes of some columns as the last row had them. Rows of one pupil follow each other in nearly every table, and in
// a long form rows of one time do: what those cells meant holds as long as their bytes are the same.
class LastCells {
public:
    void watch(std::vector<int> columns);
    [[nodiscard]] const std::vector<int>& columns() const { return m_columns; }

    // Whether this row's cells are the last row's; if not, they are remembered.
    [[nodiscard]] bool sameIn(const Row& row);
    // Cells of the last row, a line feed behind each.
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    [[nodiscard]] bool telling() const; // no cell holds a line feed itself, which could make two rows look alike

private:
    std::vector<int> m_columns;
    QByteArray m_bytes;
};

} // namespace readers
