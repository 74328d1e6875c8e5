// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/json_others.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

// Words of a member's name: "ContactDetails" → contact, details; "parent_1_name" → parent, 1, name.
QStringList wordsOf(const QString& name)
{
    QStringList words;
    QString word;
    QChar before;
    const auto end = [&] {
        if (!word.isEmpty())
            words << word.toLower();
        word.clear();
    };
    for (const QChar c : name) {
        const bool begins = c.isUpper() && before.isLower();
        if (!c.isLetterOrNumber() || begins)
            end();
        if (c.isLetterOrNumber())
            word += c;
        before = c;
    }
    end();
    return words;
}

struct Other {
    QLatin1StringView word;
    QLatin1StringView why;
};
constexpr std::array<Other, 26> others{{{"contact"_L1, "contacts"_L1},     {"contacts"_L1, "contacts"_L1},
                                        {"contactdetails"_L1, "contacts"_L1}, {"emergencycontact"_L1, "contacts"_L1},
                                        {"emergencycontacts"_L1, "contacts"_L1}, {"parent"_L1, "contacts"_L1},
                                        {"parents"_L1, "contacts"_L1},     {"guardian"_L1, "contacts"_L1},
                                        {"guardians"_L1, "contacts"_L1},   {"carer"_L1, "contacts"_L1},
                                        {"carers"_L1, "contacts"_L1},      {"mother"_L1, "contacts"_L1},
                                        {"father"_L1, "contacts"_L1},      {"nextofkin"_L1, "contacts"_L1},
                                        {"doctor"_L1, "contacts"_L1},      {"sibling"_L1, "siblings"_L1},
                                        {"siblings"_L1, "siblings"_L1},    {"siblingdetails"_L1, "siblings"_L1},
                                        {"headteacher"_L1, "staff"_L1},    {"teacher"_L1, "staff"_L1},
                                        {"teachers"_L1, "staff"_L1},       {"staff"_L1, "staff"_L1},
                                        {"tutor"_L1, "staff"_L1},          {"official"_L1, "staff"_L1},
                                        {"issuingpersonfullname"_L1, "staff"_L1}, {"kin"_L1, "contacts"_L1}}};

// Later words that make it no person: the group a tutor has, whether there are siblings, the body above a school.
bool isOwn(const QStringList& words)
{
    static const QStringList own{u"group"_s, u"set"_s, u"count"_s, u"flag"_s, u"consent"_s, u"status"_s, u"time"_s, u"org"_s};
    return std::any_of(words.begin() + 1, words.end(), [](const QString& word) { return own.contains(word); });
}

QLatin1StringView firstWord(const QString& word)
{
    const auto* found = std::find_if(others.begin(), others.end(), [&](const Other& one) { return one.word == word; });
    return found == others.end() ? QLatin1StringView() : found->why;
}

} // namespace

QLatin1StringView otherPeopleUnder(const QString& memberName)
{
    const QStringList words = wordsOf(memberName);
    if (words.isEmpty() || isOwn(words))
        return {};
    if (const QLatin1StringView why = firstWord(words.front()); !why.isEmpty())
        return why;
    if (const QLatin1StringView why = firstWord(words.join(QString())); !why.isEmpty())
        return why;
    // "emergency_contact", "issuing_person_full_name", "next_of_kin"
    if (words.size() >= 2 && words.front() == "emergency"_L1)
        return firstWord(words[1]);
    return words.size() >= 3 && words[0] == "next"_L1 && words[2] == "kin"_L1 ? "contacts"_L1 : QLatin1StringView();
}

QLatin1StringView otherPeopleIn(const JsonNode& member)
{
    const bool plain = member.kind() == JsonNode::Kind::True || member.kind() == JsonNode::Kind::False;
    return plain || member.isBlank() ? QLatin1StringView() : otherPeopleUnder(member.name());
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
        const auto known = std::find_if(notTaken.begin(), notTaken.end(), [&](const ReadDocument::NotTaken& one) { return one.why == why; });
        if (known == notTaken.end())
            notTaken.push_back({.why = QString(why), .count = people});
        else
            known->count += people;
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
