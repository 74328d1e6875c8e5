// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace app {

// Makes an empty file once the window really is on a screen and painted: a script that started the program learns so
// whether a display was there, without guessing by time. A named pipe does as well as a file.
class ShownMark : public QObject {
    Q_OBJECT

public:
    ShownMark(QWidget* window, QString path); // child of the window; the window must have been shown
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void mark();

    QString m_path;
};

} // namespace app
