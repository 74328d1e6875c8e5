// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace app {

// Whatever is copied out of this program is marked as a secret for clipboard managers and cleared after 30 s, at a
// lock and at the end, but only while it is still ours. The mouse selection of X11 is left alone.
class ClipboardGuard : public QObject {
    Q_OBJECT

public:
    explicit ClipboardGuard(QObject* parent = nullptr);
    ~ClipboardGuard() override;
    void clearIfOurs();

private:
    void onChanged();

    QTimer m_timer;
    bool m_marking = false;
};

} // namespace app
