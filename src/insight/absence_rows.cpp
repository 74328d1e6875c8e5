// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/absence_rows.h"

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

constexpr std::array endings{
    std::pair{"_Annual"_L1, Stretch::Annual},
    std::pair{"_3Term"_L1, Stretch::ThreeTerms},
    std::pair{"_6HalfTerms"_L1, Stretch::SixHalfTerms},
    std::pair{"_5HalfTerms"_L1, Stretch::FiveHalfTerms},
    std::pair{"_Autumn"_L1, Stretch::Autumn},
    std::pair{"_Spring"_L1, Stretch::Spring},
    std::pair{"_Summer"_L1, Stretch::Summer},
    std::pair{"_Summer6th"_L1, Stretch::LastHalfTerm},
};

// The three terms stand one after the other in both lists; the term before one is the place before it.
static_assert(int(Stretch::Summer) - int(Stretch::Autumn) == int(catalogue::Term::Summer) - int(catalogue::Term::Autumn));
static_assert(int(Stretch::Spring) == int(Stretch::Autumn) + 1 && int(catalogue::Term::Spring) == int(catalogue::Term::Autumn) + 1);

Stretch termStretch(catalogue::Term term)
{
    return Stretch(int(Stretch::Autumn) + int(term) - int(catalogue::Term::Autumn));
}

struct When {
    catalogue::AcademicYear year;
    Stretch stretch = Stretch::Annual;
};

// "AuthorisedAbsence_Summer6th" and "TermlyReasonI_Autumn" end in their stretch; "AnnualReasonI" begins with it. Without
// one, a census speaks of the term before it, and anything else of its own.
When whenOf(const QString& stem, const Moment& moment, bool census)
{
    for (const auto& [ending, stretch] : endings)
        if (stem.endsWith(ending, Qt::CaseInsensitive))
            return {moment.year, stretch};
    if (moment.term == catalogue::Term::None)
        return {moment.year, Stretch::Annual};
    if (!census)
        return {moment.year, termStretch(moment.term)};
    if (moment.term == catalogue::Term::Autumn)
        return {{moment.year.start - 1}, Stretch::Summer};
    return {moment.year, Stretch(int(termStretch(moment.term)) - 1)};
}

std::optional<Count> AbsenceCounts::* memberOf(const QString& stem)
{
    const auto begins = [&](QLatin1StringView what) { return stem.startsWith(what, Qt::CaseInsensitive); };
    if (begins("SessionsPossible"_L1))
        return &AbsenceCounts::possible;
    if (begins("OverallAbsence"_L1))
        return &AbsenceCounts::overall;
    if (begins("AuthorisedAbsence"_L1) || begins("SessionsAuthorised"_L1))
        return &AbsenceCounts::authorised;
    return &AbsenceCounts::unauthorised;
}

// What one entry says, by year and stretch. A number that an entry says twice is the first.
using Said = std::map<int, std::map<Stretch, AbsenceCounts>>;

void read(Said& said, const record::Entry& entry, const Moment& moment, const record::Value& value, const Field& field, bool census)
{
    const When when = whenOf(field.stem, moment, census);
    const QString letter = field.role == FieldRole::AbsenceReason ? absenceReasonLetter(field.stem) : QString();
    bool isNumber = false;
    const Count count{value.raw.trimmed().toDouble(&isNumber), value.id};
    if (!isNumber && letter.isEmpty())
        return;
    AbsenceCounts& counts = said[when.year.start][when.stretch];
    counts.entry = &entry;
    if (!letter.isEmpty())
        counts.asked.insert(letter);
    if (!isNumber)
        return;
    counts.values.push_back(value.id);
    if (!letter.isEmpty()) {
        if (!counts.reason(letter))
            counts.reasons.emplace_back(letter, count);
    } else if (auto& place = counts.*memberOf(field.stem); !place) {
        place = count;
    }
}

