// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace readers {

// What the first bytes of a document say, and what they really are. A file that lies about its encoding, repeats
// its declaration or starts with blanks is read all the same; `repairs` tells.
struct XmlProlog {
    QByteArray encoding; // for the parser: "UTF-8", "UTF-16LE", "windows-1252" …
    qint64 skip = 0;     // delivered bytes before what the parser is given
    int linesSkipped = 0;
    QStringList repairs;
};

[[nodiscard]] XmlProlog readProlog(QByteArrayView head);

// The 256 characters of a single-byte encoding; empty if this program does not know it (compared without case).
[[nodiscard]] QString singleByteTable(QByteArrayView encoding);

// Bytes of `text` in the document's own encoding, for markers put into kept bytes.
[[nodiscard]] QByteArray inEncoding(QByteArrayView ascii, QByteArrayView encoding);

} // namespace readers
