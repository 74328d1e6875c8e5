// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The reasons for absence, letter by letter, against what the same table counts with and without leave.
#include "insight/absence_years.h"
#include "insight/checks/evidence.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("checks", text); }

// One stretch of one year in one table.
struct Counted {
    const record::Entry* entry = nullptr;
    std::map<QString, const Told*> reasons; // by letter
    std::set<QString> asked;                // letters that have a column, filled in or not
    const Told* authorised = nullptr;
    const Told* unauthorised = nullptr;
};
using Place = std::tuple<qint64, QString, int, QString>;

// "TermlyReasonI_Summer6th" and "AuthorisedAbsence_Summer6th" speak of one stretch, "AnnualReasonI" of the year.
QString stretchOf(const QString& stem)
{
    const qsizetype at = stem.lastIndexOf(u'_');
    return at < 0 ? u"annual"_s : stem.mid(at + 1).toLower();
}

std::map<Place, Counted> stretchesOf(const Evidence& evidence)
{
    std::map<Place, Counted> stretches;
    for (const Seen& seen : evidence.entries()) {
        if (seen.entry->collection != "ABS"_L1 || !seen.moment)
            continue;
        const auto at = [&](const QString& stem) -> Counted& {
            Counted& counted = stretches[{seen.entry->document.n, seen.entry->dataset, seen.moment->year.start, stretchOf(stem)}];
            counted.entry = counted.entry ? counted.entry : seen.entry;
            return counted;
        };
        for (const record::Value& value : seen.entry->values) {
            const QString stem = stemOf(value.item.isEmpty() ? value.name : value.item);
            if (const QString letter = absenceReasonLetter(stem); !letter.isEmpty())
                at(stem).asked.insert(letter);
        }
        for (const Told& told : seen.told) {
            const QString& stem = told.field->stem;
            if (const QString letter = absenceReasonLetter(stem); !letter.isEmpty())
                at(stem).reasons.emplace(letter, &told);
            else if (stem.startsWith("AuthorisedAbsence_"_L1, Qt::CaseInsensitive))
                at(stem).authorised = &told;
            else if (stem.startsWith("UnauthorisedAbsence_"_L1, Qt::CaseInsensitive))
                at(stem).unauthorised = &told;
        }
    }
    return stretches;
}

void checkSum(const Evidence& evidence, Notes& notes, const Counted& counted, const Told* total, ReasonKind kind)
{
    const auto said = total ? numberIn(total->raw) : std::nullopt;
    const auto moment = momentOf(*counted.entry);
    if (!said || !moment)
        return;
    double sum = 0;
    bool whole = true; // every letter of that year has a column
    Tolds values{total};
    for (const QString& letter : absenceLetters(kind, moment->year)) {
        whole = whole && counted.asked.contains(letter);
        const auto reason = counted.reasons.find(letter);
        if (reason == counted.reasons.end())
            continue;
        const double sessions = numberIn(reason->second->raw).value_or(0);
        sum += sessions;
        if (sessions != 0)
            values.push_back(reason->second);
    }
    // A school that sent no reasons at all has left nothing out of them.
    const bool tooFew = whole && sum > 0 && sum < *said;
    if ((!tooFew && sum <= *said) || std::abs(sum - *said) <= evidence.limit("absence-reasons"_L1))
        return;
    notes.add("absence-reasons"_L1,
              {placeOf(*counted.entry), kind == ReasonKind::Authorised ? tr("with leave") : tr("without leave"),
               QString::number(sum), QString::number(*said)}, values);
}

} // namespace

void checkAbsenceReasons(Evidence& evidence, Notes& notes)
{
    for (const auto& [place, counted] : stretchesOf(evidence)) {
        checkSum(evidence, notes, counted, counted.authorised, ReasonKind::Authorised);
        checkSum(evidence, notes, counted, counted.unauthorised, ReasonKind::Unauthorised);
    }
}

} // namespace insight
