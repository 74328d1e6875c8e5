// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/changed.h"

#include "insight/readings.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text, int n = -1) { return QCoreApplication::translate("insight", text, nullptr, n); }

bool staysTheSame(const QString& key)
{
    for (const auto fixed : {"EthnicGroup"_L1, "Ethnicity"_L1, "EthnicGroupMajor"_L1, "FirstLanguage"_L1,
                             "Language"_L1, "LanguageGroup"_L1, "LanguageGroupMajor"_L1, "CountryOfBirth"_L1})
        if (key == fixed)
            return true;
    return false;
}

// Of those in the table, what is worth a sentence when it changes: school matters and neighbourhoods change anyway.
bool worthASentence(const Characteristic& characteristic)
{
    const CharacteristicName* name = characteristicOfKey(characteristic.key);
    return name && name->lane && !characteristic.hard && !characteristic.locates && characteristic.key != "Sex"_L1
        && characteristic.key != "EthnicitySource"_L1
        && (characteristic.group == LaneGroup::Characteristics || characteristic.group == LaneGroup::SpecialNeeds);
}

struct Said {
    std::vector<const Reading*> readings;
};

std::vector<Said> valuesOf(const Characteristic& characteristic)
{
    std::vector<Said> said;
    for (const Reading& reading : characteristic.readings) {
        const auto same = std::find_if(said.begin(), said.end(), [&](const Said& one) {
            return sameReading(*one.readings.front(), reading);
        });
        if (same == said.end())
            said.push_back({{&reading}});
        else
            same->readings.push_back(&reading);
    }
    std::stable_sort(said.begin(), said.end(),
                     [](const Said& a, const Said& b) { return a.readings.size() > b.readings.size(); });
    return said;
}

QString wordsOf(const Reading& reading)
{
    return reading.known && !reading.meaning.isEmpty() ? reading.meaning : reading.raw;
}

QString listed(const QStringList& parts)
{
    return parts.size() < 2 ? parts.join(QString())
                            : tr("%1 and %2").arg(parts.mid(0, parts.size() - 1).join(u", "_s), parts.back());
}

// "2009 and 2010 say White – British": calendar years, as people remember them.
QString clause(const Said& said)
{
    QStringList years;
    for (const Reading* reading : said.readings) {
        if (!reading->year)
            continue;
        const int year = reading->year->start + (reading->term == catalogue::Term::Autumn ? 0 : 1);
        if (!years.contains(QString::number(year)))
            years << QString::number(year);
    }
    const QString words = wordsOf(*said.readings.front());
    if (years.isEmpty() || years.size() > 3)
        return tr("%1 of them say %2").arg(QString::number(said.readings.size()), words);
    return years.size() == 1 ? tr("%1 says %2").arg(years.front(), words) : tr("%1 say %2").arg(listed(years), words);
}

// For what is expected to stay the same: which readings say otherwise.
QString oddSentence(const std::vector<Said>& said)
{
    QStringList clauses;
    for (auto odd = said.begin() + 1; odd != said.end() && clauses.size() < 3; ++odd)
        clauses << clause(*odd);
    const int common = int(said.front().readings.size());
    const QString words = wordsOf(*said.front().readings.front());
    clauses << (common == 1 ? tr("the other says %1").arg(words)
                            : tr("the other %1 say %2").arg(QString::number(common), words));
    QString sentence = clauses.join(u", "_s) + u'.';
    sentence[0] = sentence[0].toUpper();
    return sentence;
}

// For what may change: "No, from 2012 Yes, from 2015 No."
QString courseSentence(const Characteristic& characteristic)
{
    constexpr int mostSteps = 6;
    QStringList steps{wordsOf(characteristic.readings.front())};
    for (const Reading& reading : characteristic.readings) {
        if (!reading.changed || !reading.year)
            continue;
        const int year = reading.year->start + (reading.term == catalogue::Term::Autumn ? 0 : 1);
        steps << tr("from %1 %2").arg(QString::number(year), wordsOf(reading));
    }
    if (steps.size() > mostSteps)
        return tr("It changed %1 times.").arg(QString::number(steps.size() - 1));
    return QString(steps.join(u", "_s) + u'.');
}

// First and last reading agree although others do not: it went and came back.
bool cameBack(const Characteristic& characteristic)
{
    return sameReading(characteristic.readings.front(), characteristic.readings.back());
}

} // namespace

std::vector<Overview::Changed> changedCharacteristics(const OwnEntries& entries, Fields& fields)
{
    std::vector<std::pair<int, Overview::Changed>> found;
    for (const Characteristic& characteristic : readCharacteristics(entries, fields)) {
        if (!worthASentence(characteristic))
            continue;
        const std::vector<Said> said = valuesOf(characteristic);
        if (said.size() < 2)
            continue;
        Overview::Changed changed{characteristic.key, characteristic.title,
                                  staysTheSame(characteristic.key) ? oddSentence(said) : courseSentence(characteristic),
                                  {}};
        for (auto odd = said.begin() + 1; odd != said.end(); ++odd)
            for (const Reading* reading : odd->readings)
                changed.odd.push_back(reading->value);
        const int place = (staysTheSame(characteristic.key) ? 0 : 2) + (cameBack(characteristic) ? 0 : 1);
        found.emplace_back(place, std::move(changed));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Overview::Changed> list;
    list.reserve(found.size());
    for (auto& [place, changed] : found)
        list.push_back(std::move(changed));
    return list;
}

} // namespace insight
