// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sitting.h"

#include <QStringList>

namespace planted {

// Words that stand nowhere but in the planted record: where an invented child lives and goes to school, its numbers,
// and the names of its files.
struct Word {
    const char* what;
    QString text;
};
[[nodiscard]] const std::vector<Word>& words();
// Which of them stand in a text, whatever its case, blanks and soft hyphens.
[[nodiscard]] QStringList in(const QString& text);
// Which stand in a file: as UTF-8 or UTF-16, and inside zips.
[[nodiscard]] QStringList inFile(const QString& path);

[[nodiscard]] QString passphrase();

// What a sitting works with. Everything the record holds is planted while at-risk mode is off: places in every kind of
// source, paper, evidence, values written in, a concern with the person's own words, a letter begun and one printed.
struct Record {
    QString path;    // in a folder whose name is planted too
    QString source;  // to import: same child, another term
    QString broken;  // to import: cannot be read
    QString paper;   // to attach
    QString letters; // an empty folder to save to, with a plain name
};
[[nodiscard]] Record plant(const QString& folder, bool atRisk);

template <typename T>
T done(QFuture<base::Result<T>> answer)
{
    answer.waitForFinished();
    auto result = answer.result();
    if (!result)
        qFatal("planting failed: %s (%s)", qPrintable(result.error().message), qPrintable(result.error().where));
    return std::move(*result);
}

} // namespace planted
