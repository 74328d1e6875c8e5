// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include "register/school_directory.h"

#include <QRegularExpression>

#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// A row of its own, or the nth of a row that lists several ("Reason_2_ex12").
struct Exclusion {
    const Seen* seen = nullptr;
    const Told* category = nullptr;
    const Told* start = nullptr;
    const Told* sessions = nullptr;

    [[nodiscard]] bool is(QLatin1StringView kind) const
    {
        return category && category->raw.compare(kind, Qt::CaseInsensitive) == 0;
    }
    [[nodiscard]] double length() const { return sessions ? numberIn(sessions->raw).value_or(0) : 0; }
    [[nodiscard]] QDate day() const { return start ? readDay(start->raw) : seen->entry->date; }
};

std::vector<Exclusion> exclusionsIn(const Seen& seen)
{
    static const QRegularExpression numbered(u"^[A-Za-z]+_(\\d{1,2})_ex"_s, QRegularExpression::CaseInsensitiveOption);
    std::map<int, Exclusion> found;
    for (const Told& told : seen.told) {
        const auto match = numbered.match(told.value->name);
        Exclusion& one = found[match.hasMatch() ? match.capturedView(1).toInt() : 0];
        one.seen = &seen;
        const QString& stem = told.field->stem;
        if (stem.startsWith("Category"_L1, Qt::CaseInsensitive))
            one.category = &told;
        else if (stem.startsWith("StartDate"_L1, Qt::CaseInsensitive))
            one.start = &told;
        else if (stem.startsWith("Sessions"_L1, Qt::CaseInsensitive))
            one.sessions = &told;
    }
    std::vector<Exclusion> list;
    for (const auto& [number, exclusion] : found)
        if (exclusion.category)
            list.push_back(exclusion);
    return list;
}

struct Year {
    std::vector<Exclusion> fixed;
    const Told* count = nullptr;    // as the table counts them
    const Told* sessions = nullptr;
    double length = 0;

    [[nodiscard]] Tolds values() const
    {
        Tolds tolds;
        for (const Exclusion& one : fixed)
            for (const Told* told : {one.category, one.sessions})
                if (told)
                    tolds.push_back(told);
        return tolds;
    }
};

// The same exclusion in two documents is one.
bool isKnown(const Year& year, const Exclusion& one)
{
    for (const Exclusion& known : year.fixed)
        if (known.seen->entry->document != one.seen->entry->document && known.day().isValid() && known.day() == one.day()
            && known.length() == one.length())
            return true;
    return false;
}

std::map<int, Year> yearsOf(const Evidence& evidence, std::vector<Exclusion>& permanent)
{
    std::map<int, Year> years;
    for (const Seen& seen : evidence.entries()) {
        if (seen.entry->collection != "EXC"_L1 || !seen.moment)
            continue;
        Year& year = years[seen.moment->year.start];
        if (const Told* count = seen.stem("TotalFixedExclusions"_L1))
            year.count = count;
        if (const Told* sessions = seen.stem("TotalFixedSessions"_L1))
            year.sessions = sessions;
        for (const Exclusion& one : exclusionsIn(seen)) {
            if (one.is("PERM"_L1))
                permanent.push_back(one);
            if (!one.is("FIXD"_L1) || isKnown(year, one))
                continue;
            year.fixed.push_back(one);
            year.length += one.length();
        }
    }
    return years;
}

void checkTotals(const Evidence& evidence, Notes& notes, int start, const Year& year)
{
    const QString text = catalogue::AcademicYear{start}.text();
    const auto with = [&](const Told* total) {
        Tolds values{total};
        for (const Told* told : year.values())
            values.push_back(told);
        return values;
    };
    const auto counted = year.count ? numberIn(year.count->raw) : std::nullopt;
    const auto sessions = year.sessions ? numberIn(year.sessions->raw) : std::nullopt;
    if (counted && !year.fixed.empty() && *counted != double(year.fixed.size()))
        notes.add("exclusion-count"_L1, {text, year.count->raw, QString::number(year.fixed.size())}, with(year.count));
    else if (sessions && !year.fixed.empty() && *sessions != year.length)
        notes.add("exclusion-sessions"_L1, {text, year.sessions->raw, QString::number(year.length)}, with(year.sessions));
    if (year.length > evidence.limit("exclusion-too-long"_L1))
        notes.add("exclusion-too-long"_L1, {text, QString::number(year.length)}, year.values());
}

// What the absence tables count under reason E in the terms of that year.
void checkAbsence(Evidence& evidence, Notes& notes, int start, const Year& year)
{
    double counted = 0;
    std::vector<record::ValueId> values = idsOf(year.values());
    std::set<Stretch> terms;
    for (const AbsenceRow& row : evidence.absence()) {
        if (row.census || row.year.start != start)
            continue;
        for (const Stretch term : {Stretch::Autumn, Stretch::Spring, Stretch::Summer}) {
            const auto part = row.stretches.find(term);
            const Count* excluded = part == row.stretches.end() ? nullptr : part->second.reason(u"E"_s);
            if (!excluded)
                continue;
            terms.insert(term);
            counted += excluded->sessions;
            values.push_back(excluded->value);
        }
    }
    // Only where all three terms are there: an exclusion may lie in the one that is not.
    if (terms.size() < 3 || counted >= year.length)
        return;
    notes.add("exclusion-absence"_L1,
              {catalogue::AcademicYear{start}.text(), QString::number(year.length), QString::number(counted)}, values);
}

void checkPermanent(const Evidence& evidence, Notes& notes, const Exclusion& one)
{
    constexpr int daysToEnd = 120; // a review may take a term
    const QDate day = one.day();
    const QString school = registry::plainSchoolNumber(one.seen->entry->establishment);
    if (!day.isValid() || school.isEmpty())
        return;
    for (const Seen& seen : evidence.entries()) {
        if (!isCensus(seen.entry->collection) || !seen.moment || !seen.onRoll()
            || seen.moment->span.from < day.addDays(daysToEnd)
            || registry::plainSchoolNumber(seen.entry->establishment) != school || seen.told.empty())
            continue;
        const Told* group = seen.key("NCyearActual"_L1);
        notes.add("exclusion-permanent-back"_L1, {placeOf(*one.seen->entry), placeOf(*seen.entry)},
                  Tolds{one.category, group ? group : &seen.told.front()});
        return;
    }
}

} // namespace

void checkExclusions(Evidence& evidence, Notes& notes)
{
    std::vector<Exclusion> permanent;
    for (const auto& [start, year] : yearsOf(evidence, permanent)) {
        checkTotals(evidence, notes, start, year);
        if (!year.fixed.empty())
            checkAbsence(evidence, notes, start, year);
    }
    for (const Exclusion& one : permanent)
        checkPermanent(evidence, notes, one);
}

} // namespace insight
