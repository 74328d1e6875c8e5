// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/format.h"
#include "readers/json_others.h"
#include "readers/pupil_match.h"

#include <QSet>

namespace readers {

// One pupil's part of a JSON text.
struct JsonPerson {
    JsonNode node;
    QString path;
    FoundPupil found;
    bool nameless = false; // the text names nobody: it is taken as the person's, and that is said
};

// What a format makes of it.
struct JsonMade {
    std::vector<record::Entry> entries;
    std::vector<JsonLeaf> unknown; // kept, but the catalogue does not know the member
    QStringList warnings;
};

// What sets one kind of JSON apart from another; reading the text, deciding whose a part is and what is kept of it are
// the same for all.
struct JsonRules {
    QString id;
    bool notTriedOnRealFile = false;
    std::vector<JsonPerson> (*people)(const Json& json, int part);
    JsonMade (*make)(const JsonPerson& person, bool otherPeopleToo);
    QString (*version)(const Json& json) = nullptr;
};

[[nodiscard]] base::Result<void> readJsonPeople(const JsonRules& rules, const Source& source, const std::vector<int>& parts,
                                                const record::Selection& selection, Sink& sink, ReadReport& report,
                                                const std::stop_token& stop, const base::Progress& progress);

// The names of members (lower case) and the text of the first bytes of a part; nothing if they are no JSON.
struct JsonHead {
    QSet<QString> names;
    QByteArray text;
    [[nodiscard]] bool has(QLatin1StringView name) const { return names.contains(QString(name)); }
};
[[nodiscard]] std::optional<JsonHead> jsonHead(QByteArrayView head);

// Who an object is about, by members that a table's headings would be read by.
[[nodiscard]] FoundPupil foundPupil(const JsonNode& object, int part);

// A value of an entry.
[[nodiscard]] record::Value jsonValue(const QString& name, const QString& item, const JsonLeaf& leaf);

} // namespace readers
