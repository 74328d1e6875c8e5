// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include "catalogue/code_sets.h"

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// Asked from the autumn census of 2016 to the summer census of 2018.
bool wasAsked(const Told& told)
{
    return told.from >= QDate(2016, 9, 1) && told.from <= QDate(2018, 8, 31);
}

// "Refused" is an answer about the asking, and says nothing of where anybody is from.
bool namesPlace(const Told& told)
{
    return catalogue::answerOf(u"NATIONALITY", told.raw) == catalogue::Answer::Given;
}

// A code that the list of its year does not explain is quoted.
QString said(Evidence& evidence, const Told& told)
{
    const catalogue::Meaning& meaning = evidence.meaning(told);
    return meaning.known && !meaning.text.isEmpty() ? meaning.text : u'“' + told.raw + u'”';
}

} // namespace

void checkNationality(Evidence& evidence, Notes& notes)
{
    for (const auto key : {"Nationality"_L1, "CountryOfBirth"_L1}) {
        Tolds inside;
        Tolds outside;
        for (const Told* told : evidence.readings(QString(key)))
            if (isCensus(told->entry->collection) && namesPlace(*told))
                (wasAsked(*told) ? inside : outside).push_back(told);
        const auto note = [&](QLatin1StringView rule, const Tolds& tolds) {
            if (!tolds.empty())
                notes.add(rule, {placesOf(tolds), said(evidence, *tolds.front()), titleOf(*tolds.front())}, tolds);
        };
        note("nationality-held"_L1, inside);
        note("nationality-outside-years"_L1, outside);
    }
    Tolds silent;
    for (const Told* told : evidence.readings(u"YSSA"_s))
        if (told->raw.compare("SNR"_L1, Qt::CaseInsensitive) == 0)
            silent.push_back(told);
    if (!silent.empty())
        notes.add("yssa-no-reply"_L1, {placesOf(silent)}, silent);
}

} // namespace insight
