// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include "catalogue/cohorts.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("checks", text); }

// Reception 0, Year 1 = 1; nothing for special schools that follow no year groups.
std::optional<int> groupOf(const QString& raw)
{
    const QString code = raw.toUpper();
    if (code == "R"_L1)
        return 0;
    if (code == "N2"_L1 || code == "E2"_L1)
        return -1;
    if (code == "N1"_L1 || code == "E1"_L1)
        return -2;
    bool isNumber = false;
    const int group = code.toInt(&isNumber);
    return isNumber && group >= 1 && group <= 14 ? std::optional(group) : std::nullopt;
}

QString groupText(int group)
{
    const QString text = catalogue::yearGroupText(group);
    return text.isEmpty() ? tr("Year %1").arg(QString::number(group)) : text;
}

// There are no year groups for somebody of 21 or of 1.
QString usualText(int group)
{
    constexpr int first = -2, last = 14;
    return group > last ? tr("past Year 14") : group < first ? tr("before nursery") : groupText(group);
}

struct Taught {
    const Told* told;
    int year;
    int group;
};

void noteFar(const Evidence& evidence, Notes& notes, const std::vector<Taught>& taught)
{
    const double limit = evidence.limit("year-group-far"_L1);
    Tolds far;
    const Taught* first = nullptr;
    for (const Taught& one : taught) {
        if (std::abs(one.group - catalogue::yearGroup(evidence.born(), {one.year})) <= limit)
            continue;
        far.push_back(one.told);
        first = first ? first : &one;
    }
    if (first)
        notes.add("year-group-far"_L1,
                  {placesOf(far), groupText(first->group), usualText(catalogue::yearGroup(evidence.born(), {first->year}))}, far);
}

// One step from a count to the next one that says a year group.
void noteStep(Notes& notes, const Taught& before, const Taught& now)
{
    const int years = now.year - before.year;
    const int groups = now.group - before.group;
    const Tolds both{before.told, now.told};
    const QString first = placeOf(*before.told->entry);
    const QString second = placeOf(*now.told->entry);
    if (groups == years || (years == 0 && first == second))
        return;
    if (years == 0)
        notes.add("year-group-in-year"_L1, {first, groupText(before.group), second, groupText(now.group)}, both);
    else if (groups < 0)
        notes.add("year-group-backwards"_L1, {first, groupText(before.group), second, groupText(now.group)}, both);
    else if (groups > years)
        notes.add("year-group-skipped"_L1, {first, groupText(before.group), second, groupText(now.group)}, both);
    else if (groups == 0 && years == 1)
        notes.add("year-group-repeated"_L1, {first, second, groupText(now.group)}, both);
}

void checkGroups(const Evidence& evidence, Notes& notes)
{
    std::vector<Taught> taught;
    for (const Told* told : evidence.readings(u"NCyearActual"_s))
        if (const auto group = groupOf(told->raw))
            taught.push_back({told, catalogue::AcademicYear::of(told->from).start, *group});
    if (evidence.born().isValid())
        noteFar(evidence, notes, taught);
    // One that leaps out and back is one slip, told once: the step into it.
    for (std::size_t at = 1; at < taught.size(); ++at) {
        const Taught& before = taught[at - 1];
        const Taught& now = taught[at];
        noteStep(notes, before, now);
        const bool odd = now.group - before.group != now.year - before.year;
        if (odd && at + 1 < taught.size()
            && taught[at + 1].group - before.group == taught[at + 1].year - before.year)
            ++at;
    }
}

// Since September 2024 places are paid for from the age of nine months on (general knowledge, not checked).
constexpr int yearOfUnderTwos = 2024;

void checkCounted(const Evidence& evidence, Notes& notes)
{
    const double youngest = evidence.limit("census-too-young"_L1);
    const double oldest = evidence.limit("census-too-old"_L1);
    for (const Seen& seen : evidence.entries()) {
        if (!isCensus(seen.entry->collection) || !seen.moment || seen.told.empty())
            continue;
        const int atStart = catalogue::ageOn(evidence.born(), seen.moment->span.from);
        const int atEnd = catalogue::ageOn(evidence.born(), seen.moment->span.to);
        const bool paidFor = seen.moment->year.start >= yearOfUnderTwos && atEnd >= 0;
        if ((atEnd >= youngest || paidFor) && atStart <= oldest)
            continue;
        notes.add(atEnd < youngest ? "census-too-young"_L1 : "census-too-old"_L1,
                  {placeOf(*seen.entry), atEnd < 0 ? tr("was not born yet") : tr("was aged %1").arg(QString::number(atEnd))},
                  Tolds{&seen.told.front()});
    }
}

} // namespace

void checkAges(Evidence& evidence, Notes& notes)
{
    checkGroups(evidence, notes);
    if (!evidence.born().isValid())
        return;
    checkCounted(evidence, notes);
    for (const Seen& seen : evidence.entries()) {
        const Told* age = seen.stem("AgeAtStartOfAcademicYear"_L1);
        if (!age || !seen.moment)
            continue;
        const auto said = numberIn(age->raw);
        const int expected = catalogue::ageAtStart(evidence.born(), seen.moment->year);
        if (said && int(*said) != expected)
            notes.add("age-differs"_L1, {placeOf(*seen.entry), age->raw, QString::number(expected)}, Tolds{age});
    }
}

} // namespace insight
