// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QAction;

namespace app {

// The help text, and every key the program knows, taken from its actions.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    KeysDialog(const QList<QAction*>& actions, QWidget* parent);
};

} // namespace app
