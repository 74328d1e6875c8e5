// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/task_dialog.h"
#include "extract/safe_keeping.h"

#include <memory>

namespace Ui {
class Recover;
}

namespace app {

class NewPassphrase;

// Opens a file by the 24 words of its recovery sheet and gives it a new passphrase.
class RecoverDialog : public TaskDialog {
    Q_OBJECT

public:
    RecoverDialog(const QString& mark, QWidget* parent); // `mark` of the file, empty if it cannot be read
    ~RecoverDialog() override;

Q_SIGNALS:
    void asked(const std::shared_ptr<extract::Secret>& words, const std::shared_ptr<extract::Secret>& passphrase);

protected:
    void go() override;

private:
    void judge();
    [[nodiscard]] extract::Secret typed() const;

    std::unique_ptr<Ui::Recover> m_ui;
    NewPassphrase* m_secret;
};

} // namespace app
