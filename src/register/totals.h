// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace registry {

// A figure as its publication prints it; where publications disagree both stand and `note` says so.
struct Total {
    QString id; // "req.887"
    QString fact;
    QString value;
    QString unit;
    QString source;
    QString note;
};

[[nodiscard]] const std::vector<Total>& bundledTotals();

} // namespace registry
