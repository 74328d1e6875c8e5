// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/file/header.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace extract {

// Files that are in the way are renamed beside the record file and never overwritten: "mina.kept-…Z.pupilrecord" for
// one that something else takes the place of, "mina.earlier-…Z.pupilrecord" for backups of a file that once had the
// name. No backup rule, and no change of passphrase, touches either.

// Moves the file, with a journal that lies beside it: only there can its last change still be undone. Answers with
// the new path. A second one of the same second gets a number.
[[nodiscard]] base::Result<QString> keepAside(const QString& path, const QDateTime& now);
[[nodiscard]] QString asideName(const QString& path, const QDateTime& now); // one that is free
// The new names of those backups of `path` that are not of the file with this header.
[[nodiscard]] base::Result<std::vector<QString>> putBackupsAside(const QString& path, const Header& own);
[[nodiscard]] std::vector<QString> keptBeside(const QString& path);    // with their journals
[[nodiscard]] std::vector<QString> earlierBeside(const QString& path);
// What an interrupted rewriting or creation left: "….new", journals of files that are gone.
[[nodiscard]] std::vector<QString> leftoversBeside(const QString& path);

} // namespace extract
