// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/credential_entries.h"

#include "readers/dates.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Json)
};

// What serves a checking program alone: it stands in the kept bytes, not among the values.
bool isMachinery(const QString& name)
{
    return name == "@context"_L1 || name == "proof"_L1 || name == "credentialSchema"_L1;
}

bool isPicture(const JsonLeaf& leaf)
{
    return leaf.raw.startsWith("data:"_L1);
}

QDate dayOf(const QString& text)
{
    const auto day = readDate(text.section(u'T', 0, 0));
    return day ? day->date : QDate();
}

std::vector<JsonNode> elementsOf(const std::optional<JsonNode>& node)
{
    if (!node)
        return {};
    return node->isArray() ? node->children() : std::vector<JsonNode>{*node};
}

// The credential or transcript, or the first of a list of them.
std::optional<JsonNode> firstOf(const JsonNode& root)
{
    if (!root.isArray())
        return root;
    const auto children = root.children();
    return children.empty() ? std::nullopt : std::optional(children.front());
}

FoundPupil holderOf(const JsonNode& credential, int part)
{
    if (const auto person = credential.member(u"person"))
        return foundPupil(*person, part);
    const auto subject = credential.member(u"credentialSubject");
    if (!subject)
        return {};
    FoundPupil found = foundPupil(*subject, part);
    for (const JsonNode& identity : elementsOf(subject->member(u"identifier"))) {
        if (identity.textOf(u"identityType") == "name"_L1 && identity.textOf(u"hashed") == "false"_L1 && found.person.name.isEmpty())
            found.person.name = identity.textOf(u"identityHash");
    }
    return found;
}

class Making {
public:
    explicit Making(bool otherPeopleToo) : m_otherPeopleToo(otherPeopleToo) {}

    JsonMade all(const JsonPerson& person)
    {
        const JsonNode& root = person.node;
        if (root.isArray()) {
            int number = 0;
            for (const JsonNode& one : root.children())
                whole(one, jsonStep(person.path, one, ++number));
        } else {
            whole(root, person.path);
        }
        if (m_signed)
            m_made.warnings << Tr::tr("This file carries a signature. The program did not check it: whoever gave it to you can.");
        if (m_pictures)
            m_made.warnings << Tr::tr("A picture inside this file was kept with it. It is not among the values.");
        return std::move(m_made);
    }

private:
    void whole(const JsonNode& node, const QString& path)
    {
        if (node.member(u"records") && node.member(u"transcriptEntities"))
            transcript(node, path);
        else
            credential(node, path);
    }

    [[nodiscard]] static record::Entry begin(const QString& dataset, QDate day)
    {
        record::Entry entry;
        entry.collection = u"OTHER"_s;
        entry.dataset = dataset;
        entry.date = day;
        if (day.isValid())
            entry.year = catalogue::AcademicYear::of(day);
        return entry;
    }

    void addLeaves(record::Entry& entry, const JsonNode& node, const QString& path, const QString& plain,
                   const std::function<bool(const QString& plain)>& apart)
    {
        eachJsonLeaf(
            node, path, plain,
            [&](const JsonNode& inner, const QString& innerPlain) {
                m_signed = m_signed || (inner.name() == "proof"_L1 && !inner.isBlank());
                return !isMachinery(inner.name()) && !apart(innerPlain) && (m_otherPeopleToo || otherPeopleIn(inner).isEmpty());
            },
            [&](const JsonLeaf& leaf) {
                m_pictures = m_pictures || isPicture(leaf);
                if (!isPicture(leaf) && !leaf.raw.isEmpty())
                    m_values.push_back(jsonValue(leaf.plain, {}, leaf));
            });
        entry.values.insert(entry.values.end(), std::make_move_iterator(m_values.begin()), std::make_move_iterator(m_values.end()));
        m_values.clear();
    }

