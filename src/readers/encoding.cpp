// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/encoding.h"

#include <QUtf8StringView>

#include <array>
#include <cstring>

namespace readers {

namespace {

// 0x80–0x9F of Windows-1252; the five unassigned places keep their C1 number, as browsers do.
constexpr std::array<char16_t, 32> upperControls{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

bool plainAscii(QByteArrayView bytes)
{
    for (const char c : bytes) {
        if (static_cast<signed char>(c) <= 0)
            return false;
    }
    return true;
}

// Without a byte order mark: English text in UTF-16 has a NUL in every other byte.
std::optional<TextEncoding> unmarkedUtf16(QByteArrayView head)
{
    const qsizetype look = std::min<qsizetype>(head.size(), 512) & ~qsizetype(1);
    if (look < 8)
        return {};
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < look; i += 2) {
        even += head[i] == '\0' ? 1 : 0;
        odd += head[i + 1] == '\0' ? 1 : 0;
    }
    const qsizetype units = look / 2;
    if (odd > units * 7 / 10 && even < units / 10)
        return TextEncoding::Utf16Le;
    if (even > units * 7 / 10 && odd < units / 10)
        return TextEncoding::Utf16Be;
    return {};
}

} // namespace

SniffedText sniffText(QByteArrayView head)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        return {TextEncoding::EightBit, 3};
    if (head.startsWith("\xFF\xFE"))
        return {TextEncoding::Utf16Le, 2};
    if (head.startsWith("\xFE\xFF"))
        return {TextEncoding::Utf16Be, 2};
    if (const auto unmarked = unmarkedUtf16(head))
        return {*unmarked, 0};
    return {};
}

QString fromWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(upperControls[c.unicode() - 0x80U]);
    }
    return text;
}

QString cellText(QByteArrayView bytes, CellNotes& notes)
{
    if (plainAscii(bytes))
        return QString::fromLatin1(bytes);
    if (std::memchr(bytes.data(), '\0', static_cast<std::size_t>(bytes.size()))) {
        notes.nulBytes = true;
        QByteArray without = bytes.toByteArray();
        without.removeIf([](char c) { return c == '\0'; });
        return cellText(without, notes);
    }
    if (QUtf8StringView(bytes).isValidUtf8())
        return QString::fromUtf8(bytes);
    notes.windows1252 = true;
    return fromWindows1252(bytes);
}

Utf16ToUtf8::Utf16ToUtf8(TextEncoding encoding)
    : m_decoder(encoding == TextEncoding::Utf16Le ? QStringConverter::Utf16LE : QStringConverter::Utf16BE,
                QStringConverter::Flag::ConvertInitialBom)
{
}

QByteArray Utf16ToUtf8::add(QByteArrayView chunk)
{
    const QString text = m_decoder.decode(chunk);
    return text.toUtf8();
}

QByteArray delivered(QByteArrayView utf8, TextEncoding encoding)
{
    if (encoding == TextEncoding::EightBit)
        return utf8.toByteArray();
    QStringEncoder encoder(encoding == TextEncoding::Utf16Le ? QStringConverter::Utf16LE : QStringConverter::Utf16BE);
    return encoder.encode(QString::fromUtf8(utf8));
}

qint64 deliveredSize(QByteArrayView utf8, TextEncoding encoding)
{
    if (encoding == TextEncoding::EightBit)
        return utf8.size();
    qint64 units = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xC0U) == 0x80U ? 0 : (byte >= 0xF0U ? 2 : 1);
    }
    return units * 2;
}

} // namespace readers
