// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/task_dialog.h"
#include "base/progress.h"
#include "register/shelf.h"

#include <memory>

namespace Ui {
class Shelf;
}

namespace app {

// "49,029 schools, up to 12 May 2024." and the like; a sentence of its own where there is no list.
[[nodiscard]] QString shelfWords(const std::vector<registry::ShelfItem>& items);

// The national list of schools: what is here, where it comes from, and adding it from a file.
class ShelfDialog : public TaskDialog {
    Q_OBJECT

public:
    explicit ShelfDialog(QWidget* parent);
    ~ShelfDialog() override;
    void setHeld(const std::vector<registry::ShelfItem>& items);
    void start(); // a file was chosen
    void onStep(const base::ProgressStep& step);
    void tell(const base::Result<registry::ShelfAdded>& added);

Q_SIGNALS:
    void fileAsked();

protected:
    void go() override;

private:
    std::unique_ptr<Ui::Shelf> m_ui;
};

} // namespace app
