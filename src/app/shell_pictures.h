// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace app {

class Window;
struct Selected;

// Saves a picture of every page: for the program's own screenshots and for computers without a display.
class Pictures : public QObject {
    Q_OBJECT

public:
    // `suffix` goes into the file names: "overview-light-200.png".
    Pictures(Window* window, const QString& folder, const QString& suffix, QObject* parent = nullptr);
    // The door as it stands, then calls back; the window has been shown.
    void doors(std::function<void()> then);
    void rooms(); // everything behind it, once unlocked
    // A file for the import page to look into; without one it is shown at its first step.
    void setSource(const QString& path) { m_source = path; }

Q_SIGNALS:
    void done(bool ok);

private:
    void next();
    // Calls back once nothing is under way and two turns of the event loop paint the same.
    void whenSettled(std::function<void()> then);
    void take(const QString& name);
    void addTimeline(const Selected& odd);
    void addDialogs();
    void addSchool();
    [[nodiscard]] QWidget* shown() const; // the dialog over the window, or the window

    Window* m_window;
    QString m_folder;
    QString m_suffix;
    QString m_source;
    struct Shot {
        QString name;
        std::function<void()> prepare;
    };
    std::vector<Shot> m_shots;
    std::size_t m_at = 0;
    QImage m_painted; // of the last turn, while it settles
    bool m_ok = true;
};

} // namespace app
