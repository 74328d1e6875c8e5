// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sums of the absence tables: with and without leave, against the whole; the terms against the year.
#include "insight/checks/evidence.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("checks", text); }

// A census names its own term; its counts are of the term before, which a table of absence has a column for.
QString wordsFor(const AbsenceRow& row, Stretch stretch, const AbsenceCounts& counts)
{
    const QString place = placeOf(*counts.entry);
    if (row.census)
        return place;
    switch (stretch) {
    case Stretch::Autumn:
        return tr("%1, autumn").arg(place);
    case Stretch::Spring:
        return tr("%1, spring").arg(place);
    case Stretch::Summer:
        return tr("%1, summer").arg(place);
    default:
        return place;
    }
}

QString count(double number) { return QString::number(number); }

void checkStretch(const Evidence& evidence, Notes& notes, const QString& place, const AbsenceCounts& counts)
{
    if (counts.authorised && counts.unauthorised && counts.overall) {
        const double with = counts.authorised->sessions, without = counts.unauthorised->sessions;
        const double overall = counts.overall->sessions;
        if (std::abs(with + without - overall) > evidence.limit("absence-sum"_L1))
            notes.add("absence-sum"_L1, {place, count(with), count(without), count(with + without), count(overall)}, counts.sums());
    }
    const auto missed = counts.missed();
    if (counts.possible && missed && *missed > counts.possible->sessions)
        notes.add("absence-over-possible"_L1, {place, count(*missed), count(counts.possible->sessions)}, counts.sums());
}

// A year's figure and the stretches that it is made of. From 2012/13 on the last weeks of summer stand apart, and the
// figure of five half terms leaves them out.
struct Whole {
    Stretch year;
    std::vector<Stretch> parts;
};

const std::vector<Whole>& wholes()
{
    static const std::vector<Whole> all{
        {Stretch::Annual, {Stretch::Autumn, Stretch::Spring, Stretch::Summer}},
        {Stretch::ThreeTerms, {Stretch::Autumn, Stretch::Spring, Stretch::Summer}},
        {Stretch::SixHalfTerms, {Stretch::FiveHalfTerms, Stretch::LastHalfTerm}},
    };
    return all;
}

void checkYear(const Evidence& evidence, Notes& notes, const AbsenceRow& row)
{
    for (const Whole& whole : wholes()) {
        const auto year = row.stretches.find(whole.year);
        const auto total = year == row.stretches.end() ? std::nullopt : year->second.missed();
        if (!total)
            continue;
        double sum = 0;
        std::vector<record::ValueId> values = year->second.sums();
        bool all = true;
        for (const Stretch term : whole.parts) {
            const auto part = row.stretches.find(term);
            const auto missed = part == row.stretches.end() ? std::nullopt : part->second.missed();
            all = all && missed;
            if (!all)
                break;
            sum += *missed;
            const auto ids = part->second.sums();
            values.insert(values.end(), ids.begin(), ids.end());
        }
        if (all && std::abs(sum - *total) > evidence.limit("absence-terms"_L1))
            notes.add("absence-terms"_L1, {placeOf(*year->second.entry), count(sum), count(*total)}, values);
    }
}

} // namespace

void checkAttendance(Evidence& evidence, Notes& notes)
{
    for (const AbsenceRow& row : evidence.absence()) {
        for (const auto& [stretch, counts] : row.stretches)
            checkStretch(evidence, notes, wordsFor(row, stretch, counts), counts);
        if (!row.census)
            checkYear(evidence, notes, row);
    }
}

} // namespace insight
