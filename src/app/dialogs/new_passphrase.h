// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "extract/secret.h"

#include <QWidget>

#include <memory>

namespace Ui {
class NewPassphrase;
}

namespace app {

// Offers six words, takes a new passphrase twice and says how strong it is.
class NewPassphrase : public QWidget {
    Q_OBJECT

public:
    explicit NewPassphrase(const QString& hint, QWidget* parent = nullptr);
    ~NewPassphrase() override;
    // The passphrase typed twice, or what is wrong with it; the fields are wiped unless one is empty.
    [[nodiscard]] base::Result<std::shared_ptr<extract::Secret>> take();
    [[nodiscard]] QWidget* firstField() const;
    void wipe(); // and other words are offered

private:
    void judge();

    std::unique_ptr<Ui::NewPassphrase> m_ui;
};

} // namespace app
