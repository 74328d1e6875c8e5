// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/credentials.h"

#include "readers/credential_entries.h"
#include "readers/json_format.h"

using namespace Qt::StringLiterals;

namespace readers {

namespace {

QString versionOf(const Json& json)
{
    const JsonNode root = json.root();
    if (hasCredentialType(root, "ClrCredential"_L1))
        return u"CLR 2.0"_s;
    if (hasCredentialType(root, "OpenBadgeCredential"_L1) || hasCredentialType(root, "AchievementCredential"_L1))
        return u"Open Badges 3.0"_s;
    return hasCredentialType(root, "ExtendedTranscript"_L1) ? u"Extended transcript"_s : QString();
}

int recognise(const JsonHead& head)
{
    for (const QByteArrayView type : {QByteArrayView("\"ClrCredential\""), QByteArrayView("\"OpenBadgeCredential\""),
                                      QByteArrayView("\"AchievementCredential\""), QByteArrayView("\"ExtendedTranscript\"")}) {
        if (head.text.contains(type))
            return 95;
    }
    return head.has("credentialsubject"_L1) && head.has("achievement"_L1) ? 85 : 0;
}

} // namespace

const Format& credentialsFormat()
{
    static const JsonFormat format({.id = u"credentials"_s, .people = credentialHolder, .make = credentialEntries, .version = versionOf}, recognise);
    return format;
}

} // namespace readers
