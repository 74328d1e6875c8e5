// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/process.h"

#include <QSettings>
#include <QStringList>

#include <cstring>

using namespace Qt::StringLiterals;

namespace app {

bool platformAllowed(const QString& platform)
{
    // Qt tries a list in order ("wayland;xcb") and lets each have parameters ("offscreen:size=…").
    const QStringList names = platform.split(u';', Qt::SkipEmptyParts);
    for (const QString& name : names) {
        const QString plain = name.section(u':', 0, 0);
        if (plain != "xcb"_L1 && plain != "wayland"_L1 && plain != "wayland-egl"_L1 && plain != "offscreen"_L1
            && plain != "minimal"_L1)
            return false;
    }
    return true;
}

QString platformAsked(int argc, char** argv)
{
    for (int i = 1; i + 1 < argc; ++i)
        if (std::strcmp(argv[i], "-platform") == 0 || std::strcmp(argv[i], "--platform") == 0)
            return QString::fromLocal8Bit(argv[i + 1]);
    return qEnvironmentVariable("QT_QPA_PLATFORM");
}

void forgetFileDialogs()
{
    QSettings qt(QSettings::UserScope, u"QtProject"_s);
    if (!qt.childGroups().contains(u"FileDialog"_s))
        return;
    qt.beginGroup(u"FileDialog"_s);
    for (const QString& key : {u"history"_s, u"lastVisited"_s, u"shortcuts"_s})
        qt.remove(key);
    qt.endGroup();
}

} // namespace app
