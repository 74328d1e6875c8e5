// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace app {

// Says when the desktop locks its screen, goes to sleep or the session is locked: freedesktop, GNOME, Cinnamon and
// MATE screen savers on the session bus, logind on the system bus. Local sockets only; without a bus it is silent.
class ScreenLock : public QObject {
    Q_OBJECT

public:
    explicit ScreenLock(QObject* parent = nullptr);

Q_SIGNALS:
    void locked();

private Q_SLOTS:
    void onActive(bool active);
    void onLock();
};

} // namespace app
