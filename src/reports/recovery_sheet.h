// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/render.h"

#include <QDate>
#include <QStringList>

namespace reports {

// A page for the drawer: the words that open one record file when its passphrase is forgotten. It names no person and
// no file, only the file's mark. Whoever holds the page can open the file: it is made only when asked for, and says so.
struct RecoverySheet {
    QStringList words; // 24, in order
    QString mark;      // "5A7C-19E2"
    QDate made;
};

[[nodiscard]] base::Result<QByteArray> renderRecoverySheet(const RecoverySheet& sheet, LetterFormat format);

} // namespace reports
