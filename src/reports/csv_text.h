// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace reports {

// True where a spreadsheet could take the cell for a formula: it begins with = + - @, a tab or a line break, or their
// full-width twins, and is no plain number ("-0.45" is a result, and stays one).
[[nodiscard]] bool looksLikeFormula(QStringView cell);

// One row of a CSV file after RFC 4180: comma, quotes only where needed, CR LF.
//
// A cell that looks like a formula gets an apostrophe in front, which every spreadsheet reads as "this is text": a
// school's free text must not run on the computer of the person who opens it. The row then ends with "yes" in the
// column `guarded`, so that a script can take the apostrophes off again; the JSON export is exact.
[[nodiscard]] QByteArray csvRow(const QStringList& cells);

// Byte order mark and headings, "guarded" last. With the mark Excel reads UTF-8; without it, it takes "Siân" for
// Windows-1252. Readers that do not know it are few, and ours does.
[[nodiscard]] QByteArray csvHead(const QStringList& headings);

} // namespace reports
