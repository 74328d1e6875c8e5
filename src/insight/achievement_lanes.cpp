// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/lanes.h"

#include "catalogue/collections.h"
#include "insight/qualifications.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

Mark markOf(const Qualification& qualification, const Moment& moment, const QString& lane)
{
    Mark mark;
    mark.key = markKey(lane, qualification.title->id);
    mark.kind = MarkKind::Result;
    mark.from = moment.span.from;
    mark.to = moment.span.to;
    mark.open = qualification.open;
    mark.shortLabel = qualification.name;
    mark.label = mark.shortLabel;
    if (mark.open)
        mark.label = QCoreApplication::translate("insight", "%1: no grade recorded").arg(mark.shortLabel);
    else if (qualification.outcome)
        mark.label = QCoreApplication::translate("insight", "%1: %2").arg(mark.shortLabel, qualification.grade);
    mark.code = qualification.outcome ? qualification.outcome->raw : QString();
    if (qualification.outcome)
        mark.values.push_back(qualification.outcome->id);
    mark.values.push_back(qualification.title->id);
    mark.readings.push_back(mark.from);
    return mark;
}

} // namespace

std::vector<Lane> achievementLanes(LaneInput& input)
{
    std::vector<Lane> lanes;
    QHash<QString, std::size_t> places;
    for (const Qualification& qualification : qualifications(input.entries, input.fields)) {
        const auto moment = momentOf(*qualification.entry);
        if (!moment)
            continue;
        const QString& collection = qualification.entry->collection;
        const QString key = u"achievements."_s + collection;
        auto place = places.constFind(key);
        if (place == places.constEnd()) {
            place = places.insert(key, lanes.size());
            const QString title = collection == "OTHER"_L1 ? QCoreApplication::translate("insight", "Awards")
                                                           : catalogue::collectionName(collection);
            lanes.push_back({key, title, LaneGroup::Results, {}});
        }
        lanes[*place].marks.push_back(markOf(qualification, *moment, key));
    }
    return lanes;
}

} // namespace insight
