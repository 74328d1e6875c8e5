// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/source_options.h"

#include "cli/opened.h"

namespace cli {

namespace {

const auto password = QStringLiteral("source-password");
const auto passphrase = QStringLiteral("source-passphrase");

} // namespace

void addSourceOptions(QCommandLineParser& parser)
{
    parser.addOption({password + QStringLiteral("-file"), tr("Read the password of a locked zip from this file."),
                      QStringLiteral("file")});
    parser.addOption({password + QStringLiteral("-fd"), tr("Read the password of a locked zip from this open descriptor."),
                      QStringLiteral("number")});
    parser.addOption({passphrase + QStringLiteral("-file"),
                      tr("Read the passphrase of the other record file from this file."), QStringLiteral("file")});
    parser.addOption({passphrase + QStringLiteral("-fd"),
                      tr("Read the passphrase of the other record file from this open descriptor."),
                      QStringLiteral("number")});
}

base::Result<desk::SourceSecrets> sourceSecrets(const Invocation& call, const QStringList& paths)
{
    const desk::SourceNeeds needs = desk::needsOf(paths);
    desk::SourceSecrets secrets;
    if (needs.password) {
        auto given = secretFrom(call, password, tr("Password of the zip file:"), false);
        if (!given)
            return tl::unexpected(given.error());
        secrets.password = std::move(*given);
    }
    if (needs.passphrase) {
        auto given = secretFrom(call, passphrase, tr("Passphrase of the other record file:"), false);
        if (!given)
            return tl::unexpected(given.error());
        secrets.passphrase = std::move(*given);
    }
    return secrets;
}

} // namespace cli
