// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_prolog.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Xml)
};

qint64 skipBlanks(QByteArrayView bytes, qint64 at)
{
    while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n'))
        ++at;
    return at;
}

bool startsDeclaration(QByteArrayView bytes, qint64 at)
{
    return bytes.sliced(at).startsWith("<?xml") && at + 5 < bytes.size() &&
           (bytes[at + 5] == ' ' || bytes[at + 5] == '\t' || bytes[at + 5] == '\r' || bytes[at + 5] == '\n' ||
            bytes[at + 5] == '?');
}

QByteArray declaredEncoding(QByteArrayView declaration)
{
    const qsizetype at = declaration.indexOf("encoding");
    if (at < 0)
        return {};
    qsizetype from = at + 8;
    while (from < declaration.size() && declaration[from] != '"' && declaration[from] != '\'')
        ++from;
    if (from >= declaration.size())
        return {};
    const char quote = declaration[from++];
    const qsizetype to = declaration.sliced(from).indexOf(quote);
    return to < 0 ? QByteArray() : declaration.sliced(from, to).toByteArray().trimmed();
}

// Windows-1252 where it differs from ISO-8859-1 (Unicode's CP1252.TXT); the five unassigned bytes keep their own
// number, as browsers do.
constexpr std::array<char16_t, 32> cp1252High{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                              0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

// ISO-8859-15 and -14 where they differ from ISO-8859-1 (Unicode's 8859-15.TXT and 8859-14.TXT). The latter is the
// Celtic set, met with Welsh names.
struct Difference {
    unsigned char byte;
    char16_t character;
};
constexpr std::array<Difference, 8> latin9{{{0xA4, 0x20AC},
                                            {0xA6, 0x0160},
                                            {0xA8, 0x0161},
                                            {0xB4, 0x017D},
                                            {0xB8, 0x017E},
                                            {0xBC, 0x0152},
                                            {0xBD, 0x0153},
                                            {0xBE, 0x0178}}};
constexpr std::array<Difference, 31> celtic{
    {{0xA1, 0x1E02}, {0xA2, 0x1E03}, {0xA4, 0x010A}, {0xA5, 0x010B}, {0xA6, 0x1E0A}, {0xA8, 0x1E80}, {0xAA, 0x1E82},
     {0xAB, 0x1E0B}, {0xAC, 0x1EF2}, {0xAF, 0x0178}, {0xB0, 0x1E1E}, {0xB1, 0x1E1F}, {0xB2, 0x0120}, {0xB3, 0x0121},
     {0xB4, 0x1E40}, {0xB5, 0x1E41}, {0xB7, 0x1E56}, {0xB8, 0x1E81}, {0xB9, 0x1E57}, {0xBA, 0x1E83}, {0xBB, 0x1E60},
     {0xBC, 0x1EF3}, {0xBD, 0x1E84}, {0xBE, 0x1E85}, {0xBF, 0x1E61}, {0xD0, 0x0174}, {0xD7, 0x1E6A}, {0xDE, 0x0176},
     {0xF0, 0x0175}, {0xF7, 0x1E6B}, {0xFE, 0x0177}}};

} // namespace

QString singleByteTable(QByteArrayView encoding)
{
    const QByteArray name = encoding.toByteArray().toLower();
    QString table(256, QChar(0));
    for (int i = 0; i < 256; ++i)
        table[i] = QChar(char16_t(i));
    const auto apply = [&table](const auto& differences) {
        for (const Difference& one : differences)
            table[one.byte] = QChar(one.character);
    };
    // ISO-8859-1 is read as Windows-1252: the bytes that differ are control characters nobody writes on purpose.
    if (name == "windows-1252" || name == "cp1252" || name == "x-cp1252" || name == "iso-8859-1" || name == "latin1") {
        for (int i = 0; i < 32; ++i)
            table[0x80 + i] = QChar(cp1252High[std::size_t(i)]);
        return table;
    }
    if (name == "iso-8859-15" || name == "latin9") {
        apply(latin9);
        return table;
    }
    if (name == "iso-8859-14") {
        apply(celtic);
        return table;
    }
    return {};
}

