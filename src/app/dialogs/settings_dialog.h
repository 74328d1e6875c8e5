// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell_settings.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class Settings;
}

namespace app {

class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    // `atRisk`: of the open record; nothing when none is open.
    SettingsDialog(const Settings& settings, std::optional<bool> atRisk, QWidget* parent);
    ~SettingsDialog() override;
    void setLists(const QString& held); // what is held, in words

Q_SIGNALS:
    void listsAsked();
    void chosen(const app::Settings& settings);
    void atRiskChosen(bool atRisk);

private:
    void take();

    std::unique_ptr<Ui::Settings> m_ui;
    Settings m_settings;
    std::optional<bool> m_atRisk;
};

} // namespace app
