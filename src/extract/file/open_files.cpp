// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/open_files.h"

#include <map>
#include <mutex>

namespace extract {

namespace {

struct Registry {
    std::mutex mutex;
    std::map<FileIdentity, int> profiles;
};

Registry& registry()
{
    static Registry instance;
    return instance;
}

} // namespace

OpenFile::OpenFile(const QString& path, int profile) : m_identity(identityOf(path))
{
    if (!m_identity)
        return;
    const std::lock_guard guard(registry().mutex);
    registry().profiles.insert_or_assign(*m_identity, profile);
}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept
{
    std::swap(m_identity, other.m_identity);
    return *this;
}

OpenFile::~OpenFile()
{
    if (!m_identity)
        return;
    const std::lock_guard guard(registry().mutex);
    registry().profiles.erase(*m_identity);
}

std::optional<int> OpenFile::profileOf(const QString& path)
{
    const auto identity = identityOf(path);
    if (!identity)
        return std::nullopt;
    const std::lock_guard guard(registry().mutex);
    const auto found = registry().profiles.find(*identity);
    return found == registry().profiles.end() ? std::nullopt : std::optional(found->second);
}

} // namespace extract
