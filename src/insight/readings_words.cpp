// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/readings_words.h"

#include "catalogue/collections.h"
#include "insight/readings.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString counted(int n)
{
    static const std::array words{u"no"_s,    u"one"_s,   u"two"_s,  u"three"_s, u"four"_s,   u"five"_s,  u"six"_s,
                                  u"seven"_s, u"eight"_s, u"nine"_s, u"ten"_s,   u"eleven"_s, u"twelve"_s};
    return n >= 0 && n < int(words.size()) ? words[std::size_t(n)] : QString::number(n);
}

QString listed(const QStringList& parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return parts.mid(0, parts.size() - 1).join(u", "_s) + u" and " + parts.back();
}

QString wordsOf(const Reading& reading)
{
    return reading.known && !reading.meaning.isEmpty() ? reading.meaning : reading.raw;
}

// What the readings are readings of: "spring censuses" where they all are, else what sent them in.
QString kindOf(const std::vector<const Reading*>& readings, const QString& collection)
{
    const bool plural = readings.size() != 1;
    if (collection != "SC"_L1) {
        const QString name = catalogue::collectionName(collection);
        return plural ? u"entries of the kind “%1”"_s.arg(name) : u"entry of the kind “%1”"_s.arg(name);
    }
    const catalogue::Term term = readings.front()->term;
    const bool sameTerm = std::all_of(readings.begin(), readings.end(),
                                      [&](const Reading* reading) { return reading->term == term; });
    const QString noun = plural ? u"censuses"_s : u"census"_s;
    if (!sameTerm || term == catalogue::Term::None)
        return QString(u"school "_s + noun);
    return QString(catalogue::termWord(term) + u' ' + noun);
}

struct Said {
    const Reading* example;
    int count;
};

QString sentence(const std::vector<const Reading*>& others, const QString& collection)
{
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
    const QString kind = kindOf(others, collection);
    const int all = int(others.size());
    if (said.size() == 1)
        return all == 1 ? u"The other %1 says %2."_s.arg(kind, wordsOf(*said.front().example))
                        : u"The other %1 %2 say %3."_s.arg(counted(all), kind, wordsOf(*said.front().example));
    QStringList parts;
    for (const Said& one : said)
        parts << u"%1 %2 %3"_s.arg(counted(one.count), one.count == 1 ? u"says"_s : u"say"_s, wordsOf(*one.example));
    return u"Of the other %1 %2, %3."_s.arg(counted(all), kind, listed(parts));
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

// One remark for each code that the sources of the disputed entries have, with their years.
QString sourceSentences(const std::vector<const record::Entry*>& disputed, const QString& key, Fields& fields)
{
    struct Source {
        QString raw;
        QString meaning;
        QStringList years;
    };
    std::vector<Source> sources;
    for (const record::Entry* entry : disputed) {
        const auto moment = momentOf(*entry);
        for (const record::Value& value : entry->values) {
            const Field& field = fields.of(*entry, value);
            const QString raw = value.raw.trimmed();
            if (field.key != key || raw.isEmpty() || !moment)
                continue;
            const catalogue::Meaning& meaning = fields.meaning(field, *entry, value.raw);
            const QString words = meaning.known ? meaning.text : QString();
            auto same = std::find_if(sources.begin(), sources.end(), [&](const Source& source) {
                return source.raw == raw && source.meaning == words;
            });
            if (same == sources.end())
                same = sources.insert(sources.end(), {raw, words, {}});
            if (!same->years.contains(moment->year.text()))
                same->years << moment->year.text();
        }
    }
    QStringList sentences;
    for (const Source& source : sources) {
        sentences << (source.meaning.isEmpty()
                          ? u"For %1 the source given is %2."_s.arg(listed(source.years), source.raw)
                          : u"For %1 the source given is %2: %3."_s.arg(listed(source.years), source.raw,
                                                                         source.meaning));
    }
    return sentences.join(u' ');
}

} // namespace

LetterRemarks letterRemarks(const record::Record& record, const record::Decisions& decisions,
                            const std::vector<record::ValueId>& disputed)
{
    const OwnEntries own(record, decisions);
    Fields fields;
    QHash<record::EntryId, const record::Entry*> entries;
    for (const record::Entry* entry : own.all())
        entries.insert(entry->id, entry);
    const auto isDisputed = [&](record::ValueId id) {
        return std::find(disputed.begin(), disputed.end(), id) != disputed.end();
    };

    LetterRemarks remarks;
    QStringList sources;
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
                remarks.otherReadings << sentence(readings, collection);
        if (const QString key = sourceKey(characteristic.key); !key.isEmpty())
            if (const QString words = sourceSentences(from, key, fields); !words.isEmpty() && !sources.contains(words))
                sources << words;
    }
    remarks.sourceRemark = sources.join(u' ');
    return remarks;
}

} // namespace insight
