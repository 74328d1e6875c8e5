// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is meant to stay the same: birth date, sex, names, first language, country of birth.
#include "insight/checks/evidence.h"

#include "catalogue/code_sets.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("checks", text); }

QString wordsOfTold(Evidence& evidence, const Told& told) { return wordsOf(evidence.meaning(told), told.raw); }

void checkBirth(Evidence& evidence, Notes& notes)
{
    const QDate born = evidence.born();
    if (!born.isValid())
        return;
    std::map<QDate, Tolds> others;
    for (const Told* told : evidence.told(Who::BirthDate))
        if (const QDate day = readDay(told->raw); day.isValid() && day != born)
            others[day].push_back(told);
    for (const auto& [day, tolds] : others) {
        const bool swapped = day.year() == born.year() && day.month() == born.day() && day.day() == born.month();
        if (swapped)
            notes.add("birth-date-swapped"_L1, {placesOf(tolds), dayText(day)}, tolds);
        else
            notes.add("birth-date-differs"_L1, {placesOf(tolds), dayText(day), dayText(born)}, tolds);
    }
    for (const Seen& seen : evidence.entries()) {
        const Told* year = seen.who(Who::BirthYear);
        const Told* month = seen.who(Who::BirthMonth);
        // Several tables have the two headings the wrong way round.
        if (year && month && year->raw.toInt() == born.month() && month->raw.toInt() == born.year())
            continue;
        Tolds wrong;
        QStringList said;
        if (year && year->raw.toInt() > 0 && year->raw.toInt() != born.year()) {
            wrong.push_back(year);
            said << tr("the year %1").arg(year->raw);
        }
        if (month && month->raw.toInt() > 0 && month->raw.toInt() != born.month()) {
            wrong.push_back(month);
            said << tr("the month %1").arg(month->raw);
        }
        if (!wrong.empty())
            notes.add("birth-month-differs"_L1, {placeOf(*seen.entry), said.join(u", "_s)}, wrong);
    }
}

// "F" or "M" however the tables write it; empty where it says neither.
QString sexOf(const QString& raw)
{
    const QString text = raw.toUpper();
    for (const auto female : {"F"_L1, "2"_L1, "FEMALE"_L1, "W"_L1})
        if (text == female)
            return u"F"_s;
    for (const auto male : {"M"_L1, "1"_L1, "MALE"_L1})
        if (text == male)
            return u"M"_s;
    return {};
}

// The codes of published lists that answer something. A code of no list says nothing either: it has a check of its own,
// and must not look like another answer.
QSet<QString> answersOf(std::initializer_list<QStringView> lists)
{
    QSet<QString> answers;
    for (const QStringView list : lists)
        for (const catalogue::Code& code : catalogue::codes(list))
            if (code.answer == catalogue::Answer::Given)
                answers.insert(code.code);
    return answers;
}

// English, another language, or nothing that tells: "believed to be English" is no other language than English, and
// "believed to be other" is a guess.
QString languageOf(const QString& raw)
{
    static const QSet<QString> languages =
        answersOf({u"LANGUAGE", u"FIRST_LANGUAGE", u"LANGUAGE_GROUP_MINOR", u"LANGUAGE_GROUP_MAJOR"});
    const QString text = raw.toUpper();
    for (const auto english : {"ENG"_L1, "ENB"_L1, "1_ENG"_L1})
        if (text == english)
            return u"English"_s;
    return languages.contains(text) ? u"other"_s : QString();
}

// What schools sent in 2016 to 2018 where nobody answered is not published: only a listed country is one.
QString countryOf(const QString& raw)
{
    static const QSet<QString> countries = answersOf({u"NATIONALITY"});
    const QString text = raw.toUpper();
    return countries.contains(text) ? text : QString();
}

// Readings that say something else than most of them, one finding for each other answer.
template <typename Kind>
void noteOdd(Evidence& evidence, Notes& notes, QLatin1StringView rule, const Tolds& readings, const Kind& kindOf)
{
    std::map<QString, Tolds> kinds;
    for (const Told* told : readings)
        if (const QString kind = kindOf(told->raw); !kind.isEmpty())
            kinds[kind].push_back(told);
    if (kinds.size() < 2)
        return;
    const auto most = std::max_element(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) {
        return a.second.size() < b.second.size();
    });
    for (auto it = kinds.begin(); it != kinds.end(); ++it)
        if (it != most)
            notes.add(rule, {placesOf(it->second), wordsOfTold(evidence, *it->second.front()),
                             wordsOfTold(evidence, *most->second.front())}, it->second);
}

void noteNames(Notes& notes, QLatin1StringView rule, const Tolds& names, const QString& own, bool firstWord)
{
    const auto bare = [&](const QString& name) {
        const QString words = record::comparableName(name);
        return bareName(firstWord ? words.section(u' ', 0, 0) : words);
    };
    std::map<QString, Tolds> spelt;
    for (const Told* told : names)
        if (const QString name = bare(told->raw); !name.isEmpty())
            spelt[name].push_back(told);
    if (spelt.empty())
        return;
    const auto most = std::max_element(spelt.begin(), spelt.end(), [](const auto& a, const auto& b) {
        return a.second.size() < b.second.size();
    });
    const QString usual = spelt.contains(own) ? own : most->first;
    for (const auto& [name, tolds] : spelt) {
        const bool shortForm = firstWord && std::min(name.size(), usual.size()) >= 3
            && (usual.startsWith(name) || name.startsWith(usual));
        if (name != usual && !shortForm)
            notes.add(rule, {placesOf(tolds)}, tolds);
    }
}

} // namespace

void checkFixed(Evidence& evidence, Notes& notes)
{
    checkBirth(evidence, notes);
    noteOdd(evidence, notes, "sex-changed"_L1, evidence.told(Who::Sex), sexOf);
    const QStringList own = record::comparableName(evidence.person().name).split(u' ', Qt::SkipEmptyParts);
    noteNames(notes, "surname-differs"_L1, evidence.told(Who::Surname), own.value(own.size() - 1), false);
    noteNames(notes, "forename-differs"_L1, evidence.told(Who::Forename), own.value(0), true);
    Tolds languages = evidence.readings(u"FirstLanguage"_s);
    const Tolds& detailed = evidence.readings(u"Language"_s);
    languages.insert(languages.end(), detailed.begin(), detailed.end());
    std::stable_sort(languages.begin(), languages.end(), [](const Told* a, const Told* b) { return a->from < b->from; });
    noteOdd(evidence, notes, "language-changed"_L1, languages, languageOf);
    noteOdd(evidence, notes, "country-of-birth-changed"_L1, evidence.readings(u"CountryOfBirth"_s), countryOf);
}

} // namespace insight
