// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/locked.h"

#include "readers/source_intake.h"
#include "readers/zip.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Locked)
};

constexpr qsizetype pieceSize = qsizetype{256} * 1024;
constexpr qint64 longestManifest = qint64{1024} * 1024;

base::Error lockedBy(const QString& what, const QString& name, const QString& program)
{
    return {base::ErrorKind::InputUnreadable, what.arg(name),
            Tr::tr("If you have the password, open it in %1 and save it without one. Else ask the sender for it without a "
                   "password, or as a CSV file in a zip with a password: the program can open those.")
                .arg(program),
            {}};
}

// Bytes of the part from `from` on, as many as are there up to `most`. A part can only be read from its start.
base::Result<QByteArray> bytesAt(const SourcePart& part, qint64 from, qint64 most)
{
    BASE_TRY(part.bytes->rewind());
    QByteArray chunk(pieceSize, Qt::Uninitialized);
    QByteArray found;
    for (qint64 at = 0; at < from + most;) {
        const auto got = part.bytes->read(chunk.data(), std::min<qint64>(chunk.size(), from + most - at));
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            break;
        const qint64 skip = std::clamp<qint64>(from - at, 0, *got);
        found += QByteArrayView(chunk).sliced(skip, *got - skip);
        at += *got;
    }
    BASE_TRY(part.bytes->rewind());
    return found;
}

// Names in the first sector of an OLE2 file's directory ([MS-CFB] 2.2 and 2.6): four or 32 entries of 128 bytes, the
// name in UTF-16 and its length at 64. The streams of a locked document are among the first.
base::Result<QStringList> oleNames(const SourcePart& part, QByteArrayView head)
{
    if (head.size() < 76)
        return QStringList();
    const int shift = qFromLittleEndian<quint16>(head.data() + 30);
    const auto directory = qint64(qFromLittleEndian<quint32>(head.data() + 48));
    if (shift != 9 && shift != 12)
        return QStringList();
    const qint64 sector = qint64(1) << shift;
    const auto bytes = bytesAt(part, (directory + 1) * sector, sector);
    if (!bytes)
        return tl::unexpected(bytes.error());
    QStringList names;
    for (qsizetype at = 0; at + 128 <= bytes->size(); at += 128) {
        const qsizetype length = std::min<qsizetype>(qFromLittleEndian<quint16>(bytes->constData() + at + 64), 64);
        QString name;
        for (qsizetype i = 0; i + 2 < length; i += 2)
            name += QChar(qFromLittleEndian<quint16>(bytes->constData() + at + i));
        names << name;
    }
    return names;
}

bool wide(QByteArrayView head, QLatin1StringView name)
{
    QByteArray spelled;
    for (const char c : name) {
        spelled += c;
        spelled += '\0';
    }
    return head.contains(spelled);
}

base::Result<std::optional<base::Error>> lockedOffice(const SourcePart& part, QByteArrayView head)
{
    const auto names = oleNames(part, head);
    if (!names)
        return tl::unexpected(names.error());
    const bool locked = names->contains("EncryptedPackage"_L1) || names->contains("EncryptionInfo"_L1) ||
                        wide(head, "EncryptedPackage"_L1) || wide(head, "EncryptionInfo"_L1);
    if (!locked)
        return std::optional<base::Error>();
    // What is inside cannot be told from outside; the ending is all there is to go by.
    const bool word = part.name.endsWith(".docx"_L1, Qt::CaseInsensitive) || part.name.endsWith(".docm"_L1, Qt::CaseInsensitive);
    const bool excel = part.name.endsWith(".xlsx"_L1, Qt::CaseInsensitive) || part.name.endsWith(".xlsm"_L1, Qt::CaseInsensitive);
    return std::optional(lockedBy(word    ? Tr::tr("“%1” is a Word document that is locked with a password.")
                                  : excel ? Tr::tr("“%1” is an Excel workbook that is locked with a password.")
                                          : Tr::tr("“%1” is an Office file that is locked with a password."),
                                  part.name, word ? Tr::tr("Word or LibreOffice") : Tr::tr("Excel or LibreOffice")));
}

// "/Encrypt" and then a reference or a dictionary; "/EncryptMetadata" is another word. The trailer may stand at the
// end or, in files made for the web, near the start.
bool mentionsEncryption(QByteArrayView bytes)
{
    constexpr QByteArrayView word("/Encrypt");
    for (qsizetype at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) {
        const qsizetype after = at + word.size();
        if (after < bytes.size() && (std::strchr(" \t\r\n<", bytes[after]) != nullptr) && bytes[after] != '\0')
            return true;
    }
    return false;
}

base::Result<std::optional<base::Error>> lockedPdf(const SourcePart& part)
{
    BASE_TRY(part.bytes->rewind());
    constexpr qsizetype overlap = 16; // the word and one byte after it, cut by the end of a piece
    QByteArray window;
    QByteArray chunk(pieceSize, Qt::Uninitialized);
    bool locked = false;
    while (!locked) {
        const auto got = part.bytes->read(chunk.data(), chunk.size());
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            break;
        window = QByteArray(window.right(overlap) + chunk.first(static_cast<qsizetype>(*got)));
        locked = mentionsEncryption(window);
    }
    BASE_TRY(part.bytes->rewind());
    if (!locked)
        return std::optional<base::Error>();
    return std::optional<base::Error>(
        {base::ErrorKind::InputUnreadable, Tr::tr("“%1” is a PDF that is locked with a password.").arg(part.name),
         Tr::tr("Ask the sender for it without a password, or for the same as a CSV or Excel file. If you have the password, "
                "you can open it in a PDF viewer and write in yourself what it says."),
         {}});
}

} // namespace

base::Result<std::optional<base::Error>> lockedDocument(const SourcePart& part, QByteArrayView head)
{
    if (head.startsWith("\xD0\xCF\x11\xE0"))
        return lockedOffice(part, head);
    if (head.startsWith("%PDF"))
        return lockedPdf(part);
    return std::optional<base::Error>();
}

base::Result<bool> isLockedOpenDocument(ZipArchive& archive)
{
    if (archive.find(u"encrypted-package"_s))
        return true;
    const ZipMember* manifest = archive.find(u"META-INF/manifest.xml"_s);
    if (!manifest || manifest->locked || manifest->size > longestManifest)
        return false;
    const auto bytes = archive.open(*manifest);
    if (!bytes)
        return tl::unexpected(bytes.error());
    QByteArray text(static_cast<qsizetype>(manifest->size), Qt::Uninitialized);
    qint64 have = 0;
    while (have < text.size()) {
        const auto got = (*bytes)->read(text.data() + have, text.size() - have);
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            break;
        have += *got;
    }
    return QByteArrayView(text).first(static_cast<qsizetype>(have)).contains("encryption-data");
}

base::Error lockedOpenDocument(const QString& name)
{
    return lockedBy(Tr::tr("“%1” is an OpenDocument file that is locked with a password."), name, Tr::tr("LibreOffice"));
}

} // namespace readers
