// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/ids.h"

#include <QAbstractTableModel>

#include <optional>

namespace app {

// Half days as a bar: what it is out of, and its two kinds; the words of the cell say the same.
struct FactBar {
    double allowed = 0;
    double notAllowed = 0;
    double other = 0; // the kind is not told
    double longest = 1; // of all bars of the column

    bool operator==(const FactBar&) const = default;
};

struct FactRow {
    QStringList texts;
    std::vector<record::ValueId> values; // what it rests on
    std::optional<FactBar> bar;          // drawn in the column `FactTable::barColumn`
    bool changed = false;                // says something else than the row before
};

// A small table of facts in words.
struct FactTable {
    QStringList headings;
    std::vector<int> weights; // share of the width, one a column
    int barColumn = -1;
    std::vector<FactRow> rows;
};

class FactModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { ValuesRole = Qt::UserRole, BarRole, ChangedRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setTable(FactTable table);
    [[nodiscard]] const FactTable& table() const { return m_table; }
    [[nodiscard]] std::vector<record::ValueId> valuesOf(int row) const;
    [[nodiscard]] int rowOf(record::ValueId value) const; // -1 if it is not there

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    FactTable m_table;
};

} // namespace app

Q_DECLARE_METATYPE(app::FactBar)
