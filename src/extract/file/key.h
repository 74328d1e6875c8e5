// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/file/header.h"

#include <optional>

namespace extract {

// What Argon2id may cost. The numbers belong to the file format: changing them locks people out.
struct KdfProfile {
    unsigned long long passes;
    std::size_t memory; // bytes
};
[[nodiscard]] std::optional<KdfProfile> kdfProfile(int number);
[[nodiscard]] int profileForThisMachine();

// The raw key together with the file header it belongs to.
struct Key {
    Header header;
    Secret raw; // 32 bytes
    // "x'<64 hex digits of key><32 of header>'", as SQLCipher wants it, in locked memory.
    [[nodiscard]] Secret sqlText() const;
    [[nodiscard]] Key clone() const { return {header, raw.clone()}; }
};

// Slow on purpose (up to a second); call it off the GUI thread. Errors: NotEnoughMemory.
[[nodiscard]] base::Result<Key> newKey(const Secret& passphrase, int profile);
// Errors: WrongPassphrase, NotEnoughMemory.
[[nodiscard]] base::Result<Key> keyFor(const Secret& passphrase, const Header& header);

} // namespace extract
