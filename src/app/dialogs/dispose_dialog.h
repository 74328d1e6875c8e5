// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/task_dialog.h"

#include <memory>

namespace Ui {
class Dispose;
}

namespace app {

// Removes the record file and everything the program put beside it, after saying what it cannot reach.
class DisposeDialog : public TaskDialog {
    Q_OBJECT

public:
    DisposeDialog(const QStringList& fileNames, const QStringList& beyond, QWidget* parent);
    ~DisposeDialog() override;

Q_SIGNALS:
    void asked();

protected:
    void go() override;

private:
    std::unique_ptr<Ui::Dispose> m_ui;
};

} // namespace app