XmlProlog readProlog(QByteArrayView head)
{
    XmlProlog prolog;
    const auto byte = [&head](qsizetype i) { return i < head.size() ? static_cast<unsigned char>(head[i]) : 0U; };
    if (byte(0) == 0xFF && byte(1) == 0xFE)
        return {.encoding = "UTF-16LE", .skip = 2, .linesSkipped = 0, .repairs = {}};
    if (byte(0) == 0xFE && byte(1) == 0xFF)
        return {.encoding = "UTF-16BE", .skip = 2, .linesSkipped = 0, .repairs = {}};
    if (byte(0) == '<' && byte(1) == 0 && byte(2) != 0 && head.size() >= 4)
        return {.encoding = "UTF-16LE", .skip = 0, .linesSkipped = 0, .repairs = {}};
    if (byte(0) == 0 && byte(1) == '<' && head.size() >= 4)
        return {.encoding = "UTF-16BE", .skip = 0, .linesSkipped = 0, .repairs = {}};

    qint64 at = byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF ? 3 : 0;
    const bool mark = at == 3;
    const qint64 first = at;
    QByteArray declared;
    int declarations = 0;
    qint64 declarationAt = -1;
    bool before = false; // something stood before the first declaration
    for (;;) {
        const qint64 here = skipBlanks(head, at);
        if (startsDeclaration(head, here)) {
            const qsizetype end = head.sliced(here).indexOf("?>");
            if (end < 0)
                break;
            before = before || (declarations == 0 && here != first);
            ++declarations;
            declarationAt = here;
            declared = declaredEncoding(head.sliced(here, end));
            at = here + end + 2;
        } else if (head.sliced(here).startsWith("<!--")) {
            const qsizetype end = head.sliced(here).indexOf("-->");
            if (end < 0)
                break;
            at = here + end + 3;
        } else {
            break;
        }
    }
    if (declarations > 0) {
        prolog.skip = declarationAt;
    } else {
        // Blanks before a document without a declaration are allowed, but not by every parser before a root.
        prolog.skip = first;
    }
    prolog.linesSkipped = int(std::count(head.begin(), head.begin() + prolog.skip, '\n'));
    if (declarations > 1)
        prolog.repairs << Tr::tr(
            "The file began with its XML declaration more than once. The extra ones were left out.");
    if (before)
        prolog.repairs << Tr::tr("The file had something before its XML declaration. That was left out.");

    const QByteArray lower = declared.toLower();
    if (mark || lower.isEmpty() || lower == "utf-8" || lower == "utf8") {
        prolog.encoding = "UTF-8";
        if (mark && !lower.isEmpty() && lower != "utf-8" && lower != "utf8")
            prolog.repairs << Tr::tr("The file names one character encoding and is written in another (UTF-8).");
    } else if (lower.startsWith("utf-16") || lower.startsWith("ucs-2") || lower.startsWith("iso-10646")) {
        prolog.encoding = "UTF-8";
        prolog.repairs << Tr::tr("The file says it is UTF-16, but it is not. It was read as UTF-8.");
    } else if (lower == "us-ascii" || lower == "ascii") {
        prolog.encoding = "UTF-8";
    } else if (!singleByteTable(lower).isEmpty()) {
        // Never the parser's own name for it: its ISO-8859-1 would turn quotation marks into control characters.
        prolog.encoding = lower == "iso-8859-1" || lower == "latin1" ? QByteArray("windows-1252") : lower;
    } else {
        prolog.encoding = "UTF-8";
        prolog.repairs << Tr::tr(
            "This program does not know the character encoding the file names. It was read as UTF-8.");
    }
    return prolog;
}

QByteArray inEncoding(QByteArrayView ascii, QByteArrayView encoding)
{
    if (!encoding.startsWith("UTF-16"))
        return ascii.toByteArray();
    QByteArray wide;
    wide.reserve(ascii.size() * 2);
    for (const char c : ascii) {
        if (encoding.endsWith("BE"))
            wide.append('\0').append(c);
        else
            wide.append(c).append('\0');
    }
    return wide;
}

} // namespace readers
