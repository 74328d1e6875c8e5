// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/addresses.h"

#include "insight/readings.h"
#include "insight/time_order.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// Names of a home's parts, without prefix, term and year: the school census and its address table, the transfer file,
// Key Stage 4, the learner record.
constexpr QLatin1StringView lineStems[] = {
    "SAON"_L1,         "PAON"_L1,   "Street"_L1,       "Locality"_L1,     "Town"_L1,
    "AdministrativeArea"_L1, "PostTown"_L1, "AddressLine1"_L1, "AddressLine2"_L1, "AddressLine3"_L1,
    "AddressLine4"_L1, "AddressLine5"_L1, "County"_L1};
constexpr QLatin1StringView postcodeStems[] = {"Postcode"_L1, "PPCODE"_L1, "KS4_PPCODE"_L1, "HOME_POST"_L1};
constexpr QLatin1StringView areaStems[] = {"LSOA01"_L1, "LSOA11"_L1, "LSOA21"_L1, "LLSOA"_L1, "COA"_L1, "MSOA"_L1};

template <std::size_t N>
bool isOneOf(const QLatin1StringView (&stems)[N], const QString& stem)
{
    return std::any_of(std::begin(stems), std::end(stems),
                       [&](QLatin1StringView one) { return stem.compare(one, Qt::CaseInsensitive) == 0; });
}

// Tables about the person's own home. A workplace, a college or a register of courses has a postcode too.
bool saysHome(const record::Entry& entry)
{
    return describesPupil(entry.collection) || entry.collection == "KS4"_L1;
}

Address addressIn(const record::Entry& entry, Fields& fields)
{
    Address told;
    QStringList lines;
    QStringList areas;
    for (const record::Value& value : entry.values) {
        const QString raw = value.raw.trimmed();
        if (raw.isEmpty())
            continue;
        const QString& stem = fields.of(entry, value).stem;
        if (isOneOf(lineStems, stem))
            lines << raw;
        else if (isOneOf(postcodeStems, stem))
            told.postcode = raw;
        else if (isOneOf(areaStems, stem))
            areas << QString(stem + u' ' + raw);
        else
            continue;
        told.values.push_back(value.id);
    }
    told.lines = lines.join(u", "_s);
    told.areas = areas.join(u", "_s);
    return told;
}

// Spacing and case differ from file to file: "OX1 2AB" and "ox12ab" are one postcode.
QString comparable(const QString& text)
{
    return text.toUpper().remove(u' ');
}

bool differs(const Address& before, const Address& after)
{
    if (!before.postcode.isEmpty() && !after.postcode.isEmpty())
        return comparable(before.postcode) != comparable(after.postcode);
    if (!before.lines.isEmpty() && !after.lines.isEmpty())
        return comparable(before.lines) != comparable(after.lines);
    return false;
}

} // namespace

std::vector<Address> addresses(const record::Record& record, const record::Decisions& decisions)
{
    const OwnEntries entries(record, decisions);
    Fields fields;
    return readAddresses(record, entries, fields);
}

std::vector<Address> readAddresses(const record::Record& record, const OwnEntries& entries, Fields& fields)
{
    std::vector<Address> found;
    std::vector<QDate> times;
    for (const record::Entry* entry : entries.all()) {
        if (!saysHome(*entry))
            continue;
        Address told = addressIn(*entry, fields);
        if (told.lines.isEmpty() && told.postcode.isEmpty())
            continue; // an area alone is a characteristic of its own
        const auto moment = momentOf(*entry);
        told.entry = entry->id;
        told.when = collectionMoment(*entry);
        if (moment)
            told.year = moment->year;
        if (const record::Document* document = record.document(entry->document))
            told.document = document->name;
        const QDate time = undatedLast(moment ? moment->span.from : QDate());
        const auto place = std::upper_bound(times.begin(), times.end(), time) - times.begin();
        times.insert(times.begin() + place, time);
        found.insert(found.begin() + place, std::move(told));
    }
    for (std::size_t at = 1; at < found.size(); ++at)
        found[at].changed = found[at].year && differs(found[at - 1], found[at]);
    return found;
}

} // namespace insight
