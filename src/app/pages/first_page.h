// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/door.h"

namespace app {

// The first thing seen: three ways in.
class FirstPage : public Door {
    Q_OBJECT

public:
    explicit FirstPage(QWidget* parent = nullptr);
    void setBusy(bool busy); // the demonstration is being made
    void say(const QString& title, const QString& next);
    void note(const QString& title, const QString& text);

Q_SIGNALS:
    void openAsked();
    void createAsked();
    void demoAsked();
    void schoolAsked();

private:
    QPushButton* m_open;
    QPushButton* m_create;
    QPushButton* m_demo;
    Notice* m_notice;
};

} // namespace app
