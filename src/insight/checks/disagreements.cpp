// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include "catalogue/collections.h"
#include "insight/readings.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("checks", text); }

QString headingOf(const record::Value& value) { return value.item.isEmpty() ? value.name : value.item; }

// One document's word on one moment of one table.
using Place = std::tuple<QString, QString, int, int, qint64, QString>;

Place placeInTime(const record::Entry& entry)
{
    return {entry.collection, entry.dataset, entry.year ? entry.year->start : 0, int(entry.term),
            entry.date.isValid() ? entry.date.toJulianDay() : 0, registry::plainSchoolNumber(entry.establishment)};
}

// Fields that two copies of one table hold differently; a blank in one of them counts, a field that one of them does
// not have does not.
struct Difference {
    QStringList titles;
    std::vector<record::ValueId> values;
};

Difference differences(const Seen& a, const Seen& b)
{
    Difference difference;
    std::map<QString, const record::Value*> first;
    for (const record::Value& value : a.entry->values)
        first.emplace(headingOf(value), &value);
    for (const record::Value& value : b.entry->values) {
        const auto same = first.find(headingOf(value));
        if (same == first.end() || same->second->raw.trimmed().compare(value.raw.trimmed(), Qt::CaseInsensitive) == 0)
            continue;
        const auto left = numberIn(same->second->raw);
        const auto right = numberIn(value.raw);
        const QDate day = readDay(value.raw);
        if ((left && right && *left == *right) || (day.isValid() && day == readDay(same->second->raw)))
            continue; // "1.0" and "1", two ways to write a day
        const auto told = std::find_if(b.told.begin(), b.told.end(), [&](const Told& one) { return one.value == &value; });
        const QString title = told != b.told.end() && !told->field->title.isEmpty() ? told->field->title : headingOf(value);
        if (!difference.titles.contains(title))
            difference.titles << title;
        difference.values.push_back(same->second->id);
        difference.values.push_back(value.id);
    }
    return difference;
}

void checkEditions(const Evidence& evidence, Notes& notes)
{
    constexpr qsizetype mostNamed = 4;
    std::map<Place, std::vector<const Seen*>> moments;
    for (const Seen& seen : evidence.entries())
        if (seen.moment && !seen.entry->writtenIn && seen.entry->collection != "CTF"_L1)
            moments[placeInTime(*seen.entry)].push_back(&seen);
    for (const auto& [moment, entries] : moments) {
        std::map<qint64, std::vector<const Seen*>> byDocument;
        for (const Seen* seen : entries)
            byDocument[seen->entry->document.n].push_back(seen);
        // Several rows of one moment, such as exams, cannot be laid beside each other.
        const bool single = std::all_of(byDocument.begin(), byDocument.end(), [](const auto& one) { return one.second.size() == 1; });
        if (!single || byDocument.size() < 2)
            continue;
        for (auto later = std::next(byDocument.begin()); later != byDocument.end(); ++later) {
            const Seen& before = *std::prev(later)->second.front();
            const Seen& now = *later->second.front();
            Difference difference = differences(before, now);
            if (difference.values.empty())
                continue;
            QStringList titles = difference.titles;
            if (titles.size() > mostNamed)
                titles = titles.mid(0, mostNamed) << tr("%1 more").arg(QString::number(difference.titles.size() - mostNamed));
            notes.add("editions-differ"_L1, {placeOf(*now.entry), titles.join(u", "_s)}, difference.values);
        }
    }
}

// What several tables say of one school year.
struct Sayings {
    Tolds census;
    Tolds others;
};

// A refusal is a word of the family's, and a group beside it says otherwise; a gap says nothing.
bool isGap(const catalogue::Meaning& meaning)
{
    return meaning.answer != catalogue::Answer::Given && meaning.answer != catalogue::Answer::Refused;
}

bool saysSame(Evidence& evidence, const QString& key, const Told& a, const Told& b)
{
    if (a.raw.compare(b.raw, Qt::CaseInsensitive) == 0)
        return true;
    if (const auto left = yesOrNo(a.raw), right = yesOrNo(b.raw); left && right && key != "SENprovision"_L1)
        return *left == *right;
    if (key == "EthnicGroup"_L1 && (a.raw.size() != 4 || b.raw.size() != 4))
        return true; // care tables of early years have codes of their own
    const catalogue::Meaning& left = evidence.meaning(a);
    const catalogue::Meaning& right = evidence.meaning(b);
    if (isGap(left) || isGap(right))
        return true;
    return left.known && right.known && !left.text.isEmpty() && left.text.compare(right.text, Qt::CaseInsensitive) == 0;
}

// The censuses of a year against the tables beside them: those were made from the censuses, so a value that none of them
// holds has come from somewhere else.
void checkCollections(Evidence& evidence, Notes& notes)
{
    static const std::array keys{u"EthnicGroup"_s, u"FSMeligible"_s, u"SENprovision"_s, u"NCyearActual"_s, u"ServiceChild"_s};
    for (const QString& key : keys) {
        std::map<std::pair<int, QString>, Sayings> years;
        for (const Seen& seen : evidence.entries()) {
            if (!seen.moment)
                continue;
            const Told* told = seen.key(QLatin1StringView(key.toLatin1()));
            if (!told)
                continue;
            if (isCensus(seen.entry->collection)) {
                for (const auto& other : {u"ABS"_s, u"EXC"_s, u"CTF"_s, u"AP"_s, u"PRU"_s})
                    if (other != seen.entry->collection)
                        years[{seen.moment->year.start, other}].census.push_back(told);
            }
            if (seen.entry->collection != "SC"_L1)
                years[{seen.moment->year.start, seen.entry->collection}].others.push_back(told);
        }
        for (const auto& [year, sayings] : years) {
            if (sayings.census.empty())
                continue;
            Tolds odd;
            for (const Told* other : sayings.others)
                if (std::none_of(sayings.census.begin(), sayings.census.end(),
                                 [&](const Told* told) { return saysSame(evidence, key, *told, *other); }))
                    odd.push_back(other);
            if (odd.empty())
                continue;
            const Told& census = *sayings.census.front();
            Tolds values = odd;
            values.insert(values.end(), sayings.census.begin(), sayings.census.end());
            notes.add("collections-disagree"_L1,
                      {census.field->title, placeOf(*census.entry), wordsOf(evidence.meaning(census), census.raw),
                       placesOf(odd), wordsOf(evidence.meaning(*odd.front()), odd.front()->raw)}, values);
        }
    }
}

} // namespace

void checkDisagreements(Evidence& evidence, Notes& notes)
{
    checkEditions(evidence, notes);
    checkCollections(evidence, notes);
}

} // namespace insight
