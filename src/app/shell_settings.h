// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace app {

enum class Theme { Desktop, Light, Dark };

// All that is remembered outside the record file: theme, language, times and window sizes. No path, name or number.
struct Settings {
    Theme theme = Theme::Desktop;
    QString language; // empty: the desktop's
    int idleMinutes = 5;
    int textPercent = 100;
    QByteArray geometry;

    [[nodiscard]] static Settings load();
    void save() const;
};

// Light, dark or as the desktop has it (by the luminance of its own palette).
void applyTheme(Theme theme);
// Text size beside the desktop's own font, never under 10 pt.
void applyTextSize(int percent);

} // namespace app
