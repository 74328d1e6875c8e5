// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/task_dialog.h"
#include "extract/safe_keeping.h"

#include <memory>

namespace Ui {
class Migrate;
}

namespace app {

// Asks whether a file of an older format is to be written anew. "Not now" leaves it as it is, to be read only.
class MigrateDialog : public TaskDialog {
    Q_OBJECT

public:
    explicit MigrateDialog(QWidget* parent);
    ~MigrateDialog() override;
    // `keptName`: of the old file; empty where names of files are not shown.
    void tell(const base::Result<extract::Migration>& done, const QString& keptName);

Q_SIGNALS:
    void asked();

protected:
    void go() override;

private:
    std::unique_ptr<Ui::Migrate> m_ui;
};

} // namespace app
