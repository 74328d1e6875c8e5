// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/task_dialog.h"
#include "extract/safe_keeping.h"

#include <memory>

namespace Ui {
class RecoverySheet;
}

namespace app {

// Shows or prints the 24 words that open the file without its passphrase, after saying what that means.
class RecoverySheetDialog : public TaskDialog {
    Q_OBJECT

public:
    explicit RecoverySheetDialog(QWidget* parent);
    ~RecoverySheetDialog() override;
    void tellWords(const base::Result<extract::RecoveryWordsPtr>& words);
    void printSheet(const base::Result<QByteArray>& html); // asks for a printer

Q_SIGNALS:
    void wordsAsked();
    void sheetAsked();

protected:
    void go() override;

private:
    std::unique_ptr<Ui::RecoverySheet> m_ui;
};

} // namespace app
