// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/source_lane.h"

#include "insight/fields.h"

#include <QCoreApplication>

#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using catalogue::Term;

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::SourceLane)
};

struct Cell {
    QDate from, to;
    qint64 document;
    bool operator<(const Cell& other) const
    {
        return std::tie(from, to, document) < std::tie(other.from, other.to, other.document);
    }
};

// The row answers for terms: an entry of one day stands under its term, one of a whole year under each of its three.
std::vector<catalogue::DateSpan> termsOf(const insight::Moment& moment)
{
    if (moment.term != Term::None)
        return {catalogue::termSpan(moment.year, moment.term)};
    std::vector<catalogue::DateSpan> terms;
    for (const Term term : {Term::Autumn, Term::Spring, Term::Summer})
        if (const catalogue::DateSpan span = catalogue::termSpan(moment.year, term);
            span.from <= moment.span.to && moment.span.from <= span.to)
            terms.push_back(span);
    return terms;
}

} // namespace

insight::Timeline withSources(insight::Timeline timeline, const record::Record& record,
                              const record::Decisions& decisions)
{
    std::map<Cell, std::vector<record::ValueId>> cells;
    const insight::OwnEntries own(record, decisions);
    for (const record::Entry* entry : own.all()) {
        const auto moment = insight::momentOf(*entry);
        if (!moment)
            continue; // what has no time waits in the tray
        const auto add = [&](record::DocumentId document) {
            for (const catalogue::DateSpan& span : termsOf(*moment)) {
                std::vector<record::ValueId>& values = cells[{span.from, span.to, document.n}];
                for (const record::Value& value : entry->values)
                    values.push_back(value.id);
            }
        };
        add(entry->document);
        for (const record::Witness& witness : entry->witnesses)
            if (witness.document != entry->document)
                add(witness.document);
    }
    insight::Lane lane;
    lane.key = sourcesKey;
    lane.title = Words::tr("Came from");
    lane.group = insight::LaneGroup::Requests;
    for (auto& [cell, values] : cells) {
        const record::Document* document = record.document({cell.document});
        if (!document)
            continue; // written in by the person: nothing was given
        insight::Mark mark;
        mark.key = u"came.from.%1.%2.%3"_s.arg(cell.document).arg(cell.from.toJulianDay()).arg(cell.to.toJulianDay());
        mark.from = cell.from;
        mark.to = cell.to;
        mark.label = document->name;
        mark.values = std::move(values);
        lane.marks.push_back(std::move(mark));
    }
    if (!lane.marks.empty())
        timeline.lanes.push_back(std::move(lane));
    return timeline;
}

} // namespace app
