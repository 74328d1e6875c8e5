// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/fact_sheet.h"
#include "insight/linked_tables.h"

class QPushButton;

namespace app {

// Tax and benefit tables that were joined to school records, explained before they are shown.
class LinkedPart : public FactSheet {
    Q_OBJECT

public:
    explicit LinkedPart(QWidget* parent = nullptr);
    void setRows(std::vector<insight::LinkedRow> rows, bool atRisk);
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    void showValue(record::ValueId value);
    [[nodiscard]] FactTableView* table() const { return m_table; }

private:
    void tell();

    std::vector<insight::LinkedRow> m_rows;
    bool m_atRisk = false;
    bool m_masked = true;
    QPushButton* m_show;
    FactTableView* m_table;
};

} // namespace app
