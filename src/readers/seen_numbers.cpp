// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/seen_numbers.h"

#include <algorithm>
#include <bit>

namespace readers {

namespace {

// MurmurHash3's finalizer: one to one, and every bit hangs on all others, so that leading zeros are a fair sample.
quint64 spread(quint64 number)
{
    number = (number ^ (number >> 33U)) * 0xff51afd7ed558ccdULL;
    number = (number ^ (number >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
    return number ^ (number >> 33U);
}

} // namespace

void SeenNumbers::refill(std::size_t places)
{
    std::vector<quint64> fresh(places, 0);
    m_size = 0;
    for (const quint64 old : m_table) {
        if (old == 0 || std::countl_zero(old) < m_zeros)
            continue;
        std::size_t at = old & (places - 1);
        while (fresh[at] != 0)
            at = (at + 1) & (places - 1);
        fresh[at] = old;
        ++m_size;
    }
    m_table.swap(fresh);
}

void SeenNumbers::add(quint64 number)
{
    number = spread(number);
    number += number == 0 ? 1 : 0; // 0 marks an empty place
    if (std::countl_zero(number) < m_zeros)
        return;
    if (static_cast<std::size_t>(m_size) * 2 >= m_table.size())
        refill(std::max<std::size_t>(1024, m_table.size() * 2));
    std::size_t at = number & (m_table.size() - 1);
    while (m_table[at] != 0) {
        if (m_table[at] == number)
            return;
        at = (at + 1) & (m_table.size() - 1);
    }
    m_table[at] = number;
    ++m_size;
    while (m_size > exactUpTo) {
        ++m_zeros;
        refill(m_table.size());
    }
}

qint64 SeenNumbers::count() const
{
    qint64 all = m_size << m_zeros;
    qint64 unit = 1;
    for (; !exact() && all / unit >= 1000; unit *= 10) {
    }
    return (all + unit / 2) / unit * unit;
}

} // namespace readers
