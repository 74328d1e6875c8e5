// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSize>
#include <QString>

#include <functional>

namespace app {

class Window;

// Saves a picture of every page: for the program's own screenshots and for computers without a display.
class Pictures : public QObject {
    Q_OBJECT

public:
    // `suffix` goes into the file names: "overview-light-200.png".
    Pictures(Window* window, const QString& folder, const QString& suffix, QObject* parent = nullptr);
    void doors();  // first page, unlock page, create page
    void rooms();  // everything behind them, once unlocked

Q_SIGNALS:
    void done(bool ok);

private:
    void next();
    void take(const QString& name);

    Window* m_window;
    QString m_folder;
    QString m_suffix;
    struct Shot {
        QString name;
        std::function<void()> prepare;
    };
    std::vector<Shot> m_shots;
    std::size_t m_at = 0;
    bool m_ok = true;
};

} // namespace app
