// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell_settings.h"

#include "app/theme/tokens.h"

#include <QApplication>
#include <QSettings>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr double smallestPoints = 10;

QSettings file()
{
    return QSettings(u"pupil-record"_s, u"pupil-record"_s);
}

// The desktop's palette as it was before ours replaced it; asked for once, at start.
const QPalette& desktopPalette()
{
    static const QPalette palette = QApplication::palette();
    return palette;
}

} // namespace

Settings Settings::load()
{
    QSettings kept = file();
    Settings s;
    const QString theme = kept.value(u"theme"_s).toString();
    s.theme = theme == "light"_L1 ? Theme::Light : theme == "dark"_L1 ? Theme::Dark : Theme::Desktop;
    s.language = kept.value(u"language"_s).toString();
    s.idleMinutes = kept.value(u"idle_minutes"_s, 5).toInt();
    s.textPercent = std::clamp(kept.value(u"text_percent"_s, 100).toInt(), 100, 300);
    s.geometry = kept.value(u"geometry"_s).toByteArray();
    return s;
}

void Settings::save() const
{
    QSettings kept = file();
    kept.setValue(u"theme"_s, theme == Theme::Light ? u"light"_s : theme == Theme::Dark ? u"dark"_s : u"desktop"_s);
    kept.setValue(u"language"_s, language);
    kept.setValue(u"idle_minutes"_s, idleMinutes);
    kept.setValue(u"text_percent"_s, textPercent);
    kept.setValue(u"geometry"_s, geometry);
}

void applyTheme(Theme theme)
{
    const QColor window = desktopPalette().color(QPalette::Window);
    const bool dark = theme == Theme::Dark || (theme == Theme::Desktop && window.lightness() < 128);
    Tokens::use(dark ? Tokens::darkSet() : Tokens::light());
}

void applyTextSize(int percent)
{
    static const double desktopPoints = QApplication::font().pointSizeF();
    QFont font = QApplication::font();
    font.setPointSizeF(std::max(desktopPoints, smallestPoints) * percent / 100.0);
    QApplication::setFont(font);
}

} // namespace app
