// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/lanes.h"

#include "catalogue/collections.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// Entries that are one qualification or award each: what it is called and how it went stand in two values of theirs.
struct Kind {
    QLatin1StringView dataset;
    QLatin1StringView title;   // name of the value
    QLatin1StringView outcome; // empty: an award has no grade
    const char* words = nullptr; // around a title that is a bare number
};
constexpr Kind kinds[] = {
    {"lrs:LearningEvent"_L1, "Subject"_L1, "Grade"_L1},
    {"edrec:qualifications"_L1, "title"_L1, "grade"_L1},
    {"clr:Achievement"_L1, "credentialSubject/achievement/name"_L1, {}},
    {"clr:Achievement"_L1, "achievement/name"_L1, {}},
    {"clr:Result"_L1, "recordOf/name"_L1, "result"_L1},
    {"ilr-xml:LearningDelivery"_L1, "LearnAimRef"_L1, "Outcome"_L1, QT_TRANSLATE_NOOP("insight", "Course %1")},
};

// The Learning Records Service writes this number where no grade was recorded.
constexpr auto noGrade = "9999999999"_L1;

const record::Value* named(const record::Entry& entry, QLatin1StringView name)
{
    for (const record::Value& value : entry.values) {
        if (!name.isEmpty() && value.name.compare(name, Qt::CaseInsensitive) == 0 && !value.raw.trimmed().isEmpty())
            return &value;
    }
    return nullptr;
}

std::optional<Mark> markOf(const record::Entry& entry, const Kind& kind, const QString& lane, Fields& fields)
{
    const record::Value* title = named(entry, kind.title);
    const auto moment = momentOf(entry);
    if (!title || !moment)
        return {};
    const record::Value* outcome = named(entry, kind.outcome);
    Mark mark;
    mark.key = markKey(lane, title->id);
    mark.kind = MarkKind::Result;
    mark.from = moment->span.from;
    mark.to = moment->span.to;
    mark.open = !kind.outcome.isEmpty() && (!outcome || outcome->raw.trimmed() == noGrade);
    mark.shortLabel = title->raw.trimmed();
    if (kind.words)
        mark.shortLabel = QCoreApplication::translate("insight", kind.words).arg(mark.shortLabel);
    mark.label = mark.shortLabel;
    if (mark.open)
        mark.label = QCoreApplication::translate("insight", "%1: no grade recorded").arg(mark.shortLabel);
    else if (outcome)
        mark.label = QCoreApplication::translate("insight", "%1: %2").arg(mark.shortLabel, wordsOf(fields.meaning(fields.of(entry, *outcome), entry, outcome->raw), outcome->raw.trimmed()));
    mark.code = outcome ? outcome->raw : QString();
    if (outcome)
        mark.values.push_back(outcome->id);
    mark.values.push_back(title->id);
    mark.readings.push_back(mark.from);
    return mark;
}

} // namespace

std::vector<Lane> achievementLanes(LaneInput& input)
{
    std::vector<Lane> lanes;
    QHash<QString, std::size_t> places;
    for (const record::Entry* entry : input.entries.all()) {
        for (const Kind& kind : kinds) {
            if (entry->dataset != kind.dataset)
                continue;
            const QString key = u"achievements."_s + entry->collection;
            auto mark = markOf(*entry, kind, key, input.fields);
            if (!mark)
                continue;
            auto place = places.constFind(key);
            if (place == places.constEnd()) {
                place = places.insert(key, lanes.size());
                const QString title = entry->collection == "OTHER"_L1 ? QCoreApplication::translate("insight", "Awards")
                                                                      : catalogue::collectionName(entry->collection);
                lanes.push_back({key, title, LaneGroup::Results, {}});
            }
            lanes[*place].marks.push_back(std::move(*mark));
            break;
        }
    }
    return lanes;
}

} // namespace insight
