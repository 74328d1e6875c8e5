// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace readers {

// How many different 64-bit numbers were seen, in memory that does not grow with them. Exact up to `exactUpTo`: twice the
// pupils of the largest local authority. Beyond it only those numbers are kept whose mixed form begins with enough zeros
// (adaptive sampling, after Wegman), which tells how many there are within about one in a hundred.
class SeenNumbers {
public:
    static constexpr qint64 exactUpTo = 500'000;

    void add(quint64 number);
    [[nodiscard]] qint64 count() const; // three digits that count where it is not exact
    [[nodiscard]] bool exact() const { return m_zeros == 0; }

private:
    void refill(std::size_t places);

    std::vector<quint64> m_table; // one flat table: eight bytes a number, where a set of strings would take a hundred
    qint64 m_size = 0;
    int m_zeros = 0; // that a mixed number has to begin with
};

} // namespace readers
