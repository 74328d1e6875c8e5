// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/read.h"

#include <utility>
#include <vector>

// What the tests of tables share: a sink that keeps everything, people, and archives made by the test itself.
namespace fixtures {

class Collected : public readers::Sink {
public:
    base::Result<void> entry(int part, int pupil, record::Entry entry) override;

    [[nodiscard]] qint64 values() const;
    [[nodiscard]] QString raw(std::size_t entry, const QString& name) const; // null where there is no such value
    std::vector<record::Entry> entries;
    std::vector<int> parts;
    std::vector<int> pupils;
};

struct Outcome {
    base::Result<readers::ReadReport> report;
    Collected sink;

    [[nodiscard]] QString error() const { return report ? QString() : report.error().message; }
    [[nodiscard]] base::ErrorKind kind() const { return report ? base::ErrorKind::Usage : report.error().kind; }
};

[[nodiscard]] record::Selection person(const QString& name, QDate born, const QString& upn = {});
[[nodiscard]] record::Selection everyone();
// What the tests read is what the fuzzers begin with: kept in the folder PUPIL_RECORD_SEEDS names, if it does.
void keepSeed(const QByteArray& bytes);
[[nodiscard]] Outcome readParts(std::vector<readers::SourcePart> parts, const record::Selection& selection);
[[nodiscard]] Outcome readText(const QByteArray& text, const record::Selection& selection, const QString& name = QStringLiteral("table.csv"));

using Members = std::vector<std::pair<QString, QByteArray>>;
[[nodiscard]] QByteArray zipped(const Members& members);
[[nodiscard]] Members xlsxMembers(const QByteArray& sheetData, const QByteArray& strings = {}, bool since1904 = false, bool absolute = false);
[[nodiscard]] QByteArray xlsx(const QByteArray& sheetData, const QByteArray& strings = {}, bool since1904 = false, bool absolute = false);
// A workbook with one sheet for each CSV text; cells in the form of a number and days (dd/mm/yyyy) are stored as such.
[[nodiscard]] QByteArray xlsxOf(const Members& sheets);
[[nodiscard]] QByteArray ods(const QByteArray& tables);

} // namespace fixtures
