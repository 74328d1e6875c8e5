// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/other_readings.h"

#include "catalogue/collections.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace requests {

namespace {

constexpr int spelledOut = 12; // higher numbers stand in figures

Runs number(Sentences& say, int n)
{
    return n <= spelledOut ? say.say(QString(u"number."_s + QString::number(n))) : words(QString::number(n));
}

QString oneOrMany(const QString& key, int n)
{
    return QString(key + (n == 1 ? u".one"_s : u".many"_s));
}

// What the readings are readings of: "spring censuses" where they all are, else what sent them in.
Runs kind(Sentences& say, const record::SaidElsewhere& said, int all)
{
    if (said.collection != "SC"_L1)
        return say.say(oneOrMany(u"elsewhere.kind.other"_s, all),
                       {{u"collection"_s, words(catalogue::collectionName(said.collection))}});
    const QString term = catalogue::termWord(said.term);
    const QString key = term.isEmpty() ? u"elsewhere.kind.census"_s : QString(u"elsewhere.kind.census."_s + term);
    return say.say(oneOrMany(key, all));
}

Runs sentence(Sentences& say, const record::SaidElsewhere& said)
{
    const int all = std::accumulate(said.readings.begin(), said.readings.end(), 0,
                                    [](int sum, const record::SaidElsewhere::Reading& one) { return sum + one.count; });
    const Runs what = kind(say, said, all);
    if (said.readings.size() == 1)
        return say.say(oneOrMany(u"elsewhere.agree"_s, all),
                       {{u"kind"_s, what}, {u"number"_s, number(say, all)}, {u"value"_s, words(said.readings.front().words)}});
    std::vector<Runs> parts;
    parts.reserve(said.readings.size());
    for (const record::SaidElsewhere::Reading& one : said.readings)
        parts.push_back(say.say(oneOrMany(u"elsewhere.part"_s, one.count),
                                {{u"number"_s, number(say, one.count)}, {u"value"_s, words(one.words)}}));
    return say.say(u"elsewhere.differ"_s, {{u"kind"_s, what}, {u"number"_s, number(say, all)}, {u"parts"_s, say.list(parts)}});
}

Runs sentence(Sentences& say, const record::SourceGiven& source)
{
    std::vector<Runs> years;
    for (const QString& year : source.years)
        years.push_back(words(year));
    const Fill fill{{u"years"_s, say.list(years)}, {u"code"_s, words(source.code)}, {u"meaning"_s, words(source.meaning)}};
    return source.meaning.isEmpty() ? say.say(u"source.code"_s, fill) : say.say(u"source.known"_s, fill);
}

} // namespace

Runs otherReadings(Sentences& say, const std::vector<record::SaidElsewhere>& others, const std::vector<record::SourceGiven>& sources)
{
    Runs all;
    const auto add = [&all](const Runs& runs) {
        if (!all.empty())
            all.push_back(Run{u" "_s});
        all.insert(all.end(), runs.begin(), runs.end());
    };
    for (const record::SaidElsewhere& one : others)
        add(sentence(say, one));
    for (const record::SourceGiven& one : sources)
        add(sentence(say, one));
    return joined(all);
}

} // namespace requests
