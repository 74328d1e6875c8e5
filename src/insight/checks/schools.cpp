// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include "insight/lanes.h"

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString plain(const QString& establishment)
{
    const QString number = registry::plainSchoolNumber(establishment);
    return number.isEmpty() ? establishment : number;
}

QString named(const Evidence& evidence, const QString& establishment, QDate day)
{
    const registry::School* school = evidence.school(establishment, day);
    return school ? school->name : establishment;
}

// The value that names the school, else the first one.
Tolds schoolValue(const Seen& seen)
{
    for (const Told& told : seen.told)
        if (told.raw == seen.entry->establishment.trimmed())
            return {&told};
    return seen.told.empty() ? Tolds{} : Tolds{&seen.told.front()};
}

// Registered at two schools on purpose, or only visiting.
bool mayBeElsewhere(const Seen& seen)
{
    const Told* status = seen.key("EnrolStatus"_L1);
    return status && status->raw.compare("C"_L1, Qt::CaseInsensitive) != 0;
}

void checkCounts(const Evidence& evidence, Notes& notes)
{
    using Count = std::tuple<QString, int, int>;
    std::map<Count, std::vector<const Seen*>> counts;
    for (const Seen& seen : evidence.entries())
        if (isCensus(seen.entry->collection) && seen.entry->year && seen.entry->term != catalogue::Term::None
            && !seen.entry->establishment.isEmpty() && seen.onRoll())
            counts[{seen.entry->collection, seen.entry->year->start, int(seen.entry->term)}].push_back(&seen);
    for (const auto& [count, entries] : counts) {
        const Seen* first = entries.front();
        std::map<qint64, int> sameIn; // documents that hold the first school more than once
        for (const Seen* seen : entries) {
            const bool sameSchool = plain(seen->entry->establishment) == plain(first->entry->establishment);
            if (sameSchool && seen->entry->dataset == first->entry->dataset)
                ++sameIn[seen->entry->document.n];
            if (seen == first || sameSchool || mayBeElsewhere(*seen) || mayBeElsewhere(*first))
                continue;
            Tolds values = schoolValue(*first);
            for (const Told* told : schoolValue(*seen))
                values.push_back(told);
            const QDate day = first->moment ? first->moment->span.from : QDate();
            notes.add("two-entries-one-term"_L1,
                      {placeOf(*first->entry), named(evidence, first->entry->establishment, day),
                       named(evidence, seen->entry->establishment, day)}, values);
        }
        for (const auto& [document, times] : sameIn) {
            if (times < 2)
                continue;
            Tolds values;
            for (const Seen* seen : entries)
                if (seen->entry->document.n == document)
                    for (const Told* told : schoolValue(*seen))
                        values.push_back(told);
            notes.add("same-entry-twice"_L1, {placeOf(*first->entry), QString::number(times)}, values);
        }
    }
}

struct Stay {
    QString school;
    QDate from;
    QDate to;
    const Told* entered;
    const Told* left; // null: still there when counted, on the day `to`
    bool shared;      // registered elsewhere too, on purpose

    [[nodiscard]] Tolds values() const { return left ? Tolds{entered, left} : Tolds{entered}; }
};

const Told* withRole(const Seen& seen, FieldRole role)
{
    for (const Told& told : seen.told)
        if (told.field->role == role)
            return &told;
    return nullptr;
}

// Days on which schools counted the pupil: few, however many entries say so.
using Counts = std::set<std::pair<QDate, QString>>;

Counts countsOf(const Evidence& evidence)
{
    Counts counts;
    for (const Seen& seen : evidence.entries())
        if (isCensus(seen.entry->collection) && seen.entry->date.isValid() && !seen.entry->establishment.isEmpty()
            && seen.onRoll())
            counts.emplace(seen.entry->date, plain(seen.entry->establishment));
    return counts;
}

// Another school counted the pupil between two counts of this one: many schools keep the old day of joining for who comes
// back.
bool cameBack(const Counts& counts, const Stay& stay)
{
    bool countedHere = false;
    for (auto count = counts.lower_bound({stay.from, {}}); count != counts.end() && count->first < stay.to; ++count) {
        if (count->second != stay.school && countedHere)
            return true;
        countedHere = countedHere || count->second == stay.school;
    }
    return false;
}

// A school that took over another one keeps the day of joining the other one.
bool isOneDayCarriedOver(const Stay& one, const Stay& other)
{
    return one.from == other.from && (!one.left || !other.left);
}

// Both counted the pupil in one count: the count tells that for itself.
bool countedTogether(const Counts& counts, const Stay& one, const Stay& other)
{
    if (one.left && other.left)
        return false;
    return std::any_of(counts.begin(), counts.end(), [&](const auto& count) {
        return count.second == one.school && counts.contains({count.first, other.school});
    });
}

// A stay with both its days.
std::optional<Stay> closedStay(const Seen& seen, const Told& entered)
{
    const Told* left = withRole(seen, FieldRole::LeavingDate);
    if (!left)
        return {};
    return Stay{plain(seen.entry->establishment), readDay(entered.raw), readDay(left->raw), &entered, left,
                mayBeElsewhere(seen)};
}

// From joining to the day of a count, which says that the pupil was there still.
std::optional<Stay> countedStay(const Counts& counts, const Seen& seen, const Told& entered)
{
    if (!isCensus(seen.entry->collection) || !seen.onRoll() || !seen.entry->date.isValid())
        return {};
    const Stay stay{plain(seen.entry->establishment), readDay(entered.raw), seen.entry->date, &entered, nullptr,
                    mayBeElsewhere(seen)};
    return cameBack(counts, stay) ? std::nullopt : std::optional(stay);
}

