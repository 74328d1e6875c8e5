// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/attainment.h"

#include <QAbstractTableModel>

namespace app {

// Every result as a row of a table: the twin of the attainment picture.
class AttainmentModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Stage, When, Subject, Result, Meaning, Compared, ColumnCount };
    enum Role { ValueRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;
    // The record names results that no scale is known for.
    void setAttainment(const insight::Attainment& attainment, const record::Record& record);
    [[nodiscard]] int rowOf(record::ValueId value) const; // -1 if it is not there

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        record::ValueId value;
        std::vector<record::ValueId> also;
        std::array<QString, ColumnCount> texts;
        bool byHand = false;
    };
    std::vector<Row> m_rows;
};

// "as expected, or above", "below what was expected", or empty where the two cannot be compared.
[[nodiscard]] QString comparedWords(const insight::AttainmentPanel& panel, const insight::ResultRow& row);
// "+0.91", with a real minus sign.
[[nodiscard]] QString scoreWords(double score);
// "between −0.12 and +0.74"; empty where no range was given.
[[nodiscard]] QString rangeWords(const insight::RelativeScore& score);

} // namespace app
