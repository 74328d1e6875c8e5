// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include "catalogue/code_sets.h"

#include <map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString upper(const Told* told) { return told ? told->raw.toUpper() : QString(); }
bool isPlan(const QString& help) { return help == "S"_L1 || help == "E"_L1; }
bool isNone(const QString& help) { return help == "N"_L1; }

QString said(Evidence& evidence, const Told& told) { return wordsOf(evidence.meaning(told), told.raw); }

// Statements and plans that are gone in one count and there in the next, or gone for good.
void checkPlans(Evidence& evidence, Notes& notes)
{
    Tolds readings; // a code that nobody knows is no word against a plan
    for (const Told* told : evidence.readings(u"SENprovision"_s))
        if (upper(told).size() == 1 && u"NAPKQSE"_s.contains(upper(told)))
            readings.push_back(told);
    for (std::size_t at = 1; at < readings.size(); ++at) {
        const Told* before = readings[at - 1];
        if (!isPlan(upper(before)) || isPlan(upper(readings[at])))
            continue;
        std::size_t back = at;
        while (back < readings.size() && !isPlan(upper(readings[back])))
            ++back;
        if (back < readings.size()) {
            const Tolds gap(readings.begin() + std::ptrdiff_t(at), readings.begin() + std::ptrdiff_t(back));
            notes.add("sen-plan-gap"_L1, {placesOf(gap), said(evidence, *gap.front()), said(evidence, *before)}, gap);
            at = back;
        } else {
            notes.add("sen-plan-stopped"_L1,
                      {placeOf(*before->entry), said(evidence, *before), placeOf(*readings[at]->entry), said(evidence, *readings[at])},
                      Tolds{before, readings[at]});
            return;
        }
    }
}

QString broadOf(const QString& help)
{
    if (isNone(help))
        return u"1_NON"_s;
    if (isPlan(help))
        return u"3_SS"_s;
    return help == "A"_L1 || help == "P"_L1 || help == "K"_L1 || help == "Q"_L1 ? u"2_SNS"_s : QString();
}

// Whether the entry has the field at all: a need that was never asked for is not missing.
bool asksForNeed(const Seen& seen)
{
    for (const record::Value& value : seen.entry->values)
        if (value.raw.trimmed().isEmpty() && stemOf(value.item.isEmpty() ? value.name : value.item).startsWith("PrimarySEN"_L1))
            return true;
    return false;
}

// Findings that say the same of many entries are one.
struct Same {
    Tolds places;
    Tolds values;
    QString a, b;
};

} // namespace

void checkSpecialNeeds(Evidence& evidence, Notes& notes)
{
    checkPlans(evidence, notes);
    std::map<std::pair<QString, QString>, Same> found; // by rule and what it says
    const auto gather = [&](const char* rule, const Tolds& values, const QString& a = {}, const QString& b = {}) {
        Same& same = found[{QString::fromLatin1(rule), a + u'\n' + b}];
        same.places.push_back(values.front());
        same.values.insert(same.values.end(), values.begin(), values.end());
        same.a = a;
        same.b = b;
    };
    for (const Seen& seen : evidence.entries()) {
        if (!describesPupil(seen.entry->collection) || !seen.moment)
            continue;
        const Told* help = seen.key("SENprovision"_L1);
        const Told* first = seen.key("PrimarySENtype"_L1);
        const Told* second = seen.key("SecondarySENtype"_L1);
        const Told* broad = seen.key("SENprovisionMajor"_L1);
        if (help && first && isNone(upper(help)))
            gather("sen-type-without-help", {first, help}, said(evidence, *first));
        for (const auto key : {"SENUnitIndicator"_L1, "ResourcedProvisionIndicator"_L1})
            if (const Told* place = seen.key(key); place && help && isNone(upper(help)) && yesOrNo(place->raw) == true)
                gather("sen-unit-without-help", {place, help}, place->field->title);
        const bool spring = seen.entry->term == catalogue::Term::Spring && isCensus(seen.entry->collection);
        if (help && !first && spring && asksForNeed(seen)
            && (isPlan(upper(help)) || upper(help) == "P"_L1 || upper(help) == "K"_L1))
            gather("sen-help-without-type", {help}, said(evidence, *help));
        if (second && !first && isCensus(seen.entry->collection))
            gather("sen-second-without-first", {second}, said(evidence, *second));
        if (first && second && upper(first) == upper(second))
            gather("sen-same-need-twice", {first, second}, said(evidence, *first));
        if (help && broad && broad->raw.contains(u'_')
            && catalogue::answerOf(u"SEN_PROVISION_MAJOR", broad->raw) == catalogue::Answer::Given)
            if (const QString expected = broadOf(upper(help)); !expected.isEmpty() && upper(broad) != expected)
                gather("sen-broad-differs", {help, broad}, said(evidence, *help), said(evidence, *broad));
    }
    for (const auto& [key, same] : found) {
        const QByteArray rule = key.first.toLatin1();
        notes.add(QLatin1StringView(rule), {placesOf(same.places), same.a, same.b}, same.values);
    }
}

} // namespace insight