// Counts go on saying the same day of joining: of those the last one stands for all.
std::vector<Stay> staysOf(const Evidence& evidence, const Counts& counts)
{
    std::vector<Stay> stays;
    for (const Seen& seen : evidence.entries()) {
        const Told* entered = withRole(seen, FieldRole::EntryDate);
        if (!entered || seen.entry->establishment.isEmpty() || !describesPupil(seen.entry->collection))
            continue;
        const auto stay = withRole(seen, FieldRole::LeavingDate) ? closedStay(seen, *entered)
                                                                 : countedStay(counts, seen, *entered);
        const bool beforeBirth = evidence.born().isValid() && stay && stay->from < evidence.born(); // told for itself
        if (!stay || !stay->from.isValid() || !stay->to.isValid() || stay->from > stay->to || beforeBirth)
            continue;
        const auto same = std::find_if(stays.begin(), stays.end(), [&](const Stay& other) {
            return other.school == stay->school && other.from == stay->from
                && (other.to == stay->to || !other.left || !stay->left);
        });
        if (same == stays.end())
            stays.push_back(*stay);
        else if (!same->left)
            *same = *stay;
    }
    return stays;
}

void checkStays(const Evidence& evidence, Notes& notes)
{
    const Counts counts = countsOf(evidence);
    const std::vector<Stay> stays = staysOf(evidence, counts);
    const double limit = evidence.limit("enrolments-overlap"_L1);
    for (auto one = stays.begin(); one != stays.end(); ++one)
        for (auto other = one + 1; other != stays.end(); ++other) {
            const QDate from = std::max(one->from, other->from);
            const QDate to = std::min(one->to, other->to);
            if (one->school == other->school || one->shared || other->shared || isOneDayCarriedOver(*one, *other)
                || double(from.daysTo(to)) <= limit || countedTogether(counts, *one, *other))
                continue;
            Tolds values = one->values();
            for (const Told* told : other->values())
                values.push_back(told);
            notes.add("enrolments-overlap"_L1,
                      {named(evidence, one->entered->entry->establishment, from),
                       named(evidence, other->entered->entry->establishment, from), dayText(from), dayText(to)}, values);
        }
}

void checkJoining(const Evidence& evidence, Notes& notes)
{
    std::map<QString, std::pair<QDate, const Told*>> first; // by school
    for (const Seen& seen : evidence.entries()) {
        if (!isCensus(seen.entry->collection) || !seen.moment || seen.entry->establishment.isEmpty())
            continue;
        const Told* entered = withRole(seen, FieldRole::EntryDate);
        const QDate day = entered ? readDay(entered->raw) : QDate();
        if (!day.isValid())
            continue;
        const QDate counted = seen.entry->date.isValid() ? seen.entry->date : seen.moment->span.to;
        if (day > counted && seen.onRoll()) {
            notes.add("joined-after-count"_L1, {placeOf(*seen.entry), dayText(day)}, Tolds{entered});
            continue;
        }
        auto& [known, told] = first[plain(seen.entry->establishment)];
        // A later day of joining with a gap before it is a second stay, not another word for the first.
        if (!told) {
            known = day;
            told = entered;
        } else if (std::abs(double(known.daysTo(day))) > evidence.limit("joining-dates-differ"_L1) && day <= told->from) {
            notes.add("joining-dates-differ"_L1, {placeOf(*told->entry), dayText(known), placeOf(*seen.entry), dayText(day)},
                      Tolds{told, entered});
            known = day;
            told = entered;
        }
    }
}

void checkDirectory(const Evidence& evidence, Notes& notes)
{
    bool covered = false; // the list on this computer knows this person's schools at all
    std::map<QString, Tolds> unknown;
    std::map<std::pair<QString, QDate>, Tolds> closed;
    std::map<std::pair<QString, QDate>, Tolds> unopened;
    for (const Seen& seen : evidence.entries()) {
        const QString number = registry::plainSchoolNumber(seen.entry->establishment);
        const bool isNumber = number.size() == 6 || number.size() == 7;
        if (!isNumber || !seen.moment || seen.told.empty() || !isCensus(seen.entry->collection))
            continue;
        const QDate day = seen.entry->date.isValid() ? seen.entry->date : seen.moment->span.from;
        const registry::School* school = evidence.school(seen.entry->establishment, day);
        covered = covered || school;
        if (!school) {
            for (const Told* told : schoolValue(seen))
                unknown[seen.entry->establishment].push_back(told);
            continue;
        }
        auto* late = school->closed.isValid() && double(school->closed.daysTo(day)) > evidence.limit("school-closed"_L1) ? &closed : nullptr;
        if (!late && school->opened.isValid() && double(day.daysTo(school->opened)) > evidence.limit("school-not-open"_L1))
            late = &unopened;
        if (late)
            for (const Told* told : schoolValue(seen))
                (*late)[{school->name, late == &closed ? school->closed : school->opened}].push_back(told);
    }
    for (const auto& [school, tolds] : closed)
        notes.add("school-closed"_L1, {placesOf(tolds), school.first, dayText(school.second)}, tolds);
    for (const auto& [school, tolds] : unopened)
        notes.add("school-not-open"_L1, {placesOf(tolds), school.first, dayText(school.second)}, tolds);
    if (covered)
        for (const auto& [number, tolds] : unknown)
            notes.add("school-unknown"_L1, {number, placesOf(tolds)}, tolds);
}

} // namespace

void checkSchools(Evidence& evidence, Notes& notes)
{
    checkCounts(evidence, notes);
    checkStays(evidence, notes);
    checkJoining(evidence, notes);
    checkDirectory(evidence, notes);
}

} // namespace insight
