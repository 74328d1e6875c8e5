// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/invocation.h"
#include "record/person.h"

namespace cli {

// --person P.json|-, --name, --born, --upn, --uln. The JSON has the same keys: {"name","born","upn","uln"}; "-" reads
// it from standard input, so that nothing about the person stands in the list of processes.
void addPersonOptions(QCommandLineParser& parser);
// The date of --born: of somebody born since 1900 and not after today. Nothing where it is not given. Errors: Usage.
[[nodiscard]] base::Result<std::optional<QDate>> birthOption(const Invocation& call);
// Empty where no option was given. Errors: Usage.
[[nodiscard]] base::Result<record::Person> personFrom(const Invocation& call);

} // namespace cli
