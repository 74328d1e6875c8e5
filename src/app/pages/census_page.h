// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/census_model.h"
#include "app/pages/page.h"

class QPushButton;
class QStackedWidget;
class QTableView;

namespace app {

class EmptyState;
class PageHead;

// What the census said about the person, a row for each characteristic, a column for each school year.
class CensusPage : public Page {
    Q_OBJECT

public:
    explicit CensusPage(QWidget* parent = nullptr);
    void setSnapshot(const desk::SnapshotPtr& snapshot) override;
    void showSelected(const Selected& selected) override;
    void takeFocus() override;

    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] CensusModel* model() const { return m_model; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void choose(const QModelIndex& index);
    void open(const QModelIndex& index);
    void showMask();

    CensusModel* m_model;
    PageHead* m_head;
    QPushButton* m_show;
    QTableView* m_table;
    EmptyState* m_empty;
    QStackedWidget* m_states;
    bool m_atRisk = false;
    bool m_showing = false;
};

} // namespace app
