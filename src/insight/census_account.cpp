// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/census_account.h"

#include "catalogue/cohorts.h"
#include "catalogue/taken_over.h"
#include "insight/fields.h"
#include "insight/lanes.h"
#include "insight/readings.h"

#include <QHash>

#include <algorithm>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// The rule that research has for a characteristic; null for what it reads from one year, or as "ever" (free meals, needs,
// deprivation).
const catalogue::TakenOver* ruleOf(QStringView characteristic)
{
    for (const catalogue::TakenOver& rule : catalogue::takenOver())
        if (const CharacteristicName* name = characteristicName(rule.name); name && characteristic == name->key)
            return &rule;
    return nullptr;
}

// What all readings of one entry share.
struct Origin {
    const record::Entry* entry = nullptr;
    QString when;
    std::optional<int> group;
    QString groupText;
    QString school;
    QString document;
};

class Teller {
public:
    Teller(const record::Record& record, const OwnEntries& entries, Fields& fields) : m_record(record), m_fields(fields)
    {
        for (const record::Entry* entry : entries.all())
            m_entries.insert(entry->id, entry);
    }

    [[nodiscard]] CharacteristicAccount tell(const Characteristic& characteristic)
    {
        CharacteristicAccount account;
        account.key = characteristic.key;
        account.title = characteristic.title;
        account.group = characteristic.group;
        account.locates = characteristic.locates;
        account.hard = characteristic.hard;
        const catalogue::TakenOver* rule = ruleOf(account.key);
        account.fixed = rule;
        // What no study takes over is counted over the same years: how often an answer was given is of interest all
        // the same.
        if (!rule)
            rule = &catalogue::takenOver().front();
        account.countedFrom = catalogue::yearGroupText(rule->firstGroup);
        account.countedTo = catalogue::yearGroupText(rule->lastGroup);
        account.ruleSource = rule->source;
        account.readings.reserve(characteristic.readings.size());
        std::vector<Reading> first; // beside account.counted: what further readings are compared with
        for (const Reading& reading : characteristic.readings) {
            const Origin& origin = originOf(reading.entry);
            account.readings.push_back(placed(reading, origin, *rule));
            const AccountReading& told = account.readings.back();
            if (reading.changed && account.readings.size() > 1) {
                const Reading& before = account.readings[account.readings.size() - 2].reading;
                const bool sameTime = account.readings[account.readings.size() - 2].when == told.when;
                account.changes.push_back({reading.value, told.when, sameTime ? told.school : QString(), words(before), words(reading)});
            }
            const catalogue::Meaning& meaning = meaningOf(reading, *origin.entry);
            explain(account.codes, reading, meaning);
            if (told.counted)
                count(account, first, reading, meaning);
        }
        std::stable_sort(account.counted.begin(), account.counted.end(),
                         [](const CountedAnswer& a, const CountedAnswer& b) { return a.times > b.times; });
        return account;
    }

private:
    static QString words(const Reading& reading)
    {
        return reading.known && !reading.meaning.isEmpty() ? reading.meaning : reading.raw.trimmed();
    }

    // Asked once an entry: a record has many times more readings than entries.
    [[nodiscard]] const Origin& originOf(record::EntryId id)
    {
        if (const auto known = m_origins.find(id); known != m_origins.end())
            return known->second;
        const record::Entry& entry = *m_entries.value(id);
        const auto moment = momentOf(entry);
        Origin origin{&entry, collectionMoment(entry), taughtYearGroup(entry, m_fields), {}, {}, {}};
        if (!origin.group && moment && m_record.person.born.isValid())
            origin.group = catalogue::yearGroup(m_record.person.born, moment->year);
        if (origin.group)
            origin.groupText = catalogue::yearGroupText(*origin.group);
        if (!entry.establishment.isEmpty())
            origin.school = schoolName(entry.establishment, moment ? moment->span.from : QDate());
        if (const record::Document* document = m_record.document(entry.document))
            origin.document = document->name;
        return m_origins.emplace(id, std::move(origin)).first->second;
    }

