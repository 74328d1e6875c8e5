// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

#include <optional>

namespace readers {

// How a text file spells its characters. Eight-bit files are read as UTF-8 cell by cell, and a cell that is no
// UTF-8 as Windows-1252: one such byte can stand hundreds of kilobytes into a file, and text of the one kind is
// practically never valid in the other.
enum class TextEncoding { EightBit, Utf16Le, Utf16Be };

struct SniffedText {
    TextEncoding encoding = TextEncoding::EightBit;
    int byteOrderMark = 0; // length in bytes
};

[[nodiscard]] SniffedText sniffText(QByteArrayView head);

// What had to be mended while cells were read; told once a document.
struct CellNotes {
    bool nulBytes = false;
    bool windows1252 = false;
};

[[nodiscard]] QString cellText(QByteArrayView bytes, CellNotes& notes);
[[nodiscard]] QString fromWindows1252(QByteArrayView bytes);

// Chunks of UTF-16 to UTF-8; a pair cut by the end of a chunk waits for the next one.
class Utf16ToUtf8 {
public:
    explicit Utf16ToUtf8(TextEncoding encoding);
    [[nodiscard]] QByteArray add(QByteArrayView chunk);

private:
    QStringDecoder m_decoder;
};

// The way back, for the stretches of a document that are kept.
[[nodiscard]] QByteArray delivered(QByteArrayView utf8, TextEncoding encoding);
// How many bytes `utf8` took in the delivered encoding.
[[nodiscard]] qint64 deliveredSize(QByteArrayView utf8, TextEncoding encoding);

} // namespace readers
