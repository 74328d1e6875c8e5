// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/absence_years.h"

#include "catalogue/cohorts.h"
#include "insight/absence_rows.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("insight", text); }

QString titleOf(Stretch stretch)
{
    switch (stretch) {
    case Stretch::Annual:
        return tr("Whole year");
    case Stretch::ThreeTerms:
        return tr("Three terms");
    case Stretch::SixHalfTerms:
        return tr("Six half terms");
    case Stretch::FiveHalfTerms:
        return tr("Five half terms");
    case Stretch::Autumn:
        return tr("Autumn term");
    case Stretch::Spring:
        return tr("Spring term");
    case Stretch::Summer:
        return tr("Summer term");
    case Stretch::LastHalfTerm:
        return tr("Last half of the summer term");
    }
    Q_UNREACHABLE();
}

ReasonKind kindOf(const QString& note)
{
    if (note.startsWith("authorised"_L1))
        return ReasonKind::Authorised;
    if (note.startsWith("unauthorised"_L1))
        return ReasonKind::Unauthorised;
    if (note.startsWith("counts as attending"_L1) || note.startsWith("present"_L1))
        return ReasonKind::Present;
    return note.startsWith("not counted"_L1) ? ReasonKind::NotCounted : ReasonKind::Unknown;
}

AbsenceReason reasonOf(const QString& letter, catalogue::AcademicYear year)
{
    AbsenceReason reason{letter, letter};
    for (const catalogue::Code& code : catalogue::codes(u"ATTENDANCE_NPD_COLUMNS", year))
        if (code.code == letter) {
            reason.words = code.label;
            reason.kind = kindOf(code.note);
        }
    return reason;
}

AbsencePart partOf(const AbsenceCounts& counts, catalogue::AcademicYear year)
{
    const auto sessions = [](const std::optional<Count>& count) { return count ? std::optional(count->sessions) : std::nullopt; };
    AbsencePart part;
    part.possible = sessions(counts.possible);
    part.authorised = sessions(counts.authorised);
    part.unauthorised = sessions(counts.unauthorised);
    part.overall = sessions(counts.overall);
    for (const auto& [letter, count] : counts.reasons) {
        if (count.sessions == 0)
            continue; // the tables print a zero for each of thirteen reasons
        AbsenceReason reason = reasonOf(letter, year);
        reason.sessions = count.sessions;
        part.reasons.push_back(std::move(reason));
    }
    part.values = counts.values;
    return part;
}

void add(std::optional<double>& sum, const std::optional<double>& more)
{
    if (more)
        sum = sum.value_or(0) + *more;
}

void addPart(AbsencePart& whole, const AbsencePart& part)
{
    add(whole.possible, part.possible);
    add(whole.authorised, part.authorised);
    add(whole.unauthorised, part.unauthorised);
    add(whole.overall, part.missed());
    for (const AbsenceReason& reason : part.reasons) {
        const auto same = std::find_if(whole.reasons.begin(), whole.reasons.end(),
                                       [&](const AbsenceReason& one) { return one.code == reason.code; });
        if (same == whole.reasons.end())
            whole.reasons.push_back(reason);
        else
            same->sessions += reason.sessions;
    }
    whole.values.insert(whole.values.end(), part.values.begin(), part.values.end());
}

// A term that does not say a number would make the year's sum look smaller than it is: then the year says none.
void dropHalfSums(AbsencePart& whole, const std::vector<AbsencePart>& parts)
{
    const auto somePart = [&](auto&& lacks) {
        return std::any_of(parts.begin(), parts.end(), [&](const AbsencePart& part) {
            return (part.possible || part.least()) && lacks(part); // a part of reasons alone counts nothing
        });
    };
    for (const auto member : {&AbsencePart::possible, &AbsencePart::authorised, &AbsencePart::unauthorised})
        if (somePart([&](const AbsencePart& part) { return !(part.*member); }))
            whole.*member = std::nullopt;
    if (somePart([](const AbsencePart& part) { return !part.missed(); }))
        whole.overall = std::nullopt;
}

// What one source says of one stretch, its rows added: each school counts the half days on its own roll.
struct Told {
    AbsencePart part;
    AbsencePart said; // numbers that some row says, half sums among them
};

Told added(const std::vector<AbsencePart>& rows)
{
    if (rows.size() == 1)
        return {rows.front(), rows.front()};
    Told told;
    for (const AbsencePart& row : rows)
        addPart(told.part, row);
    told.said = told.part;
    dropHalfSums(told.part, rows);
    return told;
}

// Of two sources that tell the same stretch the first is taken; the second adds what the first says nothing of.
void fillIn(Told& told, Told more)
{
    for (const auto member : {&AbsencePart::possible, &AbsencePart::authorised, &AbsencePart::unauthorised, &AbsencePart::overall})
        if (!(told.said.*member)) {
            told.part.*member = more.part.*member;
            told.said.*member = more.said.*member;
        }
    if (told.part.reasons.empty())
        told.part.reasons = std::move(more.part.reasons);
    told.part.values.insert(told.part.values.end(), more.part.values.begin(), more.part.values.end());
}

