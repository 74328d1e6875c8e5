// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/absence_years.h"

#include "catalogue/cohorts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("insight", text); }

// The stretches for which the absence tables count. A whole-year figure is taken where there is one, in this order;
// six half terms before five, for five leave the last weeks out.
enum class Stretch { Annual, ThreeTerms, SixHalfTerms, FiveHalfTerms, Autumn, Spring, Summer, LastHalfTerm };

struct StretchName {
    QLatin1StringView ending;
    Stretch stretch = Stretch::Annual;
    const char* title = nullptr;
};
constexpr std::array stretchNames{
    StretchName{"_Annual"_L1, Stretch::Annual, QT_TRANSLATE_NOOP("insight", "Whole year")},
    StretchName{"_3Term"_L1, Stretch::ThreeTerms, QT_TRANSLATE_NOOP("insight", "Three terms")},
    StretchName{"_6HalfTerms"_L1, Stretch::SixHalfTerms, QT_TRANSLATE_NOOP("insight", "Six half terms")},
    StretchName{"_5HalfTerms"_L1, Stretch::FiveHalfTerms, QT_TRANSLATE_NOOP("insight", "Five half terms")},
    StretchName{"_Autumn"_L1, Stretch::Autumn, QT_TRANSLATE_NOOP("insight", "Autumn term")},
    StretchName{"_Spring"_L1, Stretch::Spring, QT_TRANSLATE_NOOP("insight", "Spring term")},
    StretchName{"_Summer"_L1, Stretch::Summer, QT_TRANSLATE_NOOP("insight", "Summer term")},
    StretchName{"_Summer6th"_L1, Stretch::LastHalfTerm, QT_TRANSLATE_NOOP("insight", "Last half of the summer term")},
};

QString titleOf(Stretch stretch)
{
    for (const StretchName& name : stretchNames)
        if (name.stretch == stretch)
            return tr(name.title);
    Q_UNREACHABLE();
}

// "AuthorisedAbsence_Summer6th" and "TermlyReasonI_Autumn" end in their stretch; "AnnualReasonI" begins with it.
Stretch stretchOf(const QString& stem, catalogue::Term term)
{
    for (const StretchName& name : stretchNames)
        if (stem.endsWith(name.ending, Qt::CaseInsensitive))
            return name.stretch;
    if (term == catalogue::Term::None)
        return Stretch::Annual;
    return Stretch(int(Stretch::Autumn) + int(term) - int(catalogue::Term::Autumn));
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

void take(AbsencePart& part, const QString& stem, catalogue::AcademicYear year, double number)
{
    const auto begins = [&](QLatin1StringView what) { return stem.startsWith(what, Qt::CaseInsensitive); };
    if (const QString letter = absenceReasonLetter(stem); !letter.isEmpty()) {
        if (number == 0)
            return; // the tables print a zero for each of thirteen reasons
        AbsenceReason reason = reasonOf(letter, year);
        reason.sessions = number;
        part.reasons.push_back(std::move(reason));
    } else if (begins("SessionsPossible"_L1)) {
        part.possible = number;
    } else if (begins("OverallAbsence"_L1)) {
        part.overall = number;
    } else if (begins("AuthorisedAbsence"_L1) || begins("SessionsAuthorised"_L1)) {
        part.authorised = number;
    } else if (begins("UnauthorisedAbsence"_L1) || begins("SessionsUnauthorised"_L1)) {
        part.unauthorised = number;
    }
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
            return (part.possible || part.missed()) && lacks(part); // a part of reasons alone counts nothing
        });
    };
    for (const auto member : {&AbsencePart::possible, &AbsencePart::authorised, &AbsencePart::unauthorised})
        if (somePart([&](const AbsencePart& part) { return !(part.*member); }))
            whole.*member = std::nullopt;
    if (somePart([](const AbsencePart& part) { return !part.missed(); }))
        whole.overall = std::nullopt;
}

AbsenceYear yearFrom(catalogue::AcademicYear year, std::map<Stretch, AbsencePart> stretches)
{
    AbsenceYear told;
    told.year = year;
    const AbsencePart* printed = nullptr;
    for (auto& [stretch, part] : stretches) {
        part.title = titleOf(stretch);
        if (stretch < Stretch::Autumn && !printed && part.missed())
            printed = &part;
        else if (stretch >= Stretch::Autumn)
            told.parts.push_back(part);
    }
    if (printed) {
        told.whole = *printed;
        // Reasons stand in columns of their own, whose stretch need not be the one of the sums.
        if (const auto annual = stretches.find(Stretch::Annual); annual != stretches.end() && told.whole.reasons.empty())
            told.whole.reasons = annual->second.reasons;
    } else {
        told.summed = told.parts.size() > 1;
        for (const AbsencePart& part : told.parts)
            addPart(told.whole, part);
        dropHalfSums(told.whole, told.parts);
        told.whole.title = told.parts.size() == 1 ? told.parts.front().title : titleOf(Stretch::Annual);
    }
    if (told.whole.reasons.empty())
        for (const AbsencePart& part : told.parts)
            for (const AbsenceReason& reason : part.reasons)
                told.whole.reasons.push_back(reason);
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
    std::map<int, std::map<Stretch, AbsencePart>> years;
    std::map<int, int> groups;
    for (const record::Entry* entry : entries.all()) {
        const auto moment = momentOf(*entry);
        if (!moment)
            continue;
        bool counts = false;
        for (const record::Value& value : entry->values) {
            const Field& field = fields.of(*entry, value);
            if (field.role != FieldRole::Sessions && field.role != FieldRole::AbsenceReason)
                continue;
            bool isNumber = false;
            const double number = value.raw.trimmed().toDouble(&isNumber);
            if (!isNumber)
                continue;
            AbsencePart& part = years[moment->year.start][stretchOf(field.stem, entry->term)];
            take(part, field.stem, moment->year, number);
            part.values.push_back(value.id);
            counts = true;
        }
        if (const auto group = counts ? taughtYearGroup(*entry, fields) : std::nullopt)
            groups[moment->year.start] = *group;
    }
    std::vector<AbsenceYear> told;
    for (auto& [start, stretches] : years) {
        told.push_back(yearFrom({start}, std::move(stretches)));
        const auto group = groups.find(start);
        if (group != groups.end())
            told.back().group = catalogue::yearGroupText(group->second);
        else if (born.isValid())
            told.back().group = catalogue::yearGroupText(catalogue::yearGroup(born, {start}));
    }
    return told;
}

} // namespace insight
