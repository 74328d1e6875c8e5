// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/releases_model.h"
#include "app/pages/page.h"

class QTableView;

namespace app {

class EmptyOr;
class PageHead;
class VerdictRow;

// "Who may have it": how many shares the program knows, one disc for each, and the list by certainty. Why the program
// says so stands in the inspector.
class ReleasesPage : public Page {
    Q_OBJECT

public:
    explicit ReleasesPage(QWidget* parent = nullptr);
    void setSnapshot(const desk::SnapshotPtr& snapshot) override;
    void showSelected(const Selected& selected) override;
    void takeFocus() override;

    [[nodiscard]] QTableView* table() const { return m_table; }

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrangeColumns();
    void choose();

    ReleasesModel* m_model;
    PageHead* m_head;
    VerdictRow* m_discs;
    QTableView* m_table;
    EmptyOr* m_states;
    bool m_showing = false;
};

} // namespace app
