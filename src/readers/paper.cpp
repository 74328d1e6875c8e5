// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/paper.h"

#include "readers/zip.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Paper)
};

constexpr qsizetype pdfHeadWithin = 1024; // ISO 32000 annex H: readers take a header in the first 1,024 bytes

// A WebP file names itself after its length, a HEIC photo after the length of its first box.
bool namesItself(const QByteArray& bytes, qsizetype at, QByteArrayView word)
{
    return bytes.size() >= at + word.size() && QByteArrayView(bytes).sliced(at, word.size()) == word;
}

QString pictureFormat(const QByteArray& bytes)
{
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return u"jpeg"_s;
    if (bytes.startsWith("\x89PNG\r\n"))
        return u"png"_s;
    if (bytes.startsWith("GIF8"))
        return u"gif"_s;
    if (bytes.startsWith("BM") && bytes.size() > 26 && namesItself(bytes, 6, QByteArrayView("\0\0\0\0", 4)))
        return u"bmp"_s;
    if (bytes.startsWith("II*") || bytes.startsWith(QByteArray("MM\0*", 4)))
        return u"tiff"_s;
    if (bytes.startsWith("RIFF") && namesItself(bytes, 8, "WEBP"))
        return u"webp"_s;
    for (const char* brand : {"heic", "heix", "mif1", "msf1", "hevc"})
        if (namesItself(bytes, 4, "ftyp") && namesItself(bytes, 8, brand))
            return u"heic"_s;
    return {};
}

tl::unexpected<base::Error> notToRead(const QString& name)
{
    return base::fail(base::ErrorKind::InputUnreadable,
                      Tr::tr("“%1” is no PDF, picture, Word or OpenDocument text.").arg(name),
                      Tr::tr("A table or a file of data is taken in with “Add what I was given”: nothing of it needs to be typed."));
}

base::Result<QString> packedFormat(const QString& name, const QByteArray& bytes)
{
    const auto archive = ZipArchive::openBytes(bytes);
    if (!archive)
        return notToRead(name);
    if ((*archive)->find(u"word/document.xml"_s))
        return u"docx"_s;
    const ZipMember* type = (*archive)->find(u"mimetype"_s);
    if (!type || !(*archive)->find(u"META-INF/manifest.xml"_s))
        return notToRead(name);
    const auto stream = (*archive)->open(*type);
    if (!stream)
        return notToRead(name);
    QByteArray word(64, '\0');
    const auto read = (*stream)->read(word.data(), word.size());
    word.truncate(static_cast<qsizetype>(read.value_or(0)));
    if (word.trimmed() != "application/vnd.oasis.opendocument.text")
        return notToRead(name);
    return u"odt"_s;
}

} // namespace

base::Result<QString> paperFormat(const QString& name, const QByteArray& bytes)
{
    if (bytes.isEmpty())
        return base::fail(base::ErrorKind::InputUnreadable, Tr::tr("“%1” is empty: there is nothing in it at all.").arg(name),
                          Tr::tr("Ask for it to be sent again."));
    if (QByteArrayView(bytes).first(std::min(bytes.size(), pdfHeadWithin)).indexOf("%PDF-") >= 0)
        return u"pdf"_s;
    if (QString picture = pictureFormat(bytes); !picture.isEmpty())
        return picture;
    if (bytes.startsWith("{\\rtf"))
        return u"rtf"_s;
    // An old Office file names its streams in UTF-16: a text document has one called WordDocument.
    if (bytes.startsWith("\xD0\xCF\x11\xE0") &&
        (bytes.contains(QByteArray("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t", 23)) || name.endsWith(".docx"_L1, Qt::CaseInsensitive)))
        return u"doc"_s;
    if (bytes.startsWith("PK"))
        return packedFormat(name, bytes);
    return notToRead(name);
}

} // namespace readers
