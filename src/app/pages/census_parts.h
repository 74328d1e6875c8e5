// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/fact_sheet.h"
#include "insight/addresses.h"
#include "insight/attendance.h"
#include "insight/census_account.h"

class QComboBox;
class QPushButton;

namespace app {

// One characteristic from its first answer to its last.
class AccountPart : public FactSheet {
    Q_OBJECT

public:
    explicit AccountPart(QWidget* parent = nullptr);
    // What is folded on the page is not handed in. They stay where they are until the next ones are handed in.
    void setAccounts(std::vector<const insight::CharacteristicAccount*> accounts, bool masked);
    void setMasked(bool masked); // what tells where the person is
    void showValue(record::ValueId value);
    void showKey(const QString& key);
    [[nodiscard]] QString key() const;
    [[nodiscard]] FactTableView* answers() const { return m_answers; }
    [[nodiscard]] FactTableView* codes() const { return m_codes; }
    [[nodiscard]] QComboBox* choice() const { return m_choice; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Line {
        Text* label;
        Text* words;
    };
    [[nodiscard]] static Line newLine();
    void tell();
    void arrange();

    std::vector<const insight::CharacteristicAccount*> m_accounts;
    bool m_masked = true;
    QComboBox* m_choice;
    std::vector<Line> m_beside; // what is told, with its labels in the margin
    std::vector<Line> m_below;  // the same below them
    QWidget* m_factsBeside;
    QWidget* m_factsBelow;
    FactTableView* m_answers;
    Text* m_codesHeading;
    FactTableView* m_codes;
};

// Absence year by year, then every exclusion, folded until it is opened.
class AttendancePart : public FactSheet {
    Q_OBJECT

public:
    explicit AttendancePart(QWidget* parent = nullptr);
    void setAttendance(const insight::Attendance& attendance);
    void fold(); // as at first
    void showValue(record::ValueId value);
    [[nodiscard]] FactTableView* absence() const { return m_absence; }
    [[nodiscard]] FactTableView* exclusions() const { return m_exclusions; }
    [[nodiscard]] QPushButton* opener() const { return m_open; }

private:
    void setOpen(bool open);

    Text* m_words;
    FactTableView* m_absence;
    Text* m_noExclusions;
    Text* m_hard;
    QPushButton* m_open;
    FactTableView* m_exclusions;
    int m_count = 0;
    bool m_isOpen = false;
};

// Homes, hidden until asked for.
class AddressPart : public FactSheet {
    Q_OBJECT

public:
    explicit AddressPart(QWidget* parent = nullptr);
    void setAddresses(std::vector<insight::Address> addresses, bool masked, bool atRisk);
    void setMasked(bool masked);
    void showValue(record::ValueId value);
    [[nodiscard]] FactTableView* table() const { return m_table; }

private:
    void tell();

    std::vector<insight::Address> m_addresses;
    bool m_masked = true;
    bool m_atRisk = false;
    Text* m_words;
    FactTableView* m_table;
};

} // namespace app
