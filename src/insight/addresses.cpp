// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/addresses.h"

#include "insight/readings.h"
#include "insight/time_order.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

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

// Parts of a home with the column they stood in.
struct Parts {
    std::vector<std::pair<int, QString>> lines;
    std::vector<std::pair<int, QString>> areas;
    QString postcode;
    std::vector<record::ValueId> values;

    [[nodiscard]] bool saysHome() const { return !lines.empty() || !postcode.isEmpty(); }
};

Parts partsIn(const record::Entry& entry, Fields& fields)
{
    Parts told;
    for (const record::Value& value : entry.values) {
        const QString raw = value.raw.trimmed();
        if (raw.isEmpty())
            continue;
        const QString& stem = fields.of(entry, value).stem;
        if (isOneOf(lineStems, stem))
            told.lines.emplace_back(value.where.column, raw);
        else if (isOneOf(postcodeStems, stem))
            told.postcode = raw;
        else if (isOneOf(areaStems, stem))
            told.areas.emplace_back(value.where.column, QString(stem + u' ' + raw));
        else
            continue;
        told.values.push_back(value.id);
    }
    return told;
}

QString joined(std::vector<std::pair<int, QString>> texts)
{
    std::stable_sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QStringList parts;
    for (const auto& [column, text] : texts)
        parts << text;
    return parts.join(u", "_s);
}

// A row of a table is cut into entries by collection; the parts of one home are brought together again. Elements of a
// file that is no table stay apart: the entry holds all of it.
using Row = std::tuple<qint64, QString, int, int, int>; // document, sheet, row, year, term

std::optional<Row> rowOf(const record::Entry& entry)
{
    if (entry.values.empty() || entry.values.front().where.row <= 0)
        return {};
    const record::Locator& where = entry.values.front().where;
    return Row{entry.document.n, where.sheet, where.row, entry.year ? entry.year->start : 0, static_cast<int>(entry.term)};
}

// Spacing and case differ from file to file: "OX1 2AB" and "ox12ab" are one postcode.
QString comparable(const QString& text)
{
    return text.toUpper().remove(u' ');
}

bool disagree(const QString& one, const QString& other)
{
    return !one.isEmpty() && !other.isEmpty() && comparable(one) != comparable(other);
}

struct Home {
    const record::Entry* entry;
    Parts parts;
};

void bring(Home& home, const record::Entry& entry, Parts parts)
{
    if (home.parts.postcode.isEmpty() && !parts.postcode.isEmpty()) {
        home.entry = &entry; // of two collections the one that has the postcode names the home
        home.parts.postcode = parts.postcode;
    }
    home.parts.lines.insert(home.parts.lines.end(), parts.lines.begin(), parts.lines.end());
    home.parts.areas.insert(home.parts.areas.end(), parts.areas.begin(), parts.areas.end());
    home.parts.values.insert(home.parts.values.end(), parts.values.begin(), parts.values.end());
}

std::vector<Home> homesIn(const OwnEntries& entries, Fields& fields)
{
    std::vector<Home> homes;
    std::map<Row, std::size_t> rows;
    std::vector<std::pair<Row, Parts>> loose; // columns that no collection knows: "Street" of a row
    for (const record::Entry* entry : entries.all()) {
        const bool own = saysHome(*entry);
        const auto row = rowOf(*entry);
        if (!own && (!row || entry->collection != "OTHER"_L1))
            continue;
        Parts parts = partsIn(*entry, fields);
        if (parts.values.empty())
            continue;
        if (!own) {
            loose.emplace_back(*row, std::move(parts));
            continue;
        }
        const auto known = row ? rows.find(*row) : rows.end();
        if (known != rows.end() && !disagree(homes[known->second].parts.postcode, parts.postcode)) {
            bring(homes[known->second], *entry, std::move(parts));
            continue;
        }
        if (row)
            rows.emplace(*row, homes.size());
        homes.push_back({entry, std::move(parts)});
    }
    for (auto& [row, parts] : loose)
        if (const auto known = rows.find(row); known != rows.end())
            bring(homes[known->second], *homes[known->second].entry, std::move(parts));
    std::erase_if(homes, [](const Home& home) { return !home.parts.saysHome(); }); // an area alone is a characteristic
    return homes;
}

bool differs(const Address& before, const Address& after)
{
    const bool postcodes = !before.postcode.isEmpty() && !after.postcode.isEmpty();
    return postcodes ? disagree(before.postcode, after.postcode) : disagree(before.lines, after.lines);
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
    for (const Home& home : homesIn(entries, fields)) {
        const auto moment = momentOf(*home.entry);
        Address told;
        told.entry = home.entry->id;
        told.when = collectionMoment(*home.entry);
        told.lines = joined(home.parts.lines);
        told.postcode = home.parts.postcode;
        told.areas = joined(home.parts.areas);
        told.values = home.parts.values;
        if (moment)
            told.year = moment->year;
        if (const record::Document* document = record.document(home.entry->document))
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
