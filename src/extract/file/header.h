// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/secret.h"
#include "base/result.h"

#include <array>

namespace extract {

// The first 16 bytes of the file, which SQLCipher takes as its salt: B7 50 52, KDF profile, 8 random bytes, 4 check
// bytes. SQLCipher writes them there by itself when the key text carries them.
struct Header {
    static constexpr std::size_t size = 16;
    std::array<unsigned char, size> bytes{};

    [[nodiscard]] int profile() const { return bytes[3]; }
    // Argon2id's salt: bytes 0–11 and four zero bytes, since the check bytes are known only after the key.
    [[nodiscard]] std::array<unsigned char, size> kdfSalt() const;
    [[nodiscard]] bool matches(const Secret& key) const;
    void setCheck(const Secret& key);
    bool operator==(const Header&) const = default;
};

[[nodiscard]] Header freshHeader(int profile); // random; check bytes still zero

// Reads it from a file that this process has not open. Errors: NotAnExtract, DiskOrPermission.
[[nodiscard]] base::Result<Header> readHeader(const QString& path);

inline constexpr int pageSize = 4096; // also the smallest possible extract

} // namespace extract
