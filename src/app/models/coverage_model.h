// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/coverage_words.h"

#include <QAbstractTableModel>

#include <map>
#include <set>

namespace app {

// What should be there as a table: a row for each collection (for each term of the census), a column for each school
// year. What may be hard to read is one row with a sentence until it is opened.
class CoverageModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        SignRole = Qt::UserRole, // CoverSign; nothing in a heading
        HeadingRole,
        SectionRole,
        PrintedRole,   // insight::Printed, while the printed table is laid over
        DisagreesRole, // the same
    };

    // What the panel beside the table tells of a cell.
    struct Told {
        QString title;    // "School Census, spring"
        QString when;     // "2010/11, Year 5"
        CoverSign sign = CoverSign::NotAtThatAge;
        QString rule;
        QString source;
        QString certainty;
        QString printed; // empty unless the table is laid over, or the two disagree
        bool disagrees = false;
        std::vector<record::ValueId> values;
        std::vector<insight::MissingPart> missing;
    };

    using QAbstractTableModel::QAbstractTableModel;
    void setCoverage(insight::Coverage coverage);
    void setPrinted(bool laidOver);
    [[nodiscard]] bool isPrinted() const { return m_printed; }
    void setOpen(catalogue::CoverageSection section, bool open);
    [[nodiscard]] bool isOpen(catalogue::CoverageSection section) const;
    void forgetChoices();
    [[nodiscard]] bool isHeading(int row) const;
    [[nodiscard]] Told told(const QModelIndex& index) const;
    [[nodiscard]] int count(CoverSign sign) const { return m_counts.at(sign); } // of the rows shown
    [[nodiscard]] std::vector<insight::MissingPart> missing() const;             // of the rows shown
    [[nodiscard]] QModelIndex firstMissing() const; // else the first that is here

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        int row = -1; // of the coverage; -1: heading
        catalogue::CoverageSection section = catalogue::CoverageSection::School;
        catalogue::Term term = catalogue::Term::None;
    };
    void layoutRows();
    void countSigns();
    [[nodiscard]] bool isWorthARow(const insight::CoverRow& row) const;
    [[nodiscard]] const insight::CoverCell& cellOf(const Row& row, int column) const;
    // The term's own verdict where the row is of a term, else the whole year's.
    [[nodiscard]] const insight::CoverVerdict& verdictOf(const Row& row, int column) const;
    [[nodiscard]] QString titleOf(const Row& row) const;
    [[nodiscard]] const insight::CoverYear& yearOf(int column) const;
    [[nodiscard]] QVariant headingData(const Row& row, int column, int role) const;

    insight::Coverage m_coverage;
    std::vector<Row> m_rows;
    std::map<CoverSign, int> m_counts;
    std::set<catalogue::CoverageSection> m_open;
    bool m_printed = false;
};

} // namespace app
