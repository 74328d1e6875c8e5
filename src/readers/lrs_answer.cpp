// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/lrs_answer.h"

#include "readers/hand_on.h"
#include "readers/xml_others.h"

using namespace Qt::StringLiterals;

namespace readers {

namespace {

constexpr auto noGrade = "9999999999"_L1;

// What an element says that it says nothing (i:nil="true") needs no value: it stands in the kept bytes.
void addLeaves(record::Entry& entry, const XmlNode& node, const QString& path, XmlItems& items, QLatin1StringView without = {})
{
    eachLeaf(
        node, path, {}, [without](const XmlNode& inner, const QString&) { return without.isEmpty() || !inner.is(without); },
        [&](const XmlLeaf& leaf) {
            if (leaf.raw.trimmed().isEmpty() || leaf.name.endsWith("nil"_L1))
                return;
            entry.values.push_back(xmlValue(leaf.plain, items.named(u"LRS_"_s + leaf.name, entry.collection, {}), leaf));
        });
}

record::Entry begin(const QString& dataset)
{
    record::Entry entry;
    entry.collection = u"LRS"_s;
    entry.dataset = dataset;
    return entry;
}

} // namespace

record::Entry lrsLearner(const XmlPupil& pupil, XmlItems& items)
{
    record::Entry entry = begin(u"lrs:Learner"_s);
    for (const QLatin1StringView day : {"LastUpdatedDate"_L1, "CreatedDate"_L1}) {
        if (!entry.date.isValid())
            setDay(entry, pupil.node.textOf(day));
    }
    addLeaves(entry, pupil.node, pupil.path, items);
    entry.fingerprint = record::fingerprintOf(entry);
    return entry;
}

LrsEvents lrsEvents(const XmlPupil& pupil, XmlItems& items)
{
    LrsEvents made;
    const XmlNode& node = pupil.node;
    made.code = node.textOf("ResponseCode"_L1);
    const QString found = node.textOf("FoundULN"_L1);
    const QString asked = node.textOf("IncomingULN"_L1);
    const auto unfilled = [](const QString& text) { return isLrsPlaceholder(text.toStdString()); };
    made.placeholder = unfilled(found) || unfilled(asked);
    made.linked = !made.placeholder && !found.isEmpty() && !asked.isEmpty() && found != asked;
    record::Entry answer = begin(u"lrs:Answer"_s);
    addLeaves(answer, node, pupil.path, items, "LearningEvent"_L1);
    finishEntry(std::move(answer), made.entries);

    const std::vector<QString> steps = stepNames(node);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const XmlNode& record = node.children[i];
        const std::vector<QString> events = stepNames(record);
        for (std::size_t j = 0; j < record.children.size(); ++j) {
            const XmlNode& event = record.children[j];
            if (!event.is("LearningEvent"_L1))
                continue;
            ++made.events;
            made.ungraded += event.textOf("Grade"_L1) == noGrade ? 1 : 0;
            made.challenged += event.textOf("UnderDataChallenge"_L1).compare("Y"_L1, Qt::CaseInsensitive) == 0 ? 1 : 0;
            record::Entry entry = begin(u"lrs:LearningEvent"_s);
            for (const QLatin1StringView day : {"AchievementAwardDate"_L1, "ParticipationEndDate"_L1, "ParticipationStartDate"_L1}) {
                if (!entry.date.isValid())
                    setDay(entry, event.textOf(day));
            }
            addLeaves(entry, event, pupil.path + u'/' + steps[i] + u'/' + events[j], items);
            finishEntry(std::move(entry), made.entries);
        }
    }
    return made;
}

bool isLrsPlaceholder(std::string_view text)
{
    return text.find("{{") != std::string_view::npos;
}

} // namespace readers
