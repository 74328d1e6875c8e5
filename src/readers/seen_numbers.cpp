// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/seen_numbers.h"

#include <algorithm>

namespace readers {

void SeenNumbers::add(quint64 number)
{
    number += number == 0 ? 1 : 0; // 0 marks an empty place
    if (static_cast<std::size_t>(m_size) * 2 >= m_table.size()) {
        std::vector<quint64> bigger(std::max<std::size_t>(1024, m_table.size() * 2), 0);
        for (const quint64 old : m_table) {
            std::size_t at = old & (bigger.size() - 1);
            while (old != 0 && bigger[at] != 0)
                at = (at + 1) & (bigger.size() - 1);
            if (old != 0)
                bigger[at] = old;
        }
        m_table.swap(bigger);
    }
    std::size_t at = number & (m_table.size() - 1);
    while (m_table[at] != 0) {
        if (m_table[at] == number)
            return;
        at = (at + 1) & (m_table.size() - 1);
    }
    m_table[at] = number;
    ++m_size;
}

} // namespace readers