// Terms and schools say different ones, so a sum would have them in the order of whoever said one first.
void putInOrder(std::vector<AbsenceReason>& reasons, catalogue::AcademicYear year)
{
    QStringList letters;
    for (const catalogue::Code& code : catalogue::codes(u"ATTENDANCE_NPD_COLUMNS", year))
        letters << code.code;
    const auto place = [&](const AbsenceReason& reason) {
        const qsizetype at = letters.indexOf(reason.code);
        return at < 0 ? letters.size() : at;
    };
    std::stable_sort(reasons.begin(), reasons.end(),
                     [&](const AbsenceReason& a, const AbsenceReason& b) { return place(a) < place(b); });
}

AbsenceYear yearFrom(catalogue::AcademicYear year, std::map<Stretch, AbsencePart> stretches)
{
    AbsenceYear told;
    told.year = year;
    const AbsencePart* printed = nullptr;
    const AbsencePart* half = nullptr; // says one kind only: better than nothing, where no term says more
    for (auto& [stretch, part] : stretches) {
        part.title = titleOf(stretch);
        if (stretch >= Stretch::Autumn)
            told.parts.push_back(part);
        else if (!printed && part.missed())
            printed = &part;
        else if (!half && part.least())
            half = &part;
    }
    if (!printed && told.parts.empty())
        printed = half ? half : &stretches.begin()->second; // reasons alone are told, too
    if (printed) {
        told.whole = *printed;
    } else {
        told.summed = told.parts.size() > 1;
        for (const AbsencePart& part : told.parts)
            addPart(told.whole, part);
        dropHalfSums(told.whole, told.parts);
        told.whole.title = told.parts.size() == 1 ? told.parts.front().title : titleOf(Stretch::Annual);
    }
    // Reasons stand in columns of their own, whose stretch need not be the one of the sums.
    if (const auto annual = stretches.find(Stretch::Annual); annual != stretches.end() && told.whole.reasons.empty()
        && !annual->second.reasons.empty()) {
        told.whole.reasons = annual->second.reasons;
        told.whole.values.insert(told.whole.values.end(), annual->second.values.begin(), annual->second.values.end());
    }
    if (told.whole.reasons.empty())
        for (const AbsencePart& part : told.parts)
            for (const AbsenceReason& reason : part.reasons)
                told.whole.reasons.push_back(reason);
    putInOrder(told.whole.reasons, year);
    for (AbsencePart& part : told.parts)
        putInOrder(part.reasons, year);
    return told;
}

} // namespace

QStringList absenceLetters(ReasonKind kind, catalogue::AcademicYear year)
{
    QStringList letters;
    for (const catalogue::Code& code : catalogue::codes(u"ATTENDANCE_NPD_COLUMNS", year))
        if (kindOf(code.note) == kind)
            letters << code.code;
    return letters;
}

std::vector<AbsenceYear> absenceYears(const OwnEntries& entries, Fields& fields, QDate born)
{
    // A source: one table of one document. Its rows come together; those of a census come last.
    using Source = std::pair<qint64, QString>;
    struct OfStretch {
        std::vector<Source> order;
        std::map<Source, std::vector<AbsencePart>> rows;
    };
    std::map<int, std::map<Stretch, OfStretch>> years;
    std::map<int, int> groups;
    for (const AbsenceRow& row : absenceRows(entries.all(), fields)) {
        const Source source{row.document.n, row.dataset};
        for (const auto& [stretch, counts] : row.stretches) {
            if (counts.values.empty())
                continue;
            OfStretch& told = years[row.year.start][stretch];
            std::vector<AbsencePart>& parts = told.rows[source];
            if (parts.empty())
                told.order.push_back(source);
            parts.push_back(partOf(counts, row.year));
            if (row.group)
                groups[row.year.start] = *row.group;
        }
    }
    std::vector<AbsenceYear> all;
    for (const auto& [start, ofStretch] : years) {
        std::map<Stretch, AbsencePart> stretches;
        for (const auto& [stretch, sources] : ofStretch) {
            Told told = added(sources.rows.at(sources.order.front()));
            for (std::size_t at = 1; at < sources.order.size(); ++at)
                fillIn(told, added(sources.rows.at(sources.order[at])));
            stretches.emplace(stretch, std::move(told.part));
        }
        all.push_back(yearFrom({start}, std::move(stretches)));
        const auto group = groups.find(start);
        if (group != groups.end())
            all.back().group = catalogue::yearGroupText(group->second);
        else if (born.isValid())
            all.back().group = catalogue::yearGroupText(catalogue::yearGroup(born, {start}));
    }
    return all;
}

} // namespace insight
