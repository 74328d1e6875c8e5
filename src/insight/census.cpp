// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/census.h"

#include "insight/fields.h"
#include "insight/readings.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace insight {

namespace {

// Readings without a time come last, in the record's order.
void sortByTime(std::vector<Reading>& readings, const std::vector<QDate>& times)
{
    std::vector<std::size_t> order(readings.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (times[a].isValid() != times[b].isValid())
            return times[a].isValid();
        return times[a] < times[b];
    });
    std::vector<Reading> sorted;
    sorted.reserve(readings.size());
    for (const std::size_t at : order)
        sorted.push_back(std::move(readings[at]));
    readings = std::move(sorted);
}

} // namespace

std::vector<Characteristic> characteristics(const record::Record& record, const record::Decisions& decisions)
{
    Fields fields;
    return readCharacteristics(OwnEntries(record, decisions), fields);
}

QString characteristicKey(const record::Entry& entry, const record::Value& value)
{
    Fields fields;
    return keyInEntry(entry, value, fields);
}

QString keyInEntry(const record::Entry& entry, const record::Value& value, Fields& fields)
{
    const Field& field = fields.of(entry, value);
    if (field.standsInFor.isEmpty())
        return field.key;
    const bool spokenFor = std::any_of(entry.values.begin(), entry.values.end(), [&](const record::Value& other) {
        return fields.of(entry, other).key == field.standsInFor;
    });
    return spokenFor ? field.key : field.standsInFor;
}

bool sameReading(const Reading& a, const Reading& b)
{
    if (a.raw.trimmed().compare(b.raw.trimmed(), Qt::CaseInsensitive) == 0)
        return true;
    return a.known && b.known && !a.meaning.isEmpty() && a.meaning.compare(b.meaning, Qt::CaseInsensitive) == 0;
}

std::vector<Characteristic> readCharacteristics(const OwnEntries& entries, Fields& fields)
{
    std::vector<Characteristic> found;
    std::vector<std::vector<QDate>> times; // beside the readings: where each of them stands in time
    QHash<QString, int> places;
    for (const record::Entry* entry : entries.all()) {
        if (!describesPupil(entry->collection))
            continue;
        for (const record::Value& value : entry->values) {
            const QString key = keyInEntry(*entry, value, fields);
            if (key.isEmpty() || value.raw.trimmed().isEmpty())
                continue;
            const Field& field = fields.of(*entry, value);
            auto place = places.find(key);
            if (place == places.end()) {
                Characteristic fresh{key, field.title, field.group, field.locates, field.hard, {}};
                if (const CharacteristicName* name = characteristicOfKey(key); name && key != field.key)
                    fresh.title = QCoreApplication::translate("insight", name->title);
                place = places.insert(key, int(found.size()));
                found.push_back(std::move(fresh));
                times.emplace_back();
            }
            const catalogue::Meaning& meaning = fields.meaning(field, *entry, value.raw);
            const auto moment = momentOf(*entry);
            Characteristic& characteristic = found[std::size_t(*place)];
            characteristic.locates = characteristic.locates || field.locates;
            characteristic.readings.push_back(Reading{
                value.id, entry->id, moment ? std::optional(moment->year) : std::nullopt, entry->term, value.raw,
                meaning.text, meaning.known, false});
            times[std::size_t(*place)].push_back(moment ? moment->span.from : QDate());
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        sortByTime(found[i].readings, times[i]);
        for (std::size_t at = 1; at < found[i].readings.size(); ++at)
            found[i].readings[at].changed = found[i].readings[at].year // nobody knows what an undated one came after
                && !sameReading(found[i].readings[at - 1], found[i].readings[at]);
    }
    std::stable_sort(found.begin(), found.end(), [](const Characteristic& a, const Characteristic& b) {
        if (a.group != b.group)
            return a.group < b.group;
        const int left = characteristicOrder(a.key);
        const int right = characteristicOrder(b.key);
        return left != right ? left < right : a.title < b.title;
    });
    return found;
}

} // namespace insight
