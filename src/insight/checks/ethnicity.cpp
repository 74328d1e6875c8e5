// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include "catalogue/code_sets.h"

#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

using catalogue::Answer;

const QSet<QString>& mainCodes()
{
    static const QSet<QString> codes = [] {
        QSet<QString> all;
        for (const catalogue::Code& code : catalogue::codes(u"ETHNICITY"))
            all.insert(code.code);
        return all;
    }();
    return codes;
}

// A group of the main list or of the long one. Care tables of early years have short codes of their own, and a code of no
// list has a check of its own: neither can be laid beside others.
bool isGroup(const QString& code)
{
    static const QSet<QString> groups = [] {
        QSet<QString> all;
        for (const QStringView set : {u"ETHNICITY", u"ETHNIC_EXT"})
            for (const catalogue::Code& one : catalogue::codes(set))
                if (one.answer == Answer::Given)
                    all.insert(one.code);
        return all;
    }();
    return groups.contains(code);
}

// "White – British" and the long list's "White – English" are one answer in two lists.
bool sameGroup(const QString& a, const QString& b)
{
    if (a == b)
        return true;
    return (!mainCodes().contains(a) || !mainCodes().contains(b)) && a.front() == b.front();
}

struct Reading {
    const Told* told;
    const Told* source; // who said so; null where nothing says
    QString code;
    Answer answer;

    [[nodiscard]] bool namesGroup() const { return isGroup(code); }
};

bool isFromSchool(const Reading& reading)
{
    return reading.source && (reading.source->raw.toUpper() == "S"_L1 || reading.source->raw.toUpper() == "T"_L1);
}

bool isFromFamily(const Reading& reading)
{
    return reading.source && (reading.source->raw.toUpper() == "P"_L1 || reading.source->raw.toUpper() == "C"_L1);
}

std::vector<Reading> readingsOf(const Evidence& evidence)
{
    std::vector<Reading> readings;
    for (const Seen& seen : evidence.entries()) {
        if (!describesPupil(seen.entry->collection) || !seen.moment)
            continue;
        const Told* told = seen.key("EthnicGroup"_L1);
        if (!told)
            told = seen.key("Ethnicity"_L1);
        if (!told)
            continue;
        const QString code = told->raw.toUpper();
        readings.push_back({told, seen.key("EthnicitySource"_L1), code, catalogue::answerOf(u"ETHNICITY", code)});
    }
    return readings;
}

Tolds toldOf(const std::vector<const Reading*>& readings, bool withSource = false)
{
    Tolds tolds;
    for (const Reading* reading : readings) {
        tolds.push_back(reading->told);
        if (withSource && reading->source)
            tolds.push_back(reading->source);
    }
    return tolds;
}

void noteChanges(Evidence& evidence, Notes& notes, const std::vector<Reading>& readings)
{
    std::vector<const Reading*> groups;
    for (const Reading& reading : readings)
        if (reading.namesGroup())
            groups.push_back(&reading);
    if (groups.size() < 2)
        return;
    // The answer that stands most often is taken for the usual one.
    const Reading* usual = groups.front();
    std::ptrdiff_t most = 0;
    for (const Reading* one : groups) {
        const auto count = std::count_if(groups.begin(), groups.end(),
                                         [&](const Reading* other) { return sameGroup(one->code, other->code); });
        if (count > most) {
            most = count;
            usual = one;
        }
    }
    std::map<QString, std::vector<const Reading*>> odd;
    for (const Reading* one : groups)
        if (!sameGroup(one->code, usual->code))
            odd[one->code].push_back(one);
    const auto saysUsual = [&](const Reading* one) { return sameGroup(one->code, usual->code); };
    const auto first = std::find_if(groups.begin(), groups.end(), saysUsual);
    const auto last = std::find_if(groups.rbegin(), groups.rend(), saysUsual);
    for (const auto& [code, those] : odd) {
        const bool inside = those.front()->told->from > (*first)->told->from && those.back()->told->from < (*last)->told->from;
        const Tolds tolds = toldOf(those);
        notes.add(inside ? "ethnicity-flip"_L1 : "ethnicity-changed"_L1,
                  {placesOf(tolds), wordsOf(evidence.meaning(*tolds.front()), tolds.front()->raw),
                   wordsOf(evidence.meaning(*usual->told), usual->told->raw)}, tolds);
    }
}

