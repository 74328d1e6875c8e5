// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/absence_years.h"
#include "insight/exclusion_cases.h"
#include "insight/lanes.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("insight", text); }

// A term that says nothing, or one kind only, leaves the year without a sum; what the other terms say is missed at the least.
struct Missed {
    double sessions = 0;
    bool whole = true;
};

std::optional<Missed> missedIn(const AbsenceYear& year)
{
    if (const auto missed = year.whole.missed())
        return Missed{*missed};
    std::optional<Missed> least;
    for (const AbsencePart& part : year.parts)
        if (const auto missed = part.least())
            least = Missed{(least ? least->sessions : 0) + *missed, false};
    if (const auto missed = year.whole.least(); missed && !least)
        least = Missed{*missed, false};
    return least;
}

QString labelOf(const Missed& missed, const std::optional<double>& possible)
{
    const QString sessions = QString::number(missed.sessions);
    if (!missed.whole)
        return tr("At least %1 half days missed").arg(sessions);
    return possible && *possible > 0 ? tr("%1 of %2 half days missed").arg(sessions, QString::number(*possible))
                                     : tr("%1 half days missed").arg(sessions);
}

Lane missedLane(LaneInput& input)
{
    Lane lane{u"attendance.missed"_s, tr("Sessions missed"), LaneGroup::Attendance, {}};
    for (const AbsenceYear& year : absenceYears(input.entries, input.fields, {})) {
        const auto missed = missedIn(year);
        if (!missed)
            continue;
        Mark mark;
        mark.kind = MarkKind::Amount;
        mark.from = year.year.firstDay();
        mark.to = year.year.lastDay();
        mark.amount = missed->sessions;
        mark.values = year.whole.values;
        mark.key = markKey(lane.key, mark.values.front());
        mark.code = QString::number(mark.amount);
        mark.label = labelOf(*missed, year.whole.possible);
        mark.shortLabel = mark.code;
        mark.none = mark.amount == 0;
        mark.readings.push_back(mark.from);
        lane.marks.push_back(std::move(mark));
    }
    return lane;
}

Mark markOf(const ExclusionCase& told, const QString& lane)
{
    Mark mark;
    mark.kind = MarkKind::Event;
    mark.from = told.span.from;
    mark.to = told.span.to;
    mark.values = told.values;
    mark.key = markKey(lane, mark.values.front());
    mark.sensitive = true; // why a child was sent home
    QStringList words = told.category.isEmpty() ? told.reasons : QStringList{told.category} + told.reasons;
    if (told.sessions)
        words << tr("%1 half days").arg(*told.sessions);
    mark.label = words.join(u", "_s);
    mark.shortLabel = shortened(words.value(0));
    QStringList codes{told.categoryCode, told.reasonCodes};
    codes.removeAll(QString());
    mark.code = codes.join(u' ');
    mark.readings.push_back(mark.from);
    return mark;
}

Lane exclusionLane(LaneInput& input)
{
    Lane lane{u"attendance.exclusions"_s, tr("Exclusions"), LaneGroup::Attendance, {}};
    for (const ExclusionCase& told : exclusionCases(input.entries, input.fields)) {
        if (!told.span.from.isValid())
            continue;
        if (told.unreadableDay)
            input.undated.push_back(*told.unreadableDay);
        lane.marks.push_back(markOf(told, lane.key));
    }
    return lane;
}

} // namespace

int exclusionCount(const OwnEntries& entries, Fields& fields)
{
    return int(exclusionCases(entries, fields).size());
}

std::vector<Lane> attendanceLanes(LaneInput& input)
{
    std::vector<Lane> lanes;
    for (Lane& lane : std::array{missedLane(input), exclusionLane(input)})
        if (!lane.marks.empty())
            lanes.push_back(std::move(lane));
    return lanes;
}

} // namespace insight
