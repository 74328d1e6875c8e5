// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/support_copy.h"

#include "base/exit_status.h"
#include "readers/csv.h"
#include "readers/format.h"
#include "readers/source_intake.h"
#include "readers/support_parts.h"
#include "readers/support_shape.h"
#include "readers/table_source.h"
#include "readers/xml_text.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

// The first bytes of well-known kinds of files; anything else is told as unknown.
QString kindOf(QByteArrayView head)
{
    struct Magic {
        QByteArrayView bytes;
        QLatin1StringView kind;
    };
    static const Magic magics[] = {{"%PDF", "PDF"_L1},
                                   {"\xD0\xCF\x11\xE0", "OLE2 (old or locked Office file)"_L1},
                                   {"PK", "zip container"_L1},
                                   {"\x89PNG", "PNG picture"_L1},
                                   {"\xFF\xD8\xFF", "JPEG picture"_L1},
                                   {"{\\rtf", "rich text"_L1},
                                   {"7z\xBC\xAF", "7z archive"_L1},
                                   {"Rar!", "RAR archive"_L1},
                                   {"\x1F\x8B", "gzip"_L1}};
    for (const Magic& magic : magics)
        if (head.startsWith(magic.bytes))
            return magic.kind;
    return u"no kind this program knows"_s;
}

bool looksLikeJson(QByteArrayView head)
{
    const QByteArray start = plainHead(head).left(512).trimmed();
    return start.startsWith('{') || start.startsWith("[{") || start.startsWith("[\n") || start.startsWith("[ ") || start.startsWith("[\r");
}

// How far the readers themselves come with the part: whom they would give it to, and what they then say.
base::Result<QStringList> attempt(const SourcePart& part, QByteArrayView head, const std::stop_token& stop)
{
    QStringList lines;
    for (const Format* format : formats())
        if (const int sure = head.isEmpty() ? 0 : format->recognise(part, head); sure > 0)
            lines << u"recognised as %1: %2 of 100"_s.arg(format->id()).arg(sure);
    BASE_TRY(part.bytes->rewind());
    const auto read = pupils({{part}}, stop);
    if (!read) {
        if (read.error().kind == base::ErrorKind::Stopped)
            return tl::unexpected(read.error());
        return lines << u"reading it: "_s + plainError(read.error());
    }
    qint64 entries = 0;
    qint64 values = 0;
    for (const ReadDocument& document : read->documents) {
        entries += document.entries;
        values += document.values;
        for (const ReadDocument::Unknown& unknown : document.unknown)
            lines << u"not understood: %1 ×%2"_s.arg(shownName(unknown.name)).arg(unknown.count);
        lines << u"warnings: %1"_s.arg(document.warnings.size());
    }
    return lines << u"reading it: %1 pupils, %2 entries, %3 values"_s.arg(read->pupils.size()).arg(entries).arg(values);
}

base::Result<QStringList> structureOf(const SourcePart& part, const std::stop_token& stop)
{
    const auto head = headOf(part);
    if (!head)
        return QStringList{u"cannot be read: "_s + plainError(head.error())};
    QStringList lines{u"size: %1 bytes"_s.arg(part.bytes->size())};
    base::Result<QStringList> built = QStringList();
    if (head->isEmpty())
        built = QStringList{u"empty"_s};
    else if (looksLikeJson(*head))
        built = jsonStructure(part, stop);
    else if (tableKind(*head) != TableKind::None)
        built = tableStructure(part, *head, stop);
    else if (!xmlHead(*head).isEmpty())
        built = xmlStructure(part, stop);
    else
        built = QStringList{kindOf(*head)};
    if (!built)
        return built;
    lines += *built;
    auto tried = attempt(part, *head, stop);
    if (!tried)
        return tried;
    return lines + *tried;
}

} // namespace

QString supportCopyHead()
{
    return u"Pupil Record support copy 1, made by version "_s + QStringLiteral(PUPIL_RECORD_VERSION) +
           u"\nHow a file is built. Letters and digits of it are counted, not told; names of fields that the national dictionary\n"
           "knows and codes of one or two characters stand as they are. Please look through it before you send it.\n"_s;
}

QString plainError(const base::Error& error)
{
    static const QRegularExpression place(u"^(file \\d{1,6}, )?(line|row|page) \\d{1,9}$"_s);
    const QString kind = QLatin1StringView(base::exitStatus(error.kind).word);
    return place.match(error.where).hasMatch() ? QString(kind + u" at " + error.where) : kind;
}

base::Result<QString> supportCopy(const Source& source, const std::stop_token& stop)
{
    QString text;
    for (std::size_t i = 0; i < source.parts.size(); ++i) {
        const auto lines = structureOf(source.parts[i], stop);
        if (!lines)
            return tl::unexpected(lines.error());
        text += u"\npart %1 of %2%3\n"_s.arg(i + 1).arg(source.parts.size()).arg(source.parts[i].container.isEmpty() ? QString() : u", out of a zip"_s);
        for (const QString& line : *lines)
            text += u"  "_s + line + u'\n';
    }
    return text;
}

base::Result<QString> supportCopy(const std::vector<QString>& paths, const Password& password, const std::stop_token& stop)
{
    QString text = supportCopyHead();
    for (std::size_t i = 0; i < paths.size(); ++i) {
        QFile file(paths[i]);
        if (!file.open(QIODevice::ReadOnly))
            return openSource({paths[i]}).map([](const Source&) { return QString(); }); // says why
        const QByteArray head = file.read(4);
        text += u"\nfile %1 of %2, %3 bytes\n"_s.arg(i + 1).arg(paths.size()).arg(file.size());
        file.close();
        if (head.startsWith("PK")) {
            const QStringList members = zipStructure(paths[i]);
            for (const QString& line : members)
                text += u"  "_s + line + u'\n';
        }
        const auto source = openSource({paths[i]}, password);
        if (!source) {
            text += u"  opening it: "_s + plainError(source.error()) + u"\n  "_s + kindOf(head) + u'\n';
            continue;
        }
        const auto parts = supportCopy(*source, stop);
        if (!parts)
            return parts;
        text += *parts;
    }
    return text;
}

} // namespace readers
