// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/json_people.h"

namespace readers {

// The one person a credential or transcript is about; by name and birth date where it gives them.
[[nodiscard]] std::vector<JsonPerson> credentialHolder(const Json& json, int part);

// One entry for the credential as a whole and one for each achievement in it, or for each record of a transcript.
[[nodiscard]] JsonMade credentialEntries(const JsonPerson& person, bool otherPeopleToo);

// "type" of a node holds this word.
[[nodiscard]] bool hasCredentialType(const JsonNode& node, QLatin1StringView word);

} // namespace readers
