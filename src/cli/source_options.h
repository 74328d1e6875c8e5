// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/invocation.h"
#include "desk/source_secrets.h"

namespace cli {

// --source-password-file and --source-password-fd: of a locked zip. --source-passphrase-file and -fd: of another record
// file among the sources.
void addSourceOptions(QCommandLineParser& parser);
// What these sources need, from the options or asked at the terminal; empty where nothing is locked.
[[nodiscard]] base::Result<desk::SourceSecrets> sourceSecrets(const Invocation& call, const QStringList& paths);

} // namespace cli
