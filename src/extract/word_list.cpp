// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/word_list.h"

#include <QFile>

static void initWordList()
{
    Q_INIT_RESOURCE(extract_words); // in a static library nothing else pulls the list into the program
}

namespace extract {

QByteArrayList bundledWords(const QString& name)
{
    initWordList();
    QFile file(QString(u":/words/" + name));
    QByteArrayList words;
    if (!file.open(QIODevice::ReadOnly))
        return words;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines)
        if (!line.isEmpty() && !line.startsWith('#'))
            words << line;
    return words;
}

} // namespace extract
