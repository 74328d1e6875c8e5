// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"
#include "extract/file/key.h"

namespace extract {

inline constexpr qint64 applicationId = 0x50526563; // "PRec"

// The one way to open an extract: key, settings that 3.4.1 and 4.x share, proof, lock, schema check. Never creates.
// A file or medium that cannot be written opens for reading whatever is asked for.
[[nodiscard]] base::Result<Connection> openKeyed(const QString& path, const Key& key, bool readOnly);

// For rescue alone: neither lock nor schema are asked for, since the file is a made-up one.
[[nodiscard]] base::Result<Connection> openUnchecked(const QString& path, const Key& key);

// A new, empty database of the newest schema at `path`, which must be an empty file.
[[nodiscard]] base::Result<Connection> createKeyed(const QString& path, const Key& key);

} // namespace extract