bool sayTheSame(const AbsenceCounts& one, const AbsenceCounts& other)
{
    for (const auto member : {&AbsenceCounts::possible, &AbsenceCounts::authorised, &AbsenceCounts::unauthorised, &AbsenceCounts::overall})
        if (one.*member && other.*member)
            return true;
    return std::any_of(one.reasons.begin(), one.reasons.end(), [&](const auto& reason) { return other.reason(reason.first) != nullptr; });
}

// Another part of the same row says something else; what says the same thing again is another row.
bool belongs(const AbsenceRow& row, const std::map<Stretch, AbsenceCounts>& said)
{
    return std::none_of(said.begin(), said.end(), [&](const auto& part) {
        const auto held = row.stretches.find(part.first);
        return held != row.stretches.end() && sayTheSame(held->second, part.second);
    });
}

void join(AbsenceCounts& counts, AbsenceCounts more)
{
    if (!counts.entry) {
        counts = std::move(more);
        return;
    }
    for (const auto member : {&AbsenceCounts::possible, &AbsenceCounts::authorised, &AbsenceCounts::unauthorised, &AbsenceCounts::overall})
        if (more.*member)
            counts.*member = more.*member;
    counts.reasons.insert(counts.reasons.end(), more.reasons.begin(), more.reasons.end());
    counts.asked.merge(more.asked);
    counts.values.insert(counts.values.end(), more.values.begin(), more.values.end());
}

} // namespace

std::optional<double> AbsenceCounts::missed() const
{
    if (overall)
        return overall->sessions;
    return authorised && unauthorised ? std::optional(authorised->sessions + unauthorised->sessions) : std::nullopt;
}

const Count* AbsenceCounts::reason(const QString& letter) const
{
    const auto found = std::find_if(reasons.begin(), reasons.end(), [&](const auto& one) { return one.first == letter; });
    return found == reasons.end() ? nullptr : &found->second;
}

std::vector<record::ValueId> AbsenceCounts::sums() const
{
    std::vector<record::ValueId> ids;
    for (const auto& count : {possible, authorised, unauthorised, overall})
        if (count)
            ids.push_back(count->value);
    return ids;
}

std::vector<AbsenceRow> absenceRows(const std::vector<const record::Entry*>& entries, Fields& fields)
{
    using Place = std::tuple<qint64, QString, int, QString>;
    std::vector<AbsenceRow> rows;
    std::map<Place, std::vector<std::size_t>> places; // where rows of one school, table and year stand
    for (const record::Entry* entry : entries) {
        const auto moment = momentOf(*entry);
        if (!moment)
            continue;
        const bool census = isCensus(entry->collection);
        Said said;
        for (const record::Value& value : entry->values) {
            const Field& field = fields.of(*entry, value);
            if (field.role == FieldRole::Sessions || field.role == FieldRole::AbsenceReason)
                read(said, *entry, *moment, value, field, census);
        }
        const auto group = said.empty() ? std::nullopt : taughtYearGroup(*entry, fields);
        for (auto& [start, stretches] : said) {
            std::vector<std::size_t>& here = places[{entry->document.n, entry->dataset, start, entry->establishment}];
            const auto fits = std::find_if(here.begin(), here.end(), [&](std::size_t at) { return belongs(rows[at], stretches); });
            const std::size_t at = fits == here.end() ? rows.size() : *fits;
            if (at == rows.size()) {
                here.push_back(at);
                rows.push_back({entry->document, entry->dataset, {start}, entry->establishment, census, {}, {}});
            }
            AbsenceRow& row = rows[at];
            if (group && start == moment->year.start)
                row.group = group;
            for (auto& [stretch, counts] : stretches)
                join(row.stretches[stretch], std::move(counts));
        }
    }
    std::stable_partition(rows.begin(), rows.end(), [](const AbsenceRow& row) { return !row.census; });
    return rows;
}

} // namespace insight
