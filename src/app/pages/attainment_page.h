// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/attainment_model.h"
#include "app/pages/page.h"

class QScrollArea;
class QStackedWidget;
class QTableView;

namespace app {

class AttainmentChart;
class AttainmentLegend;
class EmptyState;
class PageHead;
class Segments;

// Results, a panel for each scale, and the same as a table.
class AttainmentPage : public Page {
    Q_OBJECT

public:
    explicit AttainmentPage(QWidget* parent = nullptr);
    void setSnapshot(const desk::SnapshotPtr& snapshot) override;
    void showSelected(const Selected& selected) override;
    void takeFocus() override;

    [[nodiscard]] AttainmentChart* chart() const { return m_chart; }
    [[nodiscard]] QTableView* table() const { return m_table; }

private:
    void showTable(bool table);
    void choose(record::ValueId value);

    AttainmentModel* m_model;
    PageHead* m_head;
    Segments* m_switch;
    AttainmentLegend* m_legend;
    AttainmentChart* m_chart;
    QScrollArea* m_scroll;
    QTableView* m_table;
    EmptyState* m_empty;
    QStackedWidget* m_views;  // picture, table
    QStackedWidget* m_states; // nothing, something
    bool m_showing = false;
};

} // namespace app
