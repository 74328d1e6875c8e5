// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/coverage_model.h"
#include "app/pages/seen_page.h"

class QPushButton;
class QScrollArea;
class QTableView;

namespace app {

class CoverageDetail;
class CoverageLegend;
class EmptyOr;
class PageHead;

// What should be there: a matrix of collections and school years, what each cell rests on, and a way to ask for what is
// missing.
class CoveragePage : public SeenPage {
    Q_OBJECT

public:
    explicit CoveragePage(QWidget* parent = nullptr);
    void takeFocus() override;

    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] CoverageModel* model() const { return m_model; }
    [[nodiscard]] CoverageDetail* detail() const { return m_detail; }

Q_SIGNALS:
    void missingAsked(const std::vector<insight::MissingPart>& parts);

protected:
    void workOut(const desk::Snapshot& snapshot) override;
    void forget() override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void share();
    void choose(const QModelIndex& index);
    void open(const QModelIndex& index);
    void showPrinted(bool laidOver);

    CoverageModel* m_model;
    PageHead* m_head;
    QPushButton* m_printed;
    CoverageLegend* m_legend;
    QTableView* m_table;
    CoverageDetail* m_detail;
    QScrollArea* m_below; // of the table: the cell's rule and, where room is short, the signs
    EmptyOr* m_states;
};

} // namespace app
