// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"

#include <QStringList>

namespace app {

// What one document brought, counted from the record. O(values) for all documents together.
struct DocumentRow {
    const record::Document* document = nullptr; // of the record asked for
    int entries = 0;
    int values = 0;
    int writtenIn = 0;    // values the person read in it and typed
    int witnesses = 0;    // entries that another document had said already
    int disagreeing = 0;  // of those: said differently
    int unknown = 0;      // values whose field the dictionary does not know
    QStringList collections; // names, in order of appearance
    QStringList years;       // "2005/06 to 2018/19"
    QStringList unknownNames; // distinct, at most 12
};
[[nodiscard]] std::vector<DocumentRow> documentRows(const record::Record& record);

// "ctf" → "Common Transfer File, version 15"
[[nodiscard]] QString formatWords(const record::Document& document);

} // namespace app
