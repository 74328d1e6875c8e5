// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/task_dialog.h"
#include "extract/safe_keeping.h"

#include <memory>

namespace Ui {
class Restore;
}

namespace app {

class SheetTable;

// Goes back to a backup of a file that is not open: damaged, missing, or locked for this.
class RestoreDialog : public TaskDialog {
    Q_OBJECT

public:
    RestoreDialog(std::vector<extract::Backup> backups, QWidget* parent);
    ~RestoreDialog() override;

Q_SIGNALS:
    void asked(const QString& backup, const std::shared_ptr<extract::Secret>& passphrase);

protected:
    void go() override;

private:
    std::unique_ptr<Ui::Restore> m_ui;
    std::vector<extract::Backup> m_backups;
    SheetTable* m_table;
};

} // namespace app
