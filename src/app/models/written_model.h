// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/written_in.h"

#include <QAbstractTableModel>

#include <array>

namespace app {

// What the person wrote in: a row a value, the newest first.
class WrittenModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Field, Says, Where }; // when it speaks of stands over where it was read

    using QAbstractTableModel::QAbstractTableModel;
    void setRecord(const record::Record& record);
    [[nodiscard]] record::ValueId valueAt(int row) const;
    [[nodiscard]] int rowOf(record::ValueId value) const; // −1: not here

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        record::ValueId id;
        std::array<QString, 3> cells; // by Column
    };
    std::vector<Row> m_rows;
};

} // namespace app
