// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/zip.h"

#include <QCoreApplication>
#include <QFile>

#include <zip.h>

#include <algorithm>

namespace readers {

namespace {

using base::ErrorKind;
using base::fail;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Zip)
};

tl::unexpected<base::Error> damaged(const QString& name)
{
    return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” is a zip file that cannot be opened. It may be cut off or damaged.").arg(name),
                Tr::tr("Copy it again from where you got it, or ask for it to be sent again."));
}

tl::unexpected<base::Error> locked(const QString& name)
{
    return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” inside the zip file is locked with a password.").arg(name),
                Tr::tr("Give the password you were sent with it. If you have none, ask the sender."));
}

tl::unexpected<base::Error> wrongPassword(const QString& name)
{
    return fail(ErrorKind::WrongPassphrase, Tr::tr("This password does not open “%1” inside the zip file.").arg(name),
                Tr::tr("Check capital letters and spaces, and try again. The sender may have sent the password apart from the "
                       "file, in a letter, a message or by telephone."));
}

// Of a member that was packed or locked in a way this libzip was built without.
tl::unexpected<base::Error> unknownPacking(const QString& name)
{
    return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” is packed or locked in a way the program cannot open.").arg(name),
                Tr::tr("Unpack the zip with another program, then choose the files inside it."));
}

class MemberBytes : public ByteSource {
public:
    MemberBytes(std::shared_ptr<ZipArchive> owner, zip_t* archive, ZipMember member, Password password)
        : m_owner(std::move(owner)), m_archive(archive), m_member(std::move(member)), m_password(std::move(password))
    {
    }
    ~MemberBytes() override { close(); }

    base::Result<qint64> read(char* into, qint64 most) override
    {
        if (!m_file) {
            m_file = m_member.locked ? zip_fopen_index_encrypted(m_archive, m_member.index, 0, m_password.get())
                                     : zip_fopen_index(m_archive, m_member.index, 0);
            if (!m_file)
                return notOpened();
        }
        const zip_int64_t got = zip_fread(m_file, into, static_cast<zip_uint64_t>(most));
        if (got < 0) {
            // Rubbish that does not unpack: with ZipCrypto a wrong password is by far the likeliest reason.
            return m_member.weaklyLocked ? wrongPassword(m_member.name()) : damaged(m_member.name());
        }
        m_read += got;
        // The directory of the zip may lie about the size: what comes out is counted, not believed.
        if (m_read > std::max(m_member.size, ratioExempt))
            return fail(ErrorKind::InputUnreadable,
                        Tr::tr("“%1” unpacks to more than the zip file says. It is not safe to read.").arg(m_member.name()),
                        Tr::tr("Ask for the file itself, without a zip around it."));
        return got;
    }

    base::Result<void> rewind() override
    {
        close();
        m_read = 0;
        return {};
    }

    qint64 size() const override { return m_member.size; }

private:
    tl::unexpected<base::Error> notOpened() const
    {
        switch (zip_error_code_zip(zip_get_error(m_archive))) {
        case ZIP_ER_WRONGPASSWD:
            return wrongPassword(m_member.name());
        case ZIP_ER_NOPASSWD:
            return locked(m_member.name());
        case ZIP_ER_ENCRNOTSUPP:
        case ZIP_ER_COMPNOTSUPP:
            return unknownPacking(m_member.name());
        default:
            return damaged(m_member.name());
        }
    }

    void close()
    {
        if (m_file)
            zip_fclose(m_file);
        m_file = nullptr;
    }

    std::shared_ptr<ZipArchive> m_owner;
    zip_t* m_archive;
    ZipMember m_member;
    Password m_password;
    zip_file_t* m_file = nullptr;
    qint64 m_read = 0;
};

} // namespace

QString ZipMember::name() const
{
    const qsizetype slash = std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\'));
    return path.mid(slash + 1);
}

ZipArchive::ZipArchive(zip* archive, QByteArray bytes, Password password)
    : m_archive(archive), m_bytes(std::move(bytes)), m_password(std::move(password))
{
    list();
}

