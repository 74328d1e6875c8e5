// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/task_dialog.h"
#include "extract/safe_keeping.h"

#include <memory>

namespace Ui {
class HandOver;
}

namespace app {

class NewPassphrase;

// Makes a copy for somebody else: what goes along is ticked one by one, and the copy has words of its own.
class HandOverDialog : public TaskDialog {
    Q_OBJECT

public:
    explicit HandOverDialog(QWidget* parent);
    ~HandOverDialog() override;
    [[nodiscard]] extract::HandOverChoice choice() const;
    void start(); // a place was chosen and the copy is being made
    void tell(const base::Result<bool>& done, const QString& fileName);

Q_SIGNALS:
    void asked(const std::shared_ptr<extract::Secret>& passphrase, const extract::HandOverChoice& with);

protected:
    void go() override;

private:
    std::unique_ptr<Ui::HandOver> m_ui;
    NewPassphrase* m_secret;
};

} // namespace app
