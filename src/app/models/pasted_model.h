// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/pasted_table.h"

#include <QAbstractTableModel>

namespace app {

// A pasted table as it will be written in: its cells, and over each column what the column is taken for.
class PastedModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void setTable(readers::PastedTable table);
    void setHeadings(bool first); // the first row holds the headings
    // Guesses anew what the columns are; what the person said about a column stays until another table comes.
    void setContext(const QString& collection, std::optional<catalogue::AcademicYear> year);
    void setColumn(int column, const readers::PastedColumn& what);
    [[nodiscard]] const readers::PastedTable& table() const { return m_table; }
    [[nodiscard]] const std::vector<readers::PastedColumn>& columns() const { return m_columns; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void guess();

    readers::PastedTable m_table;
    QString m_collection;
    std::optional<catalogue::AcademicYear> m_year;
    std::vector<readers::PastedColumn> m_columns;
    std::vector<bool> m_said; // by the person
};

// "Ethnic group", "own words", "the academic year", "left out".
[[nodiscard]] QString columnWords(const readers::PastedColumn& column);

} // namespace app
