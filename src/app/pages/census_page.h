// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/census_model.h"
#include "app/pages/seen_page.h"
#include "insight/census_told.h"

class QPushButton;
class QStackedWidget;
class QTableView;

namespace app {

class AccountPart;
class AddressPart;
class AttendancePart;
class EmptyOr;
class FoldingSwitch;
class PageHead;

// What schools answered about the person: year by year as a grid, one characteristic term by term, absence and
// exclusions, homes.
class CensusPage : public SeenPage {
    Q_OBJECT

public:
    enum Part { ByYear, TermByTerm, Absence, Homes };
    explicit CensusPage(QWidget* parent = nullptr);
    void takeFocus() override;

    void showPart(Part part);
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] AccountPart* account() const { return m_account; }
    [[nodiscard]] AttendancePart* attendance() const { return m_attendance; }
    [[nodiscard]] AddressPart* homes() const { return m_homes; }
    [[nodiscard]] CensusModel* model() const { return m_model; }

protected:
    void workOut(const desk::Snapshot& snapshot) override;
    void forget() override;
    void mark(const Selected& selected) override;
    void changeEvent(QEvent* event) override;

private:
    void fill(insight::CensusTold told);
    void arrange();
    void choose(const QModelIndex& index);
    void open(const QModelIndex& index);
    void showMask();
    void tellAccounts(); // what may be told of each characteristic, as the grid is folded and hidden
    void emitChosen(const std::vector<record::ValueId>& values);

    CensusModel* m_model;
    PageHead* m_head;
    QPushButton* m_show;
    FoldingSwitch* m_switch;
    QTableView* m_table;
    AccountPart* m_account;
    AttendancePart* m_attendance;
    AddressPart* m_homes;
    QStackedWidget* m_parts;
    EmptyOr* m_states;
    std::vector<insight::CharacteristicAccount> m_accounts;
    bool m_atRisk = false;
    bool m_hasHomes = false;
    bool m_showing = false;
};

} // namespace app
