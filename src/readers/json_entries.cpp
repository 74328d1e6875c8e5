// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/json_entries.h"

#include "readers/dates.h"
#include "readers/json_names.h"
#include "readers/xml_items.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

constexpr int deepestPerson = 8; // containers around a pupil

bool namesPupil(const FoundPupil& found)
{
    const bool numbered = !found.person.upn.isEmpty() || !found.person.uln.isEmpty();
    return numbered || (!found.person.name.isEmpty() && (found.person.born.isValid() || !found.reference.isEmpty()));
}

void search(const JsonNode& node, const QString& path, int part, int depth, std::vector<JsonPerson>& found)
{
    if (node.isLeaf() || depth > deepestPerson)
        return;
    if (node.isObject()) {
        FoundPupil pupil = foundPupil(node, part);
        if (namesPupil(pupil)) {
            found.push_back({node, path, std::move(pupil)});
            return;
        }
    }
    const std::size_t before = found.size();
    bool direct = false;
    int number = 0;
    std::vector<JsonPerson> unclear;
    for (const JsonNode& child : node.children()) {
        ++number;
        if (node.isObject() && !jsonName(child.name()).others.isEmpty())
            continue;
        const std::size_t had = found.size();
        search(child, jsonStep(path, child, node.isArray() ? number : 0), part, depth + 1, found);
        direct = direct || (child.isObject() && found.size() == had + 1);
        if (node.isArray() && child.isObject() && found.size() == had)
            unclear.push_back({child, jsonStep(path, child, number), foundPupil(child, part)});
    }
    // In a list of pupils an element that hardly says whose it is may be another child's: it is judged like the rest.
    if (found.size() > before)
        std::move(unclear.begin(), unclear.end(), std::back_inserter(found));
    // {"student": {…}, "marks": […]}: one pupil, and what belongs to them.
    if (node.isObject() && direct && found.size() == before + 1) {
        found.back().node = node;
        found.back().path = path;
    }
}

bool isListOfObjects(const JsonNode& node)
{
    if (!node.isArray())
        return false;
    const auto children = node.children();
    return std::any_of(children.begin(), children.end(), [](const JsonNode& one) { return one.isObject(); });
}

std::optional<catalogue::AcademicYear> yearIn(const JsonNode& object)
{
    for (const QStringView name : {QStringView(u"academicYear"), QStringView(u"academic_year"), QStringView(u"academicYearStart"),
                                   QStringView(u"academicYearEnd")}) {
        const QString text = object.textOf(name);
        if (const auto year = catalogue::AcademicYear::parse(text))
            return year;
        if (const auto start = xmlYear(text))
            return catalogue::AcademicYear{*start};
    }
    return {};
}

QDate dayIn(const JsonNode& object)
{
    for (const QStringView name : {QStringView(u"startDate"), QStringView(u"start_date"), QStringView(u"awardDate"), QStringView(u"entryDate"),
                                   QStringView(u"dateOfEntry"), QStringView(u"date"), QStringView(u"resultDate"), QStringView(u"endDate")}) {
        if (const auto day = readDate(object.textOf(name)))
            return day->date;
    }
    return {};
}

class Making {
public:
    Making(const JsonEntryNames& names, bool otherPeopleToo) : m_names(names), m_otherPeopleToo(otherPeopleToo) {}

    JsonMade all(const JsonPerson& person)
    {
        record::Entry entry = begin(m_names.person);
        entry.year = yearIn(person.node);
        m_made.entries.push_back(entry);
        walk(person.node, person.path, {}, false);
        return std::move(m_made);
    }

private:
    [[nodiscard]] record::Entry begin(const QString& name) const
    {
        record::Entry entry;
        entry.collection = m_names.collection;
        entry.dataset = m_names.dataset + u':' + name;
        return entry;
    }

    // The pupil's object and objects inside it; lists of objects become entries.
    void walk(const JsonNode& object, const QString& path, const QString& plain, bool ofOthers)
    {
        for (const JsonNode& child : object.children()) {
            const bool others = ofOthers || !otherPeopleIn(child).isEmpty();
            if (others && !m_otherPeopleToo)
                continue;
            const QString childPath = jsonStep(path, child, 0);
            const QString childPlain = jsonStep(plain, child, 0);
            if (isListOfObjects(child))
                each(child, childPath, others);
            else if (child.isObject())
                walk(child, childPath, childPlain, others);
            else
                leaves(m_made.entries.front(), child, childPath, childPlain, others);
        }
    }

    void each(const JsonNode& list, const QString& path, bool others)
    {
        int number = 0;
        for (const JsonNode& element : list.children()) {
            ++number;
            record::Entry entry = begin(list.name());
            if (element.isObject()) {
                entry.date = dayIn(element);
                entry.year = yearIn(element);
                if (!entry.year && entry.date.isValid())
                    entry.year = catalogue::AcademicYear::of(entry.date);
                entry.term = catalogue::parseTerm(element.textOf(u"termStart")).value_or(catalogue::Term::None);
                entry.establishment = element.textOf(u"urn");
            }
            leaves(entry, element, path + u'[' + QString::number(number) + u']', {}, others);
            m_made.entries.push_back(std::move(entry));
        }
    }

    void leaves(record::Entry& entry, const JsonNode& node, const QString& path, const QString& plain, bool others)
    {
        const auto enter = [this](const JsonNode& inner, const QString&) { return m_otherPeopleToo || otherPeopleIn(inner).isEmpty(); };
        eachJsonLeaf(node, path, plain, enter, [&](const JsonLeaf& leaf) {
            const JsonName known = jsonName(leaf.name);
            const QString item = others ? QString() : known.item;
            if (item.isEmpty() && !leaf.raw.isEmpty() && known.identity == IdentityField::None)
                m_made.unknown.push_back(leaf);
            entry.values.push_back(jsonValue(leaf.plain.isEmpty() ? leaf.name : leaf.plain, item, leaf));
        });
    }

    const JsonEntryNames& m_names;
    bool m_otherPeopleToo;
    JsonMade m_made;
};

} // namespace

std::vector<JsonPerson> peopleIn(const Json& json, int part)
{
    std::vector<JsonPerson> found;
    search(json.root(), {}, part, 0, found);
    std::sort(found.begin(), found.end(), [](const JsonPerson& a, const JsonPerson& b) { return a.node.from() < b.node.from(); });
    return found;
}

JsonMade entriesOf(const JsonPerson& person, const JsonEntryNames& names, bool otherPeopleToo)
{
    return Making(names, otherPeopleToo).all(person);
}

} // namespace readers
