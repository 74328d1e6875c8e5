// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_others.h"

#include "readers/dates.h"
#include "readers/hand_on.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Other {
    QLatin1StringView element;
    QLatin1StringView why;
};
constexpr std::array<Other, 19> knownOthers{{{"Contacts"_L1, "contacts"_L1},
                                        {"Contact"_L1, "contacts"_L1},
                                        {"EmergencyContacts"_L1, "contacts"_L1},
                                        {"EmergencyContact"_L1, "contacts"_L1},
                                        {"Carers"_L1, "contacts"_L1},
                                        {"Carer"_L1, "contacts"_L1},
                                        {"Guardians"_L1, "contacts"_L1},
                                        {"Guardian"_L1, "contacts"_L1},
                                        {"Parents"_L1, "contacts"_L1},
                                        {"Parent"_L1, "contacts"_L1},
                                        {"Mother"_L1, "contacts"_L1},
                                        {"Father"_L1, "contacts"_L1},
                                        {"Siblings"_L1, "siblings"_L1},
                                        {"Sibling"_L1, "siblings"_L1},
                                        {"HeadTeacher"_L1, "staff"_L1},
                                        {"HeadTeacherName"_L1, "staff"_L1},
                                        {"Headteacher"_L1, "staff"_L1},
                                        {"StaffInformation"_L1, "staff"_L1},
                                        {"StaffDetails"_L1, "staff"_L1}}};

} // namespace

QLatin1StringView otherPeopleIn(const XmlNode& node)
{
    const auto* found =
        std::find_if(knownOthers.begin(), knownOthers.end(), [&](const Other& one) { return node.is(one.element); });
    return found == knownOthers.end() ? QLatin1StringView() : found->why;
}

void eachOther(const XmlNode& node, const QString& path,
               const std::function<void(const XmlNode&, const QString& path, QLatin1StringView why)>& found,
               OtherPeople others)
{
    const std::vector<QString> steps = stepNames(node);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const XmlNode& child = node.children[i];
        const QString childPath = path + u'/' + steps[i];
        const QLatin1StringView why = others(child);
        if (why.isEmpty())
            eachOther(child, childPath, found, others);
        else if (!child.isLeaf() || !child.text.trimmed().isEmpty())
            found(child, childPath, why);
    }
}

XmlLeftOut withoutOthers(const XmlNode& node, OtherPeople others)
{
    XmlLeftOut left;
    const auto leaveOut = [&](const XmlNode& part, const QString& /*path*/, QLatin1StringView why) {
        left.cuts.push_back({part.from, part.to, QByteArray(why.data(), why.size())});
        const auto people = std::count_if(part.children.begin(), part.children.end(),
                                          [&](const XmlNode& one) { return !others(one).isEmpty(); });
        addNotTaken(left.notTaken, why, std::max<qint64>(1, people));
    };
    eachOther(node, {}, leaveOut, others);
    return left;
}

std::vector<record::Entry> entriesOfOthers(const XmlNode& node, const QString& path, const record::Entry& entry,
                                            OtherPeople others)
{
    std::vector<record::Entry> made;
    const auto take = [&](const XmlNode& part, const QString& partPath, QLatin1StringView) {
        const bool several = std::any_of(part.children.begin(), part.children.end(),
                                         [&](const XmlNode& one) { return !others(one).isEmpty(); });
        if (several) {
            auto inner = entriesOfOthers(part, partPath, entry, others);
            std::move(inner.begin(), inner.end(), std::back_inserter(made));
            return;
        }
        record::Entry one = entry;
        if (part.isLeaf())
            one.values.push_back(
                xmlValue(part.name, {}, {partPath, part.name, part.name, part.text, part.line, nullptr}));
        eachLeaf(
            part, partPath, part.name, [](const XmlNode&, const QString&) { return true; },
            [&](const XmlLeaf& leaf) {
                if (!leaf.raw.trimmed().isEmpty())
                    one.values.push_back(xmlValue(leaf.plain, {}, leaf));
            });
        finishEntry(std::move(one), made);
    };
    eachOther(node, path, take, others);
    return made;
}

record::Value xmlValue(const QString& name, const QString& item, const XmlLeaf& leaf)
{
    record::Value value;
    value.name = name;
    value.item = item;
    value.raw = leaf.raw;
    value.where.path = leaf.path;
    value.where.line = leaf.line;
    return value;
}

QDate xmlDate(const QString& text)
{
    const auto reading = readDate(text.trimmed());
    return reading ? reading->date : QDate();
}

void setDay(record::Entry& entry, const QString& text)
{
    entry.date = xmlDate(text);
    if (entry.date.isValid())
        entry.year = catalogue::AcademicYear::of(entry.date);
}

} // namespace readers
