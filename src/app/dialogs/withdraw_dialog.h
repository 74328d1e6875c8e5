// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/task_dialog.h"
#include "app/pages/withdraw_facts.h"
#include "extract/safe_keeping.h"

#include <memory>

namespace Ui {
class Withdraw;
}

namespace app {

// Takes one document out of the record file and of its backups.
class WithdrawDialog : public TaskDialog {
    Q_OBJECT

public:
    WithdrawDialog(const WithdrawFacts& facts, QWidget* parent);
    ~WithdrawDialog() override;
    void tell(const base::Result<extract::Withdrawal>& done);

Q_SIGNALS:
    void asked(const QString& why);

protected:
    void go() override;

private:
    std::unique_ptr<Ui::Withdraw> m_ui;
};

} // namespace app
