// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/platform/files.h"

#include "extract/database/failure.h"

#include <QFile>
#include <QFileInfo>

#include <sodium.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <vector>

namespace extract {

namespace {

// SQLite's lock bytes on Unix: pending, reserved and 510 shared ones from 1 GiB on (sqlite.org/lockingv3.html).
constexpr off_t lockStart = 0x40000000;
constexpr off_t lockLength = 512;

class Descriptor {
public:
    Descriptor(const QString& path, int flags, mode_t mode = 0)
        : m_descriptor(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode))
    {
    }
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

// Some file systems cannot sync a folder; what was done in it has happened all the same.
void syncFolderOf(const QString& path)
{
    const Descriptor folder(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY);
    if (folder.isOpen())
        static_cast<void>(::fsync(folder.get()));
}

} // namespace

std::optional<FileIdentity> identityOf(const QString& path)
{
    struct stat info {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return std::nullopt;
    return FileIdentity{static_cast<quint64>(info.st_dev), static_cast<quint64>(info.st_ino)};
}

bool lockedElsewhere(const QString& path)
{
    const Descriptor file(path, O_RDWR);
    if (!file.isOpen())
        return false;
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = lockStart;
    lock.l_len = lockLength;
    return ::fcntl(file.get(), F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

base::Result<void> createEmpty(const QString& path)
{
    const Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (!file.isOpen())
        return tl::unexpected(cannotWrite());
    QFile::remove(path + QLatin1StringView("-journal"));
    return {};
}

void removeUnfinished(const QString& path)
{
    QFile::remove(path);
    QFile::remove(path + QLatin1StringView("-journal"));
}

base::Result<void> putInPlace(const QString& from, const QString& target)
{
    {
        const Descriptor file(from, O_RDWR);
        if (!file.isOpen() || ::fsync(file.get()) != 0)
            return tl::unexpected(cannotWrite());
    }
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(target).constData()) != 0)
        return tl::unexpected(cannotWrite());
    syncFolderOf(target);
    return {};
}

base::Result<void> moveFile(const QString& from, const QString& to)
{
    if (QFileInfo::exists(to) ||
        std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return tl::unexpected(cannotWrite());
    syncFolderOf(to);
    return {};
}

bool shredStartAndRemove(const QString& path, qint64 size)
{
    {
        const Descriptor file(path, O_WRONLY);
        if (file.isOpen()) {
            std::vector<unsigned char> noise(static_cast<std::size_t>(size));
            randombytes_buf(noise.data(), noise.size());
            // What cannot be overwritten is removed all the same.
            [[maybe_unused]] const ssize_t written = ::pwrite(file.get(), noise.data(), noise.size(), 0);
            static_cast<void>(::fsync(file.get()));
        }
    }
    const bool gone = ::unlink(QFile::encodeName(path).constData()) == 0;
    syncFolderOf(path);
    return gone;
}

qint64 physicalMemory()
{
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long size = ::sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? static_cast<qint64>(pages) * size : 0;
}

} // namespace extract
