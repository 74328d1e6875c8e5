// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/source_secrets.h"

#include <QWidget>

#include <memory>

namespace Ui {
class SourceSecrets;
}

namespace app {

// Asks for what opens a locked zip or another record file.
class SecretsForm : public QWidget {
    Q_OBJECT

public:
    explicit SecretsForm(QWidget* parent = nullptr);
    ~SecretsForm() override;
    void ask(const desk::SourceNeeds& needs);
    [[nodiscard]] bool isFilled() const;
    [[nodiscard]] desk::SourceSecrets take(); // the fields are wiped
    void wipe();
    void takeFocus();

Q_SIGNALS:
    void changed();
    void entered(); // Return in the last field

private:
    std::unique_ptr<Ui::SourceSecrets> m_ui;
};

} // namespace app
