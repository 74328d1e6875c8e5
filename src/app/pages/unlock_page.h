// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/door.h"
#include "base/error.h"
#include "extract/secret.h"

#include <memory>
#include <optional>

namespace Ui {
class Unlock;
}

namespace app {

// One field in focus: the passphrase of the file.
class UnlockPage : public Door {
    Q_OBJECT

public:
    explicit UnlockPage(QWidget* parent = nullptr);
    ~UnlockPage() override;

    // `demoPassphrase` not empty: the invented child's file, whose passphrase is shown.
    // `hideName`: the file's own name and folder may tell where a person at risk is.
    void setFile(const QString& path, const QString& demoPassphrase, bool hideName = false);
    [[nodiscard]] QString file() const { return m_path; }
    void setBusy(bool busy);
    void say(const base::Error& error);
    void note(const QString& title, const QString& text); // "Locked", …
    [[nodiscard]] QString shownFault() const;

Q_SIGNALS:
    // The secret is moved out by the receiver: shared, because signals copy their arguments.
    void unlockAsked(const QString& path, const std::shared_ptr<extract::Secret>& passphrase);
    void anotherAsked();
    void createAsked();
    void backupAsked(); // go back to one
    void rescueAsked(); // save what a damaged file still says
    void sheetAsked();  // open with the words of a recovery sheet
    void schoolAsked();

private:
    void offerRescue(std::optional<base::ErrorKind> kind);
    void ask();

    std::unique_ptr<Ui::Unlock> m_ui;
    QString m_path;
};

} // namespace app