    void credential(const JsonNode& node, const QString& path)
    {
        QDate day;
        for (const QStringView name : {QStringView(u"awardedDate"), QStringView(u"validFrom"), QStringView(u"issuanceDate")}) {
            if (!day.isValid())
                day = dayOf(node.textOf(name));
        }
        const auto subject = node.member(u"credentialSubject");
        const bool several = subject && (subject->member(u"verifiableCredential") || hasCredentialType(*subject, "ClrSubject"_L1));
        record::Entry entry = begin(several ? u"clr:Record"_s : u"clr:Achievement"_s, day);
        const QString inside = u"credentialSubject/verifiableCredential"_s;
        const QString listed = u"credentialSubject/achievement"_s;
        addLeaves(entry, node, path, {}, [&](const QString& plain) { return several && (plain == inside || plain == listed); });
        m_made.entries.push_back(std::move(entry));
        if (!several)
            return;
        const QString subjectPath = jsonStep(path, *subject, 0);
        const auto each = [&](QStringView name, const auto& take) {
            const auto list = subject->member(name);
            const QString listPath = list ? jsonStep(subjectPath, *list, 0) : QString();
            int number = 0;
            for (const JsonNode& one : elementsOf(list)) {
                ++number;
                take(one, list->isArray() ? jsonStep(listPath, one, number) : listPath);
            }
        };
        each(u"verifiableCredential", [this](const JsonNode& one, const QString& onePath) {
            if (one.isObject())
                credential(one, onePath);
            else
                m_made.warnings << Tr::tr("An achievement inside this file is packed so that only a checking program can read it. It was not read.");
        });
        each(u"achievement", [&](const JsonNode& one, const QString& onePath) {
            record::Entry achievement = begin(u"clr:Achievement"_s, day);
            addLeaves(achievement, one, onePath, u"achievement"_s, [](const QString&) { return false; });
            m_made.entries.push_back(std::move(achievement));
        });
    }

    // Records name what they are about by a number; what it is called stands elsewhere in the file, and is said with it.
    void transcript(const JsonNode& node, const QString& path)
    {
        const auto all = node.member(u"transcriptEntities");
        const auto records = node.member(u"records");
        if (!all || !records)
            return;
        record::Entry main = begin(u"clr:Transcript"_s, dayOf(node.textOf(u"createdAt")));
        addLeaves(main, node, path, {}, [](const QString& plain) { return plain == "records"_L1; });
        m_made.entries.push_back(std::move(main));
        struct Named {
            JsonNode node;
            QString path;
        };
        QHash<QString, Named> entities;
        for (const JsonNode& kind : all->children()) {
            int number = 0;
            for (const JsonNode& one : elementsOf(kind)) {
                const QString kindPath = jsonStep(jsonStep(path, *all, 0), kind, 0);
                entities.insert(one.textOf(u"id"), {one, jsonStep(kindPath, one, ++number)});
            }
        }
        int number = 0;
        for (const JsonNode& one : elementsOf(records)) {
            record::Entry entry = begin(u"clr:Result"_s, dayOf(one.textOf(u"date")));
            addLeaves(entry, one, jsonStep(jsonStep(path, *records, 0), one, ++number), {}, [](const QString&) { return false; });
            const auto of = one.member(u"recordOf");
            if (const auto found = of ? entities.constFind(of->textOf(u"entityId")) : entities.cend(); found != entities.cend())
                addLeaves(entry, found->node, found->path, u"recordOf"_s, [](const QString& plain) { return plain.endsWith("associations"_L1); });
            m_made.entries.push_back(std::move(entry));
        }
    }

    bool m_otherPeopleToo;
    bool m_signed = false;
    bool m_pictures = false;
    JsonMade m_made;
    std::vector<record::Value> m_values; // of one entry, gathered where there is room: an entry then takes what it needs
};

} // namespace

bool hasCredentialType(const JsonNode& node, QLatin1StringView word)
{
    const auto types = elementsOf(node.member(u"type"));
    return std::any_of(types.begin(), types.end(), [word](const JsonNode& one) { return one.isLeaf() && one.text() == word; });
}

std::vector<JsonPerson> credentialHolder(const Json& json, int part)
{
    const auto first = firstOf(json.root());
    if (!first || !first->isObject() || (!first->member(u"credentialSubject") && !first->member(u"records")))
        return {};
    FoundPupil found = holderOf(*first, part);
    const bool nameless = found.person.name.isEmpty() && found.person.upn.isEmpty() && found.person.uln.isEmpty();
    return {{json.root(), {}, std::move(found), nameless}};
}

JsonMade credentialEntries(const JsonPerson& person, bool otherPeopleToo)
{
    return Making(otherPeopleToo).all(person);
}

} // namespace readers
