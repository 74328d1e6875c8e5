// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "app/theme/parts.h"
#include "insight/checks/finding.h"

#include <QSet>

#include <span>

class QStackedWidget;
class QVBoxLayout;

namespace app {

class FindingRow;

// What does not fit: what needs the person, what is worth a look, what is there for completeness, what is settled. The
// desk runs the checks; until their answer is here, the page says so or keeps the answer before.
class ChecksPage : public Page {
    Q_OBJECT

public:
    explicit ChecksPage(QWidget* parent = nullptr);
    void setSnapshot(const desk::SnapshotPtr& snapshot) override;
    void showSelected(const Selected& selected) override;
    void takeFocus() override;
    [[nodiscard]] bool isBusy() const override;
    void setChecked(const desk::CheckedPtr& checked);
    [[nodiscard]] const std::vector<insight::Finding>& findings() const;

Q_SIGNALS:
    void basisAsked(const app::Selected& selected); // "ask what it is based on"
    void decided(const record::Decisions& decisions);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void renew();
    void fill();
    void addGroup(const QString& title, const QString& none, const std::vector<const insight::Finding*>& group);
    void addRows(QVBoxLayout* column, std::span<const insight::Finding* const> findings);
    void addMore(QVBoxLayout* column, const QString& of, const QString& words, const QString& whole,
                 const insight::Finding& next);
    [[nodiscard]] FindingRow* focusedRow() const;
    void focusAgain(const insight::Finding& left, std::size_t place);
    void addAside();
    [[nodiscard]] bool wouldBeCovered() const;
    [[nodiscard]] FindingRow* rowFor(const insight::Finding& finding);

    enum Shown { Empty, Waiting, Found };
    desk::SnapshotPtr m_snapshot;
    desk::CheckedPtr m_checked;
    bool m_stale = true; // rows are made when somebody looks
    QSet<QString> m_open;  // keys; they stay open while the record changes
    QSet<QString> m_whole; // groups, and rules in a group, that are shown with all their findings
    bool m_showing = false; // what was selected elsewhere
    QStackedWidget* m_stack;
    PageHead* m_head;
    MarginSheet* m_sheet;
    std::vector<FindingRow*> m_rows;
};

} // namespace app
