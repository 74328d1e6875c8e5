// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

// Platforms that open no listening socket. Others (vnc would listen) are refused before Qt loads them.
[[nodiscard]] bool platformAllowed(const QString& platform);

// The platform plug-in Qt is going to load: -platform on the command line, else QT_QPA_PLATFORM; empty: Qt's choice.
[[nodiscard]] QString platformAsked(int argc, char** argv);

// Takes what Qt's file dialog remembers (folders visited, last places) out of the user's settings.
void forgetFileDialogs();

} // namespace app
