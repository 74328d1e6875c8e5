// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("checks", text); }

std::optional<double> numberOf(const Told* told)
{
    if (!told)
        return {};
    return numberIn(told->raw);
}

// Half days of one stretch of one year in one entry.
struct Sessions {
    const Told* possible = nullptr;
    const Told* authorised = nullptr;
    const Told* unauthorised = nullptr;
    const Told* overall = nullptr;

    [[nodiscard]] std::optional<double> missed() const
    {
        if (overall)
            return numberIn(overall->raw);
        const auto with = numberOf(authorised);
        const auto without = numberOf(unauthorised);
        return with && without ? std::optional(*with + *without) : std::nullopt;
    }
    [[nodiscard]] Tolds all() const
    {
        Tolds tolds;
        for (const Told* told : {possible, authorised, unauthorised, overall})
            if (told)
                tolds.push_back(told);
        return tolds;
    }
};

const Told** placeIn(Sessions& sessions, const QString& stem)
{
    const auto begins = [&](QLatin1StringView what) { return stem.startsWith(what, Qt::CaseInsensitive); };
    if (begins("SessionsPossible"_L1))
        return &sessions.possible;
    if (begins("OverallAbsence"_L1))
        return &sessions.overall;
    if (begins("AuthorisedAbsence"_L1) || begins("SessionsAuthorised"_L1))
        return &sessions.authorised;
    if (begins("UnauthorisedAbsence"_L1) || begins("SessionsUnauthorised"_L1))
        return &sessions.unauthorised;
    return nullptr;
}

QString stretchOf(const QString& stem)
{
    const qsizetype at = stem.lastIndexOf(u'_');
    return at < 0 ? QString() : stem.mid(at + 1).toLower();
}

QString wordsFor(const record::Entry& entry, const QString& stretch)
{
    if (stretch == "autumn"_L1)
        return tr("%1, autumn").arg(placeOf(entry));
    if (stretch == "spring"_L1)
        return tr("%1, spring").arg(placeOf(entry));
    if (stretch == "summer"_L1)
        return tr("%1, summer").arg(placeOf(entry));
    return placeOf(entry);
}

QString count(double number) { return QString::number(number); }

void checkStretch(const Evidence& evidence, Notes& notes, const QString& place, const Sessions& sessions)
{
    const auto possible = numberOf(sessions.possible);
    const auto with = numberOf(sessions.authorised);
    const auto without = numberOf(sessions.unauthorised);
    const auto overall = numberOf(sessions.overall);
    if (with && without && overall && std::abs(*with + *without - *overall) > evidence.limit("absence-sum"_L1))
        notes.add("absence-sum"_L1, {place, count(*with), count(*without), count(*with + *without), count(*overall)},
                  sessions.all());
    const auto missed = sessions.missed();
    if (possible && missed && *missed > *possible)
        notes.add("absence-over-possible"_L1, {place, count(*missed), count(*possible)}, sessions.all());
}

// A year's figure that is made of its three terms. Other stretches leave a part of the summer out on purpose.
void checkYear(const Evidence& evidence, Notes& notes, const record::Entry& entry, std::map<QString, Sessions>& stretches)
{
    static const std::array terms{u"autumn"_s, u"spring"_s, u"summer"_s};
    for (const auto& whole : {u"annual"_s, u"3term"_s}) {
        const auto year = stretches.find(whole);
        const auto total = year == stretches.end() ? std::nullopt : year->second.missed();
        if (!total)
            continue;
        double sum = 0;
        Tolds values = year->second.all();
        bool all = true;
        for (const QString& term : terms) {
            const auto part = stretches.find(term);
            const auto missed = part == stretches.end() ? std::nullopt : part->second.missed();
            all = all && missed;
            sum += missed.value_or(0);
            if (all)
                for (const Told* told : part->second.all())
                    values.push_back(told);
        }
        if (all && std::abs(sum - *total) > evidence.limit("absence-terms"_L1))
            notes.add("absence-terms"_L1, {placeOf(entry), count(sum), count(*total)}, values);
    }
}

} // namespace

void checkAttendance(Evidence& evidence, Notes& notes)
{
    // A wide table is cut by year and, where it says them apart, by term: the parts of one school belong together.
    struct Year {
        const record::Entry* entry = nullptr;
        std::map<QString, Sessions> stretches;
    };
    std::map<std::tuple<qint64, QString, int, QString>, Year> years;
    for (const Seen& seen : evidence.entries()) {
        if (!seen.moment)
            continue;
        for (const Told& told : seen.told) {
            Sessions probe;
            if (told.field->role != FieldRole::Sessions || !placeIn(probe, told.field->stem))
                continue;
            QString stretch = stretchOf(told.field->stem);
            const bool census = isCensus(seen.entry->collection);
            // A census counts the term before it, school by school; its counts are no part of the absence table's year.
            if (stretch.isEmpty() || census)
                stretch = catalogue::termWord(seen.entry->term) + u"/census"_s;
            Year& year = years[{seen.entry->document.n, seen.entry->collection, seen.moment->year.start,
                                census ? seen.entry->establishment : seen.entry->dataset}];
            if (!year.entry)
                year.entry = seen.entry;
            const Told** place = placeIn(year.stretches[stretch], told.field->stem);
            if (!*place)
                *place = &told;
        }
    }
    for (auto& [key, year] : years) {
        for (auto& [stretch, sessions] : year.stretches)
            if (const Tolds all = sessions.all(); !all.empty())
                checkStretch(evidence, notes, wordsFor(*all.front()->entry, stretch), sessions);
        checkYear(evidence, notes, *year.entry, year.stretches);
    }
}

} // namespace insight
