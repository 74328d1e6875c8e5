// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace readers {

// 64-bit numbers seen, in one flat table: eight bytes a pupil, where a set of strings would take a hundred.
class SeenNumbers {
public:
    void add(quint64 number);
    [[nodiscard]] qint64 size() const { return m_size; }

private:
    std::vector<quint64> m_table;
    qint64 m_size = 0;
};

} // namespace readers
