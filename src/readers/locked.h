// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/source.h"

#include <optional>

namespace readers {

class ZipArchive;

// Why a part that no format knows cannot be read, if that is because somebody locked it: a workbook or text document
// of an Office program (an OLE2 file around an EncryptedPackage, [MS-OFFCRYPTO] 2.3), a PDF (an /Encrypt entry in its
// trailer, ISO 32000 7.6). Found by content. Nothing: it is not locked, or not in a way this program knows.
[[nodiscard]] base::Result<std::optional<base::Error>> lockedDocument(const SourcePart& part, QByteArrayView head);

// OpenDocument: the manifest tells of encrypted members (ODF 1.2 part 3, 3.4), or the whole package is one of them.
[[nodiscard]] base::Result<bool> isLockedOpenDocument(ZipArchive& archive);
[[nodiscard]] base::Error lockedOpenDocument(const QString& name);

} // namespace readers
