// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/json_others.h"

#include "readers/hand_on.h"
#include "readers/json_names.h"

namespace readers {

QLatin1StringView otherPeopleIn(const JsonNode& member)
{
    const bool plain = member.kind() == JsonNode::Kind::True || member.kind() == JsonNode::Kind::False;
    return plain || member.isBlank() ? QLatin1StringView() : jsonName(member.name()).others;
}

void leaveOthersOut(const JsonNode& node, std::vector<JsonCut>& cuts, std::vector<ReadDocument::NotTaken>& notTaken)
{
    for (const JsonNode& child : node.children()) {
        const QLatin1StringView why = otherPeopleIn(child);
        if (why.isEmpty()) {
            if (!child.isLeaf())
                leaveOthersOut(child, cuts, notTaken);
            continue;
        }
        cuts.push_back({child.from(), child.to(), QByteArray(why.data(), why.size())});
        const qint64 people = child.isArray() ? child.count() : 1;
        addNotTaken(notTaken, why, people);
    }
}

JsonKept keptJson(const Json& json, const std::vector<JsonCut>& cuts)
{
    const QByteArrayView text = json.utf8();
    QByteArray kept;
    JsonKept made;
    qint64 at = 0;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        qint64 to = cuts[i].to;
        // Nothing but blanks and a comma to the next one: another element of the same list.
        const auto neighbours = [&](const JsonCut& next) {
            const QByteArrayView between = text.sliced(to, next.from - to).trimmed();
            return next.why == cuts[i].why && between == ",";
        };
        kept += text.sliced(at, cuts[i].from - at);
        const qint64 from = cuts[i].from;
        const QByteArray why = cuts[i].why;
        while (i + 1 < cuts.size() && neighbours(cuts[i + 1]))
            to = cuts[++i].to;
        const qint64 size = deliveredSize(text.sliced(from, to - from), json.encoding());
        kept += "\"[withheld: " + QByteArray::number(size) + " bytes, " + why + "]\"";
        made.withheld += size;
        at = to;
    }
    kept += text.sliced(at);
    made.bytes = json.byteOrderMark() + delivered(kept, json.encoding());
    return made;
}

} // namespace readers
