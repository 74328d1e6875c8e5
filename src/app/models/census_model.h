// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/census.h"

#include <QAbstractTableModel>

#include <set>

namespace app {

// What the census said, year by year: a row for each characteristic, a column for each school year. What tells where
// a person is stays hidden until it is asked for, under every role; what may be hard to read is one row with a
// sentence until it is opened.
class CensusModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        CodeRole = Qt::UserRole,
        ChangedRole, // differs from the reading before
        ValuesRole,  // ids of the readings of the cell, in time order
        GroupRole,
        HeadingRole, // this row is a heading of hard rows; its words are the cell
        AnswersRole, // how many different answers the year holds
        NoneKnownRole,
    };

    using QAbstractTableModel::QAbstractTableModel;
    void setCharacteristics(std::vector<insight::Characteristic> characteristics);
    void setUnmasked(bool unmasked);
    [[nodiscard]] bool isUnmasked() const { return m_unmasked; }
    [[nodiscard]] bool hasMasked() const; // something is, or would be, hidden
    void setHardOpen(insight::LaneGroup group, bool open);
    [[nodiscard]] bool isHardOpen(insight::LaneGroup group) const { return m_open.contains(group); }
    void forgetChoices();                                           // hidden and folded as at first
    [[nodiscard]] QModelIndex indexOf(record::ValueId value) const; // invalid if folded or not there
    [[nodiscard]] bool isHeading(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        int characteristic = -1; // -1: heading
        insight::LaneGroup group = insight::LaneGroup::Characteristics;
    };
    using Readings = std::vector<const insight::Reading*>;
    void layoutRows();
    [[nodiscard]] std::size_t columnOf(const insight::Reading& reading) const;
    [[nodiscard]] bool isMasked(const insight::Characteristic& characteristic) const;
    [[nodiscard]] QVariant headingData(const Row& row, int column, int role) const;

    std::vector<insight::Characteristic> m_characteristics;
    std::vector<std::optional<catalogue::AcademicYear>> m_years; // columns; nothing: no year known
    std::vector<std::vector<Readings>> m_cells; // beside the characteristics, one a year; they point into them
    std::vector<Row> m_rows;
    std::set<insight::LaneGroup> m_open;
    bool m_unmasked = false;
};

} // namespace app
