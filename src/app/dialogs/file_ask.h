// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace app {

// File dialogs of Qt itself: the desktop's own would put the chosen file into its list of recent ones. They run
// without a loop of their own, and what Qt remembers of them is forgotten when they close.
void askFiles(QWidget* parent, const QString& title, const QString& filter, bool several,
              const std::function<void(const QStringList&)>& then);
void askFolder(QWidget* parent, const QString& title, const std::function<void(const QString&)>& then);
void askSavePath(QWidget* parent, const QString& title, const QString& name, const QString& suffix,
                 const std::function<void(const QString&)>& then);

} // namespace app
