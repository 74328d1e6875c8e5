// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include "catalogue/allowed_codes.h"
#include "catalogue/code_sets.h"
#include "catalogue/scales.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("checks", text); }

// The published tables end between 2017/18 and 2020/21 although the collections went on: an end after this is not one.
constexpr int tablesEnd = 2017;

// Fields that hold codes. Others print a list too ("Autumn; Spring; Summer"), which is no code set, or a range with a slip
// in it; whose row it is and when it was made are told by other checks.
bool isCoded(const Told& told, const catalogue::Item& item, catalogue::AcademicYear year)
{
    if (told.key == "Nationality"_L1 || told.key == "CountryOfBirth"_L1)
        return false; // told by a check of their own
    if (!told.key.isEmpty())
        return true;
    if (told.entry->collection == "EXC"_L1)
        return told.field->stem.startsWith("Reason"_L1) || told.field->stem.startsWith("Category"_L1);
    return !numberIn(told.raw) && catalogue::scaleOf(item, year, told.value->raw);
}

// Where no list of codes was published, as for what a social worker's assessment found, or nobody printed it whole, none
// can be missing from it.
bool hasList(const catalogue::Item& item)
{
    if (!item.codeSet.isEmpty()) {
        const auto codes = catalogue::codes(item.codeSet);
        return std::any_of(codes.begin(), codes.end(), [](const catalogue::Code& code) {
            return code.certainty != catalogue::Certainty::Background;
        });
    }
    // The dictionary itself cuts long lists short.
    return !item.allowedCodes.contains("(more)"_L1)
        && catalogue::lookUpAllowed(item.allowedCodes, {}).fit != catalogue::AllowedCodes::Fit::NoList;
}

// "False" says what it means, whatever letters a list has for it.
bool isWord(const QString& raw) { return raw.size() > 1 && yesOrNo(raw).has_value(); }

struct Odd {
    QString title;
    QString raw;
    Tolds tolds;
};
using Odds = std::map<std::pair<QString, QString>, Odd>;

// Nationality and country of birth have rules of their own, and what schools sent in where nobody answered is not published.
bool hasOwnRules(const Told& told)
{
    return told.key == "Nationality"_L1 || told.key == "CountryOfBirth"_L1;
}

void gather(Odds& odds, const Told& told, const catalogue::Item& item)
{
    Odd& odd = odds[{item.name, told.raw}];
    odd.title = titleOf(told);
    odd.raw = told.raw;
    odd.tolds.push_back(&told);
}

bool isOutside(const catalogue::Item& item, catalogue::AcademicYear year)
{
    if (item.first && year < *item.first)
        return true;
    return item.last && item.last->start < tablesEnd && year > *item.last;
}

// Schools go on handing each other what the national tables gave up: who said the ethnic group, above all.
bool isSchoolsOwn(const record::Entry& entry, const catalogue::Item& item, catalogue::AcademicYear year)
{
    return entry.collection == "CTF"_L1 && isOutside(item, year);
}

// `outside`: values of fields that were not collected then. Their codes cannot be of that year either: one slip, told once.
void checkMeanings(Evidence& evidence, Notes& notes, const std::unordered_set<record::ValueId>& outside)
{
    Odds otherYears;
    Odds unknown;
    for (const Seen& seen : evidence.entries()) {
        if (!seen.moment)
            continue;
        for (const Told& told : seen.told) {
            const std::optional<catalogue::Item>& item = told.field->item;
            if (!item || told.who != Who::None || told.field->locates || evidence.meaning(told).known || isWord(told.raw)
                || !isCoded(told, *item, seen.moment->year) || !hasList(*item) || outside.contains(told.value->id)
                || hasOwnRules(told) || isSchoolsOwn(*seen.entry, *item, seen.moment->year))
                continue;
            const bool everKnown = catalogue::meaningOf(*item, {}, told.raw).known;
            gather(everKnown ? otherYears : unknown, told, *item);
        }
    }
    for (const auto& [key, odd] : otherYears)
        notes.add("code-other-years"_L1, {placesOf(odd.tolds), odd.raw, odd.title}, odd.tolds);
    for (const auto& [key, odd] : unknown)
        notes.add("code-unknown"_L1, {placesOf(odd.tolds), odd.raw, odd.title}, odd.tolds);
}

QString yearsText(const catalogue::Item& item)
{
    if (item.first && item.last && item.last->start < tablesEnd)
        return tr("from %1 to %2").arg(item.first->text(), item.last->text());
    if (item.first)
        return tr("from %1 on").arg(item.first->text());
    return item.last ? tr("until %1").arg(item.last->text()) : QString();
}

std::unordered_set<record::ValueId> checkFieldYears(Evidence& evidence, Notes& notes)
{
    struct Outside {
        catalogue::Item item;
        Tolds tolds;
    };
    std::map<QString, Outside> outside;
    QHash<std::pair<const Field*, int>, bool> asked; // look-ups cost; a record repeats its fields
    for (const Seen& seen : evidence.entries()) {
        if (!isCensus(seen.entry->collection) || !seen.entry->year)
            continue;
        const catalogue::AcademicYear year = *seen.entry->year;
        for (const Told& told : seen.told) {
            if (!told.field->item)
                continue;
            const catalogue::Item& item = *told.field->item;
            // Where the row says whose it is, it is no field that was collected for a time.
            if (told.key.isEmpty() || hasOwnRules(told) || !isOutside(item, year))
                continue;
            const std::pair<const Field*, int> place{told.field, year.start};
            auto known = asked.find(place);
            if (known == asked.end()) {
                // The dictionary prints one field under several tables, for other years in each.
                bool inside = false;
                for (const QString& collection : {seen.entry->collection, QString()}) {
                    const auto row = catalogue::itemNamed(item.name, collection, year);
                    inside = inside || (row && !isOutside(catalogue::item(*row), year));
                }
                known = asked.insert(place, !inside);
            }
            if (!*known)
                continue;
            Outside& one = outside[item.name];
            one.item = item;
            one.tolds.push_back(&told);
        }
    }
    std::unordered_set<record::ValueId> told;
    for (const auto& [name, one] : outside) {
        notes.add("field-outside-years"_L1, {placesOf(one.tolds), titleOf(*one.tolds.front()), yearsText(one.item)}, one.tolds);
        for (const Told* value : one.tolds)
            told.insert(value->value->id);
    }
    return told;
}

} // namespace

void checkCodes(Evidence& evidence, Notes& notes)
{
    checkMeanings(evidence, notes, checkFieldYears(evidence, notes));
}

} // namespace insight
