// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/request_lane.h"

#include "requests/letter.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using requests::RequestState;

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::RequestLane)
};

QString dayWords(QDate day)
{
    return QLocale().toString(day, u"d MMMM yyyy"_s);
}

insight::Mark markOf(const requests::Request& request, QDate today)
{
    const QString to = requests::channelOf(request.to).name;
    insight::Mark mark;
    mark.key = u"request."_s + QString::number(request.id.n);
    mark.kind = insight::MarkKind::Request;
    mark.shortLabel = to;
    if (!request.sent.isValid()) {
        mark.from = mark.to = request.changed.isValid() ? request.changed.toLocalTime().date() : today;
        mark.none = true;
        mark.label = request.state == RequestState::Draft ? Words::tr("Draft to %1").arg(to)
                                                          : Words::tr("Letter to %1, not yet sent").arg(to);
        return mark;
    }
    mark.from = request.sent;
    const QDate due = requests::answerDue(request.received.isValid() ? request.received : request.sent).due;
    const bool answered = request.state == RequestState::Answered || request.state == RequestState::Closed;
    // The day of an answer is not kept: its letter ends where the answer was due.
    mark.to = std::max(request.sent, due.isValid() ? due : request.sent);
    mark.open = !answered && due.isValid() && due < today;
    if (mark.open)
        mark.to = today;
    mark.label = answered ? Words::tr("Letter to %1, answered").arg(to)
                 : mark.open ? Words::tr("Letter to %1, answer was due %2").arg(to, dayWords(due))
                             : Words::tr("Letter to %1, answer due %2").arg(to, dayWords(due));
    return mark;
}

} // namespace

insight::Timeline withRequests(insight::Timeline timeline, const std::vector<requests::Request>& requests)
{
    if (requests.empty())
        return timeline;
    insight::Lane lane;
    lane.key = u"requests"_s;
    lane.title = Words::tr("Letters");
    lane.group = insight::LaneGroup::Requests;
    for (const requests::Request& request : requests)
        lane.marks.push_back(markOf(request, timeline.today));
    std::stable_sort(lane.marks.begin(), lane.marks.end(),
                     [](const insight::Mark& a, const insight::Mark& b) { return a.from < b.from; });
    for (const insight::Mark& mark : lane.marks)
        timeline.to = std::max(timeline.to, mark.to);
    timeline.lanes.push_back(std::move(lane)); // the last group of all
    return timeline;
}

} // namespace app