ZipArchive::~ZipArchive()
{
    zip_discard(m_archive);
}

void ZipArchive::list()
{
    const zip_int64_t count = zip_get_num_entries(m_archive, 0);
    for (zip_int64_t i = 0; i < count && i <= mostZipMembers; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(m_archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS, &stat) != 0 || !(stat.valid & ZIP_STAT_NAME))
            continue;
        ZipMember member;
        member.index = static_cast<quint64>(i);
        member.path = QString::fromUtf8(stat.name);
        member.size = stat.valid & ZIP_STAT_SIZE ? static_cast<qint64>(stat.size) : 0;
        member.packed = stat.valid & ZIP_STAT_COMP_SIZE ? static_cast<qint64>(stat.comp_size) : 0;
        member.locked = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE;
        member.weaklyLocked = member.locked && stat.encryption_method == ZIP_EM_TRAD_PKWARE;
        m_members.push_back(std::move(member));
    }
}

base::Result<std::shared_ptr<ZipArchive>> ZipArchive::openFile(const QString& path, Password password)
{
    int error = 0;
    zip_t* archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &error);
    if (!archive)
        return damaged(path.mid(path.lastIndexOf(u'/') + 1));
    return std::shared_ptr<ZipArchive>(new ZipArchive(archive, {}, std::move(password)));
}

base::Result<std::shared_ptr<ZipArchive>> ZipArchive::openBytes(const QByteArray& bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!archive) {
        if (source)
            zip_source_free(source);
        zip_error_fini(&error);
        return damaged(Tr::tr("This file"));
    }
    zip_error_fini(&error);
    return std::shared_ptr<ZipArchive>(new ZipArchive(archive, bytes, {}));
}

const ZipMember* ZipArchive::find(const QString& path) const
{
    const auto found = std::find_if(m_members.begin(), m_members.end(), [&](const ZipMember& member) {
        return member.path.compare(path, Qt::CaseInsensitive) == 0;
    });
    return found == m_members.end() ? nullptr : &*found;
}

base::Result<std::shared_ptr<ByteSource>> ZipArchive::open(const ZipMember& member)
{
    if (member.locked && !m_password)
        return locked(member.name());
    const bool bomb = member.size > ratioExempt && member.size / std::max<qint64>(member.packed, 1) > mostZipRatio;
    if (bomb || member.size > mostMemberBytes)
        return fail(ErrorKind::InputUnreadable,
                    Tr::tr("“%1” would unpack to %2 MB, far more than a record of pupils needs. It was not opened.")
                        .arg(member.name())
                        .arg(member.size / (1024 * 1024)),
                    Tr::tr("Ask the sender what the file holds, or for the file without a zip around it."));
    std::shared_ptr<ByteSource> bytes = std::make_shared<MemberBytes>(shared_from_this(), m_archive, member, m_password);
    if (member.locked)
        BASE_TRY(tryPassword(bytes, member));
    return bytes;
}

// AES tells a wrong password by two bytes and ends with a seal over the whole; ZipCrypto tells by one byte, so what it
// lets through is unpacked to its check sum, unless that would take seconds.
base::Result<void> ZipArchive::tryPassword(const std::shared_ptr<ByteSource>& bytes, const ZipMember& member) const
{
    constexpr qint64 quicklyUnpacked = 64 * 1024 * 1024;
    QByteArray chunk(64 * 1024, Qt::Uninitialized);
    for (bool first = true; first || (member.weaklyLocked && member.size <= quicklyUnpacked); first = false) {
        const auto got = bytes->read(chunk.data(), chunk.size());
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            break;
    }
    return bytes->rewind();
}

bool ZipArchive::isOfficeDocument() const
{
    const bool openDocument = !m_members.empty() && m_members.front().path == QLatin1StringView("mimetype") &&
                              (find(QStringLiteral("content.xml")) || find(QStringLiteral("encrypted-package")));
    return openDocument || find(QStringLiteral("[Content_Types].xml"));
}

} // namespace readers
