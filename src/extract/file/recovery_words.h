// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/file/key.h"

namespace extract {

// 32 bytes of key and one of checksum are 24 numbers of 11 bits, each a word of a list of 2,048 (resources/words/
// recovery.txt, whose order is part of the format). The checksum is the first byte of BLAKE2b(key, "sheet"): one slip
// in 256 passes it, and then the check in the file's header tells.
[[nodiscard]] Secret wordsOfKey(const Secret& key);
// Errors: Usage, as checkRecoveryWords().
[[nodiscard]] base::Result<Secret> keyOfWords(const Secret& words);

// From the random part of the header: no secret, and another one after each change of passphrase.
[[nodiscard]] QString markOf(const Header& header);

} // namespace extract
