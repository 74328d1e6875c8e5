// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/task_dialog.h"
#include "extract/safe_keeping.h"

#include <memory>

namespace Ui {
class Rescue;
}

namespace app {

// Saves what a damaged file still says into a new one, and lists what was lost.
class RescueDialog : public TaskDialog {
    Q_OBJECT

public:
    explicit RescueDialog(QWidget* parent);
    ~RescueDialog() override;
    void start(); // a place was chosen
    void tell(const base::Result<extract::Rescue>& done, const QString& fileName);

Q_SIGNALS:
    void asked(const std::shared_ptr<extract::Secret>& passphrase);

protected:
    void go() override;

private:
    std::unique_ptr<Ui::Rescue> m_ui;
};

} // namespace app
