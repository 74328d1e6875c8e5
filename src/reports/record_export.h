// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"

#include <vector>

namespace reports {

struct ExportFile {
    QString name; // no folders
    QByteArray bytes;
};

// The record as open files. Pure: the caller writes them, having said that they are not encrypted. In at-risk mode
// the caller hands in a masked record.
//
// CSV: person.csv, documents.csv, entries.csv, witnesses.csv, values.csv; ids join them. See csv_text.h.
[[nodiscard]] std::vector<ExportFile> exportCsv(const record::Record& record);
// JSON: record.json, schema 1, values exactly as delivered and one a line.
[[nodiscard]] std::vector<ExportFile> exportJson(const record::Record& record);

} // namespace reports