    [[nodiscard]] static AccountReading placed(const Reading& reading, const Origin& origin, const catalogue::TakenOver& rule)
    {
        const bool counted = origin.group && *origin.group >= rule.firstGroup && *origin.group <= rule.lastGroup
            && isCensus(origin.entry->collection);
        return {reading, origin.when, origin.groupText, origin.school, origin.document, counted};
    }

    [[nodiscard]] const catalogue::Meaning& meaningOf(const Reading& reading, const record::Entry& entry)
    {
        // The values of an entry stand in the order of their ids.
        const auto value = std::lower_bound(entry.values.begin(), entry.values.end(), reading.value,
                                            [](const record::Value& one, record::ValueId id) { return one.id < id; });
        return m_fields.meaning(m_fields.of(entry, *value), entry, reading.raw);
    }

    static void explain(std::vector<CodeYears>& codes, const Reading& reading, const catalogue::Meaning& meaning)
    {
        // A text, number or date has no meaning beyond itself.
        if (meaning.known && meaning.text.isEmpty())
            return;
        const QString code = reading.raw.trimmed();
        const auto same = std::find_if(codes.begin(), codes.end(), [&](const CodeYears& one) {
            // "meaning not known for 2009/10" names its year: one line stands for all such years.
            return one.code == code && one.known == meaning.known && (!one.known || one.meaning == meaning.text)
                && one.source == meaning.source && one.first.has_value() == reading.year.has_value();
        });
        if (same == codes.end()) {
            codes.push_back({code, reading.year, reading.year, meaning.text, meaning.known, meaning.source});
        } else if (reading.year) {
            same->first = std::min(same->first.value_or(*reading.year), *reading.year);
            same->last = std::max(same->last.value_or(*reading.year), *reading.year);
        }
    }

    static void count(CharacteristicAccount& account, std::vector<Reading>& first, const Reading& reading,
                      const catalogue::Meaning& meaning)
    {
        ++account.countedReadings;
        const auto same = std::find_if(first.begin(), first.end(),
                                       [&](const Reading& one) { return sameReading(one, reading); });
        if (same == first.end()) {
            first.push_back(reading);
            const bool given = meaning.answer == catalogue::Answer::Given || meaning.answer == catalogue::Answer::Believed;
            account.counted.push_back({reading.raw.trimmed(), words(reading), 1, given});
        } else {
            ++account.counted[std::size_t(same - first.begin())].times;
        }
    }

    const record::Record& m_record;
    Fields& m_fields;
    QHash<record::EntryId, const record::Entry*> m_entries;
    std::unordered_map<record::EntryId, Origin> m_origins; // what it hands out stays where it is
};

} // namespace

const CountedAnswer* CharacteristicAccount::modal() const
{
    const auto given = [](const CountedAnswer& answer) { return answer.given; };
    const auto first = std::find_if(counted.begin(), counted.end(), given);
    if (first == counted.end())
        return nullptr;
    const auto second = std::find_if(first + 1, counted.end(), given);
    return second != counted.end() && second->times == first->times ? nullptr : &*first;
}

const AccountReading* CharacteristicAccount::last() const
{
    const auto dated = std::find_if(readings.rbegin(), readings.rend(),
                                    [](const AccountReading& one) { return one.reading.year.has_value(); });
    if (dated != readings.rend())
        return &*dated;
    return readings.empty() ? nullptr : &readings.back();
}

std::vector<CharacteristicAccount> readAccounts(const std::vector<Characteristic>& characteristics, const record::Record& record,
                                               const OwnEntries& entries, Fields& fields)
{
    Teller teller(record, entries, fields);
    std::vector<CharacteristicAccount> accounts;
    accounts.reserve(characteristics.size());
    for (const Characteristic& characteristic : characteristics)
        accounts.push_back(teller.tell(characteristic));
    return accounts;
}

std::vector<CharacteristicAccount> characteristicAccounts(const record::Record& record,
                                                          const record::Decisions& decisions)
{
    const OwnEntries entries(record, decisions);
    Fields fields;
    return readAccounts(readCharacteristics(entries, fields), record, entries, fields);
}

} // namespace insight
