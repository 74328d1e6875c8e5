// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/task_dialog.h"
#include "extract/secret.h"

#include <memory>

namespace Ui {
class ChangePassphrase;
}

namespace app {

class NewPassphrase;

class ChangePassphraseDialog : public TaskDialog {
    Q_OBJECT

public:
    explicit ChangePassphraseDialog(QWidget* parent);
    ~ChangePassphraseDialog() override;
    void tell(const base::Result<bool>& done);

Q_SIGNALS:
    void asked(const std::shared_ptr<extract::Secret>& passphrase);

protected:
    void go() override;

private:
    std::unique_ptr<Ui::ChangePassphrase> m_ui;
    NewPassphrase* m_secret;
};

} // namespace app
