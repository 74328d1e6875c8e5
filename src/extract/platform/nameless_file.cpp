// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/platform/nameless_file.h"

#include "extract/database/failure.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace extract {

base::Result<NamelessFile> NamelessFile::in(const QString& folder)
{
    const QByteArray path = QFile::encodeName(folder);
#ifdef O_TMPFILE
    const int nameless = ::open(path.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
    if (nameless >= 0)
        return NamelessFile(nameless);
#endif
    // Network and USB file systems that cannot: a name for the blink of an eye.
    QByteArray name(path + "/.splitting-XXXXXX");
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named < 0)
        return tl::unexpected(cannotWrite());
    ::unlink(name.constData());
    return NamelessFile(named);
}

NamelessFile::~NamelessFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

base::Result<void> NamelessFile::write(qint64 at, QByteArrayView bytes) const
{
    while (!bytes.isEmpty()) {
        const ssize_t done = ::pwrite(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()), at);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return tl::unexpected(cannotWrite());
        bytes = bytes.sliced(done);
        at += done;
    }
    return {};
}

base::Result<void> NamelessFile::read(qint64 at, char* into, qint64 size) const
{
    while (size > 0) {
        const ssize_t done = ::pread(m_descriptor, into, static_cast<std::size_t>(size), at);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return tl::unexpected(cannotWrite());
        into += done;
        at += done;
        size -= done;
    }
    return {};
}

} // namespace extract
