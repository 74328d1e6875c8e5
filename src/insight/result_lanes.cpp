// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/lanes.h"

#include "catalogue/collections.h"
#include "insight/result_reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace insight {

std::vector<Lane> resultLanes(LaneInput& input)
{
    std::vector<Lane> lanes;
    QHash<QString, std::size_t> places;
    for (const ResultValue& result : readResults(input.entries, input.fields)) {
        if (result.kind == ResultKind::Other || result.kind == ResultKind::Relative)
            continue;
        const QString key = u"results."_s + result.entry->collection;
        auto place = places.constFind(key);
        if (place == places.constEnd()) {
            place = places.insert(key, lanes.size());
            lanes.push_back({key, catalogue::collectionName(result.entry->collection), LaneGroup::Results, {}});
        }
        const auto moment = momentOf(*result.entry);
        Mark mark;
        mark.key = markKey(key, result.value->id);
        mark.kind = MarkKind::Result;
        mark.from = moment->span.from;
        mark.to = moment->span.to;
        mark.code = result.value->raw;
        mark.shortLabel = result.subject;
        mark.label = result.meaning.isEmpty() || result.kind == ResultKind::Graded
            ? QCoreApplication::translate("insight", "%1: %2").arg(result.subject, result.value->raw)
            : QCoreApplication::translate("insight", "%1: %2").arg(result.subject, result.meaning);
        mark.open = result.kind == ResultKind::NoResult;
        mark.judgement = result.judgement;
        mark.centreAssessed = result.judgement == Judgement::CentreAssessed;
        mark.values.push_back(result.value->id);
        mark.values.insert(mark.values.end(), result.also.begin(), result.also.end());
        mark.readings.push_back(mark.from);
        lanes[*place].marks.push_back(std::move(mark));
    }
    return lanes;
}

} // namespace insight
