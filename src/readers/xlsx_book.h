// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/sheets.h"

#include <QStringList>

namespace readers {

// What the rows of an XLSX workbook refer to.
struct XlsxBook {
    struct Sheet {
        QString name;
        QString path;
    };
    std::vector<Sheet> sheets;
    std::vector<QByteArray> strings; // shared texts
    QStringList parts; // paths of the members that are read or hold no contents: the rest is left unread
    std::vector<bool> dateStyles;    // by style number; a number beyond the end is no date
    bool since1904 = false;
};
[[nodiscard]] base::Result<XlsxBook> readXlsxBook(ZipArchive& archive, const QString& name);

// "B12" → 1; −1 if it is no cell reference.
[[nodiscard]] int xlsxColumn(QByteArrayView reference);

} // namespace readers
