// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QString>

namespace extract {

// The words of a bundled list, in its order; empty if the program was built without it.
[[nodiscard]] QByteArrayList bundledWords(const QString& name); // "english.txt", "recovery.txt"

} // namespace extract
