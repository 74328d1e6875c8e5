// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/json.h"
#include "readers/read.h"

namespace readers {

// A stretch of Json::utf8() that is not kept, and why: "other pupils", "contacts" … (stable English phrases).
struct JsonCut {
    qint64 from = 0;
    qint64 to = 0;
    QByteArray why;
};

// Whether a member speaks of somebody else, and the stable phrase of reports and markers; empty for one that is blank,
// and for a plain yes or no, which names nobody.
[[nodiscard]] QLatin1StringView otherPeopleIn(const JsonNode& member);

// Cuts the outermost parts below `node` that speak of somebody else, and counts the people in them.
void leaveOthersOut(const JsonNode& node, std::vector<JsonCut>& cuts, std::vector<ReadDocument::NotTaken>& notTaken);

// What is kept of a JSON text: each cut becomes a string that says how much was withheld and why, so that it stays
// JSON. Neighbouring elements that are cut for one reason share one marker. `cuts` in order and apart.
struct JsonKept {
    QByteArray bytes; // as delivered, in its own encoding
    qint64 withheld = 0;
};
[[nodiscard]] JsonKept keptJson(const Json& json, const std::vector<JsonCut>& cuts);

} // namespace readers