// A gap or a refusal, and a group afterwards that did not come from the family.
std::vector<const Reading*> noteFilledIn(Evidence& evidence, Notes& notes, const std::vector<Reading>& readings)
{
    std::vector<const Reading*> refusals;
    std::vector<const Reading*> gaps;
    std::vector<const Reading*> afterRefusal;
    std::vector<const Reading*> afterGap;
    QString given; // by the family after the last refusal: tables without a source carry it on
    for (const Reading& reading : readings) {
        const bool fromFamily = isFromFamily(reading)
            || (!reading.source && !given.isEmpty() && sameGroup(reading.code, given));
        if (isFromFamily(reading) && reading.namesGroup())
            given = reading.code;
        if (reading.answer == Answer::Refused) {
            refusals.push_back(&reading);
            given.clear();
        } else if (reading.answer == Answer::NotObtained)
            gaps.push_back(&reading);
        else if (reading.namesGroup() && !refusals.empty() && !fromFamily)
            afterRefusal.push_back(&reading);
        else if (reading.namesGroup() && !gaps.empty() && isFromSchool(reading))
            afterGap.push_back(&reading);
    }
    const auto note = [&](QLatin1StringView rule, const std::vector<const Reading*>& before,
                          const std::vector<const Reading*>& after) {
        if (after.empty())
            return;
        Tolds values = toldOf(before);
        const Tolds later = toldOf(after, true);
        values.insert(values.end(), later.begin(), later.end());
        const Told& said = *after.front()->told;
        notes.add(rule, {placesOf(toldOf(before)), placesOf(toldOf(after)), wordsOf(evidence.meaning(said), said.raw)}, values);
    };
    note("ethnicity-after-refusal"_L1, refusals, afterRefusal);
    note("ethnicity-after-not-obtained"_L1, gaps, afterGap);
    afterRefusal.insert(afterRefusal.end(), afterGap.begin(), afterGap.end());
    return afterRefusal;
}

void noteAscribed(Evidence& evidence, Notes& notes, const std::vector<Reading>& readings,
                  const std::vector<const Reading*>& told)
{
    std::map<QString, std::vector<const Reading*>> ascribed;
    for (const Reading& reading : readings)
        if (reading.namesGroup() && isFromSchool(reading)
            && std::find(told.begin(), told.end(), &reading) == told.end())
            ascribed[reading.code].push_back(&reading);
    for (const auto& [code, those] : ascribed)
        notes.add("ethnicity-ascribed"_L1,
                  {placesOf(toldOf(those)), wordsOf(evidence.meaning(*those.front()->told), code)}, toldOf(those, true));
}

// The broad group that a main code belongs to.
QString broadOf(const QString& code)
{
    if (!isGroup(code))
        return u"UNCL"_s;
    if (code == "CHNE"_L1)
        return u"CHIN"_s;
    switch (code.front().unicode()) {
    case u'W':
        return u"WHIT"_s;
    case u'M':
        return u"MIXD"_s;
    case u'A':
        return u"ASIA"_s;
    case u'B':
        return u"BLAC"_s;
    case u'O':
        return u"AOEG"_s;
    default:
        return {};
    }
}

void noteBroad(Evidence& evidence, Notes& notes)
{
    for (const Seen& seen : evidence.entries()) {
        const Told* group = seen.key("EthnicGroup"_L1);
        const Told* broad = seen.key("EthnicGroupMajor"_L1);
        const Told* detailed = seen.key("Ethnicity"_L1);
        const QString code = group ? group->raw.toUpper() : QString();
        if (!group || !mainCodes().contains(code))
            continue;
        const auto note = [&](const Told& other) {
            notes.add("ethnicity-broad-differs"_L1,
                      {placeOf(*seen.entry), wordsOf(evidence.meaning(*group), group->raw),
                       wordsOf(evidence.meaning(other), other.raw)}, Tolds{group, &other});
        };
        const QString expected = broadOf(code);
        if (broad && broad->raw.size() == 4 && !expected.isEmpty() && broad->raw.toUpper() != expected)
            note(*broad);
        if (detailed && isGroup(code) && isGroup(detailed->raw.toUpper())
            && !sameGroup(code, detailed->raw.toUpper()))
            note(*detailed);
    }
}

} // namespace

void checkEthnicity(Evidence& evidence, Notes& notes)
{
    const std::vector<Reading> readings = readingsOf(evidence);
    noteChanges(evidence, notes, readings);
    noteAscribed(evidence, notes, readings, noteFilledIn(evidence, notes, readings));
    noteBroad(evidence, notes);
    Tolds artefacts;
    for (const Reading& reading : readings)
        if (reading.answer == Answer::Artefact)
            artefacts.push_back(reading.told);
    if (!artefacts.empty())
        notes.add("ethnicity-artefact"_L1, {placesOf(artefacts), artefacts.front()->raw}, artefacts);
}

} // namespace insight
