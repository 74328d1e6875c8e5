// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/source_secrets.h"

#include "desk/record_source.h"
#include "readers/source.h"

#include <algorithm>
#include <cstring>

namespace desk {

SourceNeeds needsOf(const QStringList& paths)
{
    SourceNeeds needs;
    std::vector<QString> others;
    for (const QString& path : paths) {
        if (isRecordFile(path))
            needs.passphrase = true;
        else
            others.push_back(path);
    }
    needs.password = readers::needsPassword(others);
    return needs;
}

readers::Password passwordOf(const extract::Secret& secret)
{
    if (secret.isEmpty())
        return {};
    // ofSize() gives zeroed memory: the byte after the copy ends the text.
    auto held = std::make_shared<extract::Secret>(extract::Secret::ofSize(secret.size() + 1));
    std::memcpy(held->writable(), secret.data(), secret.size());
    return {held, held->data()};
}

} // namespace desk
