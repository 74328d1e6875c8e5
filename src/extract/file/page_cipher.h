// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/file/key.h"

namespace extract {

// SQLCipher's page, for what its library has no call for: finding every broken page (3.4.1 has no such check) and
// reading round them. [content][IV 16][HMAC-SHA1 20][padding]; the reserve is 48 bytes with this seal and 80 with a
// longer one, which 4.x takes unless it is told otherwise. Content is AES-256-CBC under the raw key. The HMAC covers
// content and IV (without the salt on page 1) and the page number, little endian; its key is PBKDF2-HMAC-SHA1 of the
// raw key over the salt with every byte xor 0x3a, two rounds. (sqlcipher design notes, zetetic.net/sqlcipher/design.)
class PageCipher {
public:
    explicit PageCipher(const Key& key);

    // The reserve of a sealed page, 0 if its seal does not fit. Pages count from 1.
    [[nodiscard]] int reserveOf(const QByteArray& page, qint64 number) const;
    // The page as SQLite sees it; page 1 begins with SQLite's own header words. Only in memory, never written out.
    [[nodiscard]] QByteArray opened(const QByteArray& page, qint64 number, int reserve) const;
    [[nodiscard]] QByteArray sealed(const QByteArray& plain, qint64 number, int reserve) const;

private:
    [[nodiscard]] QByteArray sealOf(const QByteArray& page, qint64 number, int reserve) const;

    Header m_header;
    Secret m_key;
    Secret m_sealKey;
};

} // namespace extract
