// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/platform/files.h"

namespace extract {

// The extracts that this process holds open. Opening such a file a second time and closing that descriptor would
// drop the POSIX locks of the first: rows were lost so. Everything that is about to open a path asks here first.
class OpenFile {
public:
    OpenFile() = default;
    OpenFile(const QString& path, int profile);
    OpenFile(OpenFile&& other) noexcept : m_identity(std::exchange(other.m_identity, std::nullopt)) {}
    OpenFile& operator=(OpenFile&& other) noexcept;
    ~OpenFile();

    // The path still leads to the file that was opened: it was neither removed nor replaced from outside.
    [[nodiscard]] bool isStillAt(const QString& path) const { return m_identity && identityOf(path) == m_identity; }

    // The KDF profile of the open file, or nothing if this process has not opened it.
    [[nodiscard]] static std::optional<int> profileOf(const QString& path);

private:
    std::optional<FileIdentity> m_identity;
};

} // namespace extract
