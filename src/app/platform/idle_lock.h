// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace app {

// Says when nobody has used the program for a while: one timer, restarted by every key and click in any of its
// windows.
class IdleLock : public QObject {
    Q_OBJECT

public:
    explicit IdleLock(QObject* parent = nullptr);
    void setMinutes(int minutes); // 0: never
    void setActive(bool active);

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTimer m_timer;
    bool m_active = false;
};

} // namespace app
