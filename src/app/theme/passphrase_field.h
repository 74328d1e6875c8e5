// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/secret.h"

#include <QLineEdit>

namespace app {

// A field for a passphrase: nothing is remembered, suggested or spoken. An eye shows what was typed until the field
// is left; a shortcut (Ctrl+Shift+S) does the same. Caps Lock is noticed from what the keys give, as no platform
// call for it exists in Qt.
class PassphraseField : public QLineEdit {
    Q_OBJECT

public:
    explicit PassphraseField(QWidget* parent = nullptr);
    // The typed text as a secret; the field is wiped.
    [[nodiscard]] extract::Secret take();
    void wipe();

Q_SIGNALS:
    void capsLock(bool on);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void setShown(bool shown);

    QAction* m_show;
    bool m_caps = false;
};

} // namespace app
