// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/source_intake.h"

#include <QDate>
#include <QStringList>

#include <vector>

namespace readers {

// A sheet of a workbook by its first rows.
struct SheetLook {
    QString name;
    QStringList headings; // empty: it has none
    QDate returnDay;      // of the sheet that says who sent the return; else invalid
};

// A local authority may hand the tables of a return out as the sheets of one workbook. Looking costs the opening of the
// workbook, so a large one is not looked into: no return of one authority is. Nothing for what is no workbook or cannot be
// read: whoever reads it says why.
inline constexpr qint64 mostLookedInto = 32LL * 1024 * 1024;
[[nodiscard]] std::vector<SheetLook> sheetLooks(const SourcePart& part, QByteArrayView head);

} // namespace readers
