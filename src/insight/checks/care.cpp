// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// A stay in care; an end that is not stated is still open.
struct Stay {
    QDate from;
    QDate to;
    QDate sure; // up to here a return says so
    bool ended;
    const Told* begins;
    const Told* ends; // null: not stated
};

// A return without an end says that the stay went on to the end of its year, which is in March.
QDate lastDayOf(const Seen& seen, QDate from)
{
    return seen.entry->year ? std::max(from, QDate(seen.entry->year->start + 1, 3, 31)) : from;
}

std::vector<Stay> staysOf(const Evidence& evidence)
{
    std::vector<Stay> stays;
    for (const Seen& seen : evidence.entries()) {
        if (seen.entry->collection != "CLA"_L1)
            continue;
        const Told* begins = seen.stem("DATE_EPI_COMM"_L1);
        const Told* ends = seen.stem("DATE_EPI_CEASED"_L1);
        const QDate from = begins ? readDay(begins->raw) : QDate();
        const QDate to = ends ? readDay(ends->raw) : QDate();
        const auto known = std::find_if(stays.begin(), stays.end(), [&](const Stay& stay) { return stay.from == from; });
        if (!from.isValid())
            continue;
        // Every year's return tells an open stay again; the last one tells its end.
        const Stay told = to.isValid() ? Stay{from, to, to, true, begins, ends}
                                       : Stay{from, evidence.today(), lastDayOf(seen, from), false, begins, nullptr};
        if (known == stays.end())
            stays.push_back(told);
        else if (!known->ended && (told.ended || told.sure > known->sure))
            *known = told;
    }
    std::stable_sort(stays.begin(), stays.end(), [](const Stay& a, const Stay& b) { return a.from < b.from; });
    return stays;
}

void checkFlags(const Evidence& evidence, Notes& notes, const std::vector<Stay>& stays, bool careHeld)
{
    Tolds missing;
    Tolds alone;
    for (const Told* told : evidence.readings(u"InCare"_s)) {
        const auto flag = yesOrNo(told->raw);
        if (!flag || told->entry->collection == "CLA"_L1)
            continue;
        const auto moment = momentOf(*told->entry);
        const QDate day = told->entry->date.isValid() ? told->entry->date : QDate();
        const bool inside = std::any_of(stays.begin(), stays.end(), [&](const Stay& stay) {
            // "In care" fits a stay that may have gone on; "not in care" is wrong only where a return says otherwise.
            const QDate to = *flag ? stay.to : stay.sure;
            return day.isValid() ? stay.from <= day && day <= to
                                 : *flag ? stay.from <= moment->span.to && moment->span.from <= to
                                         : stay.from <= moment->span.from && moment->span.to <= to;
        });
        if (*flag != inside)
            (*flag ? alone : missing).push_back(told);
    }
    if (!missing.empty())
        notes.add("care-flag-missing"_L1, {placesOf(missing)}, missing);
    if (!alone.empty())
        notes.add(careHeld ? "care-flag-alone"_L1 : "care-records-missing"_L1, {placesOf(alone)}, alone);
}

} // namespace

void checkCare(Evidence& evidence, Notes& notes)
{
    const std::vector<Stay> stays = staysOf(evidence);
    const bool careHeld = std::any_of(evidence.entries().begin(), evidence.entries().end(),
                                      [](const Seen& seen) { return seen.entry->collection == "CLA"_L1; });
    checkFlags(evidence, notes, stays, careHeld);
    const double limit = evidence.limit("care-episodes-overlap"_L1);
    for (std::size_t at = 1; at < stays.size(); ++at) {
        const Stay& before = stays[at - 1];
        const Stay& now = stays[at];
        if (before.ended && double(now.from.daysTo(before.to)) > limit)
            notes.add("care-episodes-overlap"_L1, {dayText(before.to), dayText(now.from)}, Tolds{before.ends, now.begins});
    }
    if (!evidence.born().isValid())
        return;
    for (const Stay& stay : stays)
        if (stay.from >= evidence.born().addYears(18))
            notes.add("care-after-18"_L1, {dayText(stay.from)}, Tolds{stay.begins});
}

} // namespace insight
