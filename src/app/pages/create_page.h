// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/door.h"
#include "base/error.h"
#include "extract/secret.h"
#include "record/person.h"

#include <memory>

namespace Ui {
class Create;
}

namespace app {

// Who the record is about, and its passphrase.
class CreatePage : public Door {
    Q_OBJECT

public:
    explicit CreatePage(QWidget* parent = nullptr);
    ~CreatePage() override;

    void start(QDate today); // empties the form and offers six words
    void setBusy(bool busy);
    void say(const base::Error& error);

Q_SIGNALS:
    void makeAsked(const record::Person& person, const std::shared_ptr<extract::Secret>& passphrase);
    void backAsked();

private:
    void judge();
    void ask();
    void fault(const QString& title, const QString& next, QWidget* where);

    std::unique_ptr<Ui::Create> m_ui;
    QDate m_today;
};

} // namespace app
