// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

// A CSV file as rows of heading → cell, read by code of its own: the tests compare the compiled catalogue with its
// source files, so they must not share the generator's reader. Empty when the file cannot be read.
[[nodiscard]] QList<QHash<QString, QString>> csvRows(const QString& path);
