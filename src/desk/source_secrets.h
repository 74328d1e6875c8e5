// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/secret.h"
#include "readers/password.h"

#include <QStringList>

namespace desk {

// What has to be known to open what was handed over: the password of a locked zip, the passphrase of another record
// file. Both empty for most sources.
struct SourceSecrets {
    extract::Secret password;
    extract::Secret passphrase;
};

// What a window or a command asks for before an import. Looking costs no more than the first bytes and the directory
// of each zip; nothing is unpacked.
struct SourceNeeds {
    bool password = false;   // a zip is locked
    bool passphrase = false; // another record file is among them
};
[[nodiscard]] SourceNeeds needsOf(const QStringList& paths);

// The secret as the readers take it: zero-terminated, still in locked memory and wiped with the last user. Empty stays
// empty.
[[nodiscard]] readers::Password passwordOf(const extract::Secret& secret);

} // namespace desk
