// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <utility>

namespace extract {

// A file that no folder lists: the system frees it when the program ends, however it ends. Read from any thread;
// written from one.
class NamelessFile {
public:
    // On the disk that holds `folder`.
    [[nodiscard]] static base::Result<NamelessFile> in(const QString& folder);
    NamelessFile(NamelessFile&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    NamelessFile& operator=(NamelessFile&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~NamelessFile();

    [[nodiscard]] base::Result<void> write(qint64 at, QByteArrayView bytes) const;
    [[nodiscard]] base::Result<void> read(qint64 at, char* into, qint64 size) const; // exactly `size` bytes

private:
    explicit NamelessFile(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace extract
