// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/credentials.h"

#include "readers/credential_entries.h"

#include <algorithm>

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

const JsonRules& rules()
{
    static const JsonRules all{.id = u"credentials"_s, .reader = u"credentials/1"_s, .people = credentialHolder, .make = credentialEntries, .version = versionOf};
    return all;
}

class Credentials : public Format {
public:
    [[nodiscard]] QString id() const override { return rules().id; }

    [[nodiscard]] int recognise(const SourcePart& /*part*/, QByteArrayView head) const override
    {
        const auto found = jsonHead(head);
        if (!found)
            return 0;
        for (const QByteArrayView type : {QByteArrayView("\"ClrCredential\""), QByteArrayView("\"OpenBadgeCredential\""),
                                          QByteArrayView("\"AchievementCredential\""), QByteArrayView("\"ExtendedTranscript\"")}) {
            if (found->text.contains(type))
                return 95;
        }
        return found->has("credentialsubject"_L1) && found->has("achievement"_L1) ? 85 : 0;
    }

    [[nodiscard]] base::Result<void> read(const Source& source, const std::vector<int>& parts, const record::Selection& selection,
                                          Sink& sink, ReadReport& report, const std::stop_token& stop,
                                          const base::Progress& progress) const override
    {
        return readJsonPeople(rules(), source, parts, selection, sink, report, stop, progress);
    }
};

} // namespace

const Format& credentialsFormat()
{
    static const Credentials format;
    return format;
}

} // namespace readers
