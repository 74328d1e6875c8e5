// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/source.h"

#include "readers/format.h"
#include "readers/locked.h"
#include "readers/zip.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstring>

namespace readers {

namespace {

using base::ErrorKind;
using base::fail;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Source)
};

class FileBytes : public ByteSource {
public:
    explicit FileBytes(const QString& path) : m_file(path) {}

    [[nodiscard]] bool open() { return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

    base::Result<qint64> read(char* into, qint64 most) override
    {
        const qint64 got = m_file.read(into, most);
        if (got < 0)
            return fail(ErrorKind::InputUnreadable, Tr::tr("The file could not be read to its end: the disk or the stick reports a fault."),
                        Tr::tr("Copy the file to this computer first, then choose the copy."));
        return got;
    }
    base::Result<void> rewind() override
    {
        if (!m_file.seek(0))
            return fail(ErrorKind::InputUnreadable, Tr::tr("The file cannot be read from its start again."),
                        Tr::tr("Copy the file to this computer first, then choose the copy."));
        return {};
    }
    qint64 size() const override { return m_file.size(); }

private:
    QFile m_file;
};

class BufferBytes : public ByteSource {
public:
    explicit BufferBytes(QByteArray bytes) : m_bytes(std::move(bytes)) {}

    base::Result<qint64> read(char* into, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_bytes.size() - m_at);
        std::memcpy(into, m_bytes.constData() + m_at, static_cast<std::size_t>(count));
        m_at += count;
        return count;
    }
    base::Result<void> rewind() override
    {
        m_at = 0;
        return {};
    }
    qint64 size() const override { return m_bytes.size(); }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

// Left behind by file managers; never what somebody meant to hand over.
bool isClutter(const ZipMember& member)
{
    const QString name = member.name();
    return member.path.startsWith(QLatin1StringView("__MACOSX/")) || name.startsWith(QLatin1StringView("._")) ||
           name == QLatin1StringView(".DS_Store") || name.compare(QLatin1StringView("Thumbs.db"), Qt::CaseInsensitive) == 0;
}

base::Result<void> addZip(const QString& path, const QString& name, const Password& password, Source& source)
{
    const auto archive = ZipArchive::openFile(path, password);
    if (!archive)
        return tl::unexpected(archive.error());
    const auto& members = (*archive)->members();
    if (members.size() > std::size_t(mostZipMembers))
        return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” holds more than %2 files.").arg(name).arg(mostZipMembers),
                    Tr::tr("Unpack it and choose the files that are about you."));
    std::size_t added = 0;
    for (const ZipMember& member : members) {
        if (member.name().isEmpty() || member.size == 0 || isClutter(member))
            continue;
        auto bytes = (*archive)->open(member);
        if (!bytes)
            return tl::unexpected(inPart(bytes.error(), source.parts.size(), members.size()));
        source.parts.push_back({member.name(), name, std::move(*bytes)});
        ++added;
    }
    if (added == 0)
        return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” is a zip file with nothing in it.").arg(name),
                    Tr::tr("Ask for it to be sent again."));
    return {};
}

// A workbook is a zip as well: only what holds neither a workbook nor a text document is looked into.
base::Result<bool> isPlainZip(const QString& path, const QString& name, QByteArrayView head)
{
    if (!head.startsWith("PK\x03\x04") && !head.startsWith("PK\x05\x06"))
        return false;
    const auto archive = ZipArchive::openFile(path);
    if (!archive)
        return tl::unexpected(archive.error());
    if (!(*archive)->isOfficeDocument())
        return true;
    const auto locked = isLockedOpenDocument(**archive);
    if (!locked)
        return tl::unexpected(locked.error());
    if (*locked)
        return tl::unexpected(lockedOpenDocument(name));
    return false;
}

base::Result<void> addFile(const QString& path, const Password& password, Source& source)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists())
        return fail(ErrorKind::InputUnreadable, Tr::tr("There is no file “%1”.").arg(name),
                    Tr::tr("Check its name and the folder it is in."));
    if (info.isDir())
        return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” is a folder.").arg(info.isRoot() ? path : name),
                    Tr::tr("Choose the files inside it."));
    if (info.size() == 0)
        return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” is empty: there is nothing in it at all.").arg(name),
                    Tr::tr("Ask for it to be sent again."));
    auto file = std::make_shared<FileBytes>(path);
    if (!file->open())
        return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” may not be opened by you.").arg(name),
                    Tr::tr("Ask whoever looks after this computer, or copy the file to a place of your own."));
    char head[4];
    const auto got = file->read(head, sizeof head);
    if (!got)
        return tl::unexpected(got.error());
    BASE_TRY(file->rewind());
    const auto zipped = isPlainZip(path, name, QByteArrayView(head, *got));
    if (!zipped)
        return tl::unexpected(zipped.error());
    if (*zipped)
        return addZip(path, name, password, source);
    source.parts.push_back({name, {}, std::move(file)});
    return {};
}

} // namespace

base::Result<Source> openSource(const std::vector<QString>& paths, const Password& password)
{
    if (paths.empty())
        return fail(ErrorKind::Usage, Tr::tr("No file was chosen."), Tr::tr("Choose the file or files you were given."));
    Source source;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const auto added = addFile(paths[i], password, source);
        if (!added)
            return tl::unexpected(inPart(added.error(), i, paths.size()));
    }
    return source;
}

bool needsPassword(const std::vector<QString>& paths)
{
    return std::any_of(paths.begin(), paths.end(), [](const QString& path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.read(2) != "PK")
            return false;
        file.close();
        const auto archive = ZipArchive::openFile(path);
        return archive && std::any_of((*archive)->members().begin(), (*archive)->members().end(),
                                      [](const ZipMember& member) { return member.locked && !isClutter(member); });
    });
}

SourcePart bufferPart(QString name, QByteArray bytes)
{
    return {std::move(name), {}, std::make_shared<BufferBytes>(std::move(bytes))};
}

} // namespace readers
