// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include <algorithm>
#include <map>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

constexpr int yearsCounted = 6;

int yearOf(const Told& told) { return catalogue::AcademicYear::of(told.from).start; }

// The field on six years looks at Reception to Year 11 only.
std::unordered_set<const record::Entry*> nurseryEntries(const Evidence& evidence)
{
    std::unordered_set<const record::Entry*> entries;
    for (const Told* told : evidence.readings(u"NCyearActual"_s))
        if (told->raw.startsWith(u'N', Qt::CaseInsensitive) || told->raw.startsWith(u'E', Qt::CaseInsensitive))
            entries.insert(told->entry);
    return entries;
}

// "Eligible in the last six years" against the counts of those years.
void checkEver6(const Evidence& evidence, Notes& notes)
{
    const auto nursery = nurseryEntries(evidence);
    Tolds eligible;
    std::map<int, bool> counted; // school years with a reading: free meals or not
    for (const Told* told : evidence.readings(u"FSMeligible"_s))
        if (const auto yes = yesOrNo(told->raw); yes && isCensus(told->entry->collection)) {
            bool& any = counted[yearOf(*told)];
            any = any || *yes;
            if (*yes && !nursery.contains(told->entry))
                eligible.push_back(told);
        }
    Tolds missing;
    Tolds behind;
    Tolds unfounded;
    for (const Told* told : evidence.readings(u"EVERFSM_6"_s)) {
        const auto yes = yesOrNo(told->raw);
        if (!yes)
            continue;
        const Told* last = nullptr;
        for (const Told* meal : eligible)
            if (meal->from <= told->from && meal->from > told->from.addYears(-yearsCounted))
                last = meal;
        if (!*yes && last) {
            missing.push_back(told);
            if (behind.empty() || behind.back() != last)
                behind.push_back(last);
        }
        // Only where every one of those years was counted can the counts be said to show none; six years back from a
        // spring reach into a seventh school year.
        bool everyYear = true;
        for (int back = 0; back <= yearsCounted; ++back)
            everyYear = everyYear && counted.contains(yearOf(*told) - back) && !counted[yearOf(*told) - back];
        if (*yes && everyYear)
            unfounded.push_back(told);
    }
    if (!missing.empty()) {
        Tolds values = missing;
        values.insert(values.end(), behind.begin(), behind.end());
        notes.add("ever6-missing"_L1, {placesOf(behind), placesOf(missing)}, values);
    }
    if (!unfounded.empty())
        notes.add("ever6-without-meals"_L1, {placesOf(unfounded)}, unfounded);
}

// Within one entry: three years are inside six, six inside all.
void checkOrder(const Seen& seen, Notes& notes)
{
    for (const auto& [inner, outer] : {std::pair{"EVERFSM_3"_L1, "EVERFSM_6"_L1}, {"EVERFSM_6"_L1, "EVERFSM_ALL"_L1}}) {
        const Told* narrow = seen.key(inner);
        const Told* wide = seen.key(outer);
        if (narrow && wide && yesOrNo(narrow->raw) == true && yesOrNo(wide->raw) == false)
            notes.add("ever-order"_L1, {placeOf(*seen.entry), titleOf(*narrow), titleOf(*wide)}, Tolds{narrow, wide});
    }
}

// Children in care and adopted ones bring another premium instead.
bool bringsAnother(const Seen& seen)
{
    return std::any_of(seen.told.begin(), seen.told.end(), [](const Told& told) {
        const QString name = told.value->name.toLower().remove(u' ');
        return (name == "lookedafterpremium"_L1 || name == "adoptedfromcarepremium"_L1) && yesOrNo(told.raw) == true;
    });
}

void checkPremium(const Evidence& evidence, Notes& notes)
{
    for (const Seen& seen : evidence.entries()) {
        const Told* premium = seen.stem("DeprivationPupilPremium"_L1);
        if (!premium)
            premium = seen.stem("Deprivation Pupil Premium"_L1);
        const auto paid = premium ? yesOrNo(premium->raw) : std::nullopt;
        if (!paid || !seen.moment || (!*paid && bringsAnother(seen)))
            continue;
        const Told* six = nullptr; // the premium of a year rests on the January before it, and on that year's own
        for (const auto& key : {u"EVERFSM_6_P"_s, u"EVERFSM_6"_s})
            for (const Told* told : evidence.readings(key))
                if (!six && yearOf(*told) == seen.moment->year.start && yesOrNo(told->raw))
                    six = told;
        if (!six || *yesOrNo(six->raw) == *paid)
            continue;
        notes.add(*paid ? "premium-without-reason"_L1 : "premium-missing"_L1, {placeOf(*seen.entry), placeOf(*six->entry)},
                  Tolds{premium, six});
    }
}

// The school's own dates, from a transfer file, against the day of a count.
void checkMealDates(const Evidence& evidence, Notes& notes)
{
    for (const Seen& seen : evidence.entries()) {
        const Told* start = seen.stem("FSMstartDate"_L1);
        const Told* end = seen.stem("FSMendDate"_L1);
        const QDate from = start ? readDay(start->raw) : QDate();
        const QDate to = end ? readDay(end->raw) : QDate();
        if (!from.isValid() || !to.isValid() || to < from)
            continue;
        Tolds denying;
        for (const Told* told : evidence.readings(u"FSMeligible"_s))
            if (isCensus(told->entry->collection) && told->entry->date.isValid() && told->entry->date >= from
                && told->entry->date <= to && yesOrNo(told->raw) == false)
                denying.push_back(told);
        if (denying.empty())
            continue;
        Tolds values = denying;
        values.push_back(start);
        values.push_back(end);
        notes.add("meal-dates-differ"_L1, {dayText(from), dayText(to), placesOf(denying)}, values);
    }
}

} // namespace

void checkMeals(Evidence& evidence, Notes& notes)
{
    checkEver6(evidence, notes);
    for (const Seen& seen : evidence.entries())
        checkOrder(seen, notes);
    checkPremium(evidence, notes);
    checkMealDates(evidence, notes);
}

} // namespace insight
