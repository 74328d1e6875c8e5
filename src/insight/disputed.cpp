// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/disputed.h"

#include "insight/readings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString wordsOf(const Reading& reading)
{
    return reading.known && !reading.meaning.isEmpty() ? reading.meaning : reading.raw;
}

record::SaidElsewhere saidElsewhere(const std::vector<const Reading*>& others, const QString& collection)
{
    struct Said {
        const Reading* example;
        int count;
    };
    std::vector<Said> said;
    for (const Reading* reading : others) {
        const auto same = std::find_if(said.begin(), said.end(),
                                       [&](const Said& one) { return sameReading(*one.example, *reading); });
        if (same == said.end())
            said.push_back({reading, 1});
        else
            ++same->count;
    }
    std::stable_sort(said.begin(), said.end(), [](const Said& a, const Said& b) { return a.count > b.count; });
    record::SaidElsewhere result;
    result.collection = collection;
    const catalogue::Term term = others.front()->term;
    if (std::all_of(others.begin(), others.end(), [term](const Reading* reading) { return reading->term == term; }))
        result.term = term;
    for (const Said& one : said)
        result.readings.push_back({wordsOf(*one.example), one.count});
    return result;
}

// Which of the characteristics says who said so.
QString sourceKey(const QString& key)
{
    if (key == "EthnicGroup"_L1 || key == "Ethnicity"_L1 || key == "EthnicGroupMajor"_L1)
        return u"EthnicitySource"_s;
    if (key == "ServiceChild"_L1)
        return u"ServiceChildSource"_s;
    return {};
}

// One for each code that the sources of the disputed entries have, with its years.
std::vector<record::SourceGiven> sourcesGiven(const std::vector<const record::Entry*>& entries, const QString& key, Fields& fields)
{
    std::vector<record::SourceGiven> sources;
    for (const record::Entry* entry : entries) {
        const auto moment = momentOf(*entry);
        for (const record::Value& value : entry->values) {
            const Field& field = fields.of(*entry, value);
            const QString raw = value.raw.trimmed();
            if (field.key != key || raw.isEmpty() || !moment)
                continue;
            const catalogue::Meaning& meaning = fields.meaning(field, *entry, value.raw);
            const QString words = meaning.known ? meaning.text : QString();
            auto same = std::find_if(sources.begin(), sources.end(), [&](const record::SourceGiven& source) {
                return source.code == raw && source.meaning == words;
            });
            if (same == sources.end())
                same = sources.insert(sources.end(), {raw, words, {}});
            if (!same->years.contains(moment->year.text()))
                same->years << moment->year.text();
        }
    }
    return sources;
}

} // namespace

Disputed disputed(const record::Record& record, const record::Decisions& decisions, const std::vector<record::ValueId>& values)
{
    const OwnEntries own(record, decisions);
    Fields fields;
    QHash<record::EntryId, const record::Entry*> entries;
    for (const record::Entry* entry : own.all())
        entries.insert(entry->id, entry);
    const auto isDisputed = [&](record::ValueId id) {
        return std::find(values.begin(), values.end(), id) != values.end();
    };

    Disputed result;
    for (const Characteristic& characteristic : readCharacteristics(own, fields)) {
        std::vector<std::pair<QString, std::vector<const Reading*>>> others; // by collection, census first
        std::vector<const record::Entry*> from;
        others.push_back({u"SC"_s, {}});
        for (const Reading& reading : characteristic.readings) {
            const record::Entry* entry = entries.value(reading.entry);
            if (isDisputed(reading.value)) {
                from.push_back(entry);
                continue;
            }
            auto place = std::find_if(others.begin(), others.end(),
                                      [&](const auto& one) { return one.first == entry->collection; });
            if (place == others.end())
                place = others.insert(others.end(), {entry->collection, {}});
            place->second.push_back(&reading);
        }
        if (from.empty())
            continue;
        for (const auto& [collection, readings] : others)
            if (!readings.empty())
                result.others.push_back(saidElsewhere(readings, collection));
        const QString key = sourceKey(characteristic.key);
        if (key.isEmpty())
            continue;
        for (record::SourceGiven& source : sourcesGiven(from, key, fields)) {
            if (std::find(result.sources.begin(), result.sources.end(), source) == result.sources.end())
                result.sources.push_back(std::move(source));
        }
    }
    return result;
}

} // namespace insight
