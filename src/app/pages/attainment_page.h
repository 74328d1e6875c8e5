// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/attainment_export.h"
#include "app/models/attainment_model.h"
#include "app/pages/seen_page.h"

class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTableView;

namespace app {

class AttainmentChart;
class AttainmentLegend;
class EmptyOr;
class FoldingSwitch;
class LinkedPart;
class Notice;
class PageHead;

// Results, a panel for each scale, and the same as a table; beside them tax and benefit tables, where there are any.
class AttainmentPage : public SeenPage {
    Q_OBJECT

public:
    enum View { AsPicture, AsTable, Linked };
    explicit AttainmentPage(QWidget* parent = nullptr);
    void takeFocus() override;

    [[nodiscard]] AttainmentChart* chart() const { return m_chart; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] LinkedPart* linked() const { return m_linked; }
    void showView(View view);
    [[nodiscard]] QByteArray fileOf(AttainmentFile kind) const;

protected:
    void workOut(const desk::Snapshot& snapshot) override;
    void forget() override;
    void mark(const Selected& selected) override;

private:
    void fill(const insight::Attainment& attainment);
    void offerViews(bool linked);
    void save(AttainmentFile kind);
    void writeTo(const QString& path, AttainmentFile kind);
    void choose(record::ValueId value);

    AttainmentModel* m_model;
    PageHead* m_head;
    FoldingSwitch* m_switch;
    QPushButton* m_save;
    Notice* m_notice;
    AttainmentLegend* m_legend;
    AttainmentChart* m_chart;
    QScrollArea* m_scroll;
    QTableView* m_table;
    LinkedPart* m_linked;
    QStackedWidget* m_views;  // picture, table
    EmptyOr* m_states;        // nothing, something
    std::optional<bool> m_offersLinked;
    bool m_showing = false;
};

} // namespace app
