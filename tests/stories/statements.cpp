// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statements.h"

#include "catalogue/cohorts.h"

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace stories {

namespace {

constexpr int firstCensus = 2001;   // 2001/02
constexpr int firstPhonics = 2011;  // 2011/12
constexpr int lastKeyStage1 = 2022; // 2022/23
constexpr int handedOn = 2023;      // the last year whose results everybody has by the day of the tests

// A stage of school with its collection, and the file that tells it.
struct Stage {
    QString collection;
    QString file;
    int group;
    int first;
    int last;
    int marks; // results on its lane
};

const std::vector<Stage>& stages()
{
    static const std::vector<Stage> all{{u"EYFSP"_s, u"eyfsp.csv"_s, 0, 2002, handedOn, 3},
                                        {u"PHON"_s, u"phonics.csv"_s, 1, firstPhonics, handedOn, 1},
                                        {u"KS1"_s, u"ks1.csv"_s, 2, 1997, lastKeyStage1, 3},
                                        {u"KS2"_s, u"ks2.csv"_s, 6, 1995, handedOn, 2}};
    return all;
}

bool has(const Life& life, const QString& file)
{
    return std::any_of(life.others.begin(), life.others.end(), [&](const Table& one) { return one.name == file; });
}

int startOf(const Row& row) { return row.value(u"AcademicYear"_s).section(u'/', 0, 0).toInt(); }

int termOf(const Row& row)
{
    return int(QStringList{u"Autumn"_s, u"Spring"_s, u"Summer"_s}.indexOf(row.value(u"CensusTerm"_s)));
}

void sayCensus(const Life& life, Statements& told)
{
    std::map<int, std::set<int>> held;
    for (const Row& row : life.census.rows)
        held[startOf(row)].insert(termOf(row));
    for (int start = held.begin()->first; start <= held.rbegin()->first; ++start) {
        const auto terms = held.find(start);
        told.covers.push_back({u"SC"_s, start, -1, terms == held.end() ? u"expected_absent"_s : u"held"_s});
        if (terms != held.end())
            for (const int term : terms->second)
                told.covers.push_back({u"SC"_s, start, term, u"held"_s});
    }
    if (held.contains(2019))
        told.covers.push_back({u"SC"_s, 2019, 2, u"cancelled"_s});
    if (const int before = held.begin()->first - 1; before < firstCensus)
        told.covers.push_back({u"SC"_s, before, -1, u"not_collected"_s});
}

// Who repeats a year is told the stages by the year groups of the census, which the life does not keep.
void sayStages(const Life& life, Kind kind, Statements& told)
{
    for (const Stage& stage : stages()) {
        const int start = catalogue::yearOfGroup(life.person.born, stage.group).start;
        const bool here = has(life, stage.file);
        told.marks[u"results."_s + stage.collection] = here ? stage.marks : 0;
        if (here)
            told.covers.push_back({stage.collection, start, -1, u"held"_s});
        else if (kind == Kind::RetakenYear)
            continue;
        else if (start < stage.first)
            told.covers.push_back({stage.collection, start, -1, u"not_collected"_s});
        else if (start == 2019 || start == 2020)
            told.covers.push_back({stage.collection, start, -1, u"cancelled"_s});
        else if (start <= stage.last)
            told.covers.push_back({stage.collection, start, -1, u"expected_absent"_s});
    }
    // No story holds GCSEs; in 2020 and 2021 there were grades all the same.
    const int exams = catalogue::yearOfGroup(life.person.born, 11).start;
    if (kind != Kind::RetakenYear && exams <= handedOn)
        told.covers.push_back({u"KS4"_s, exams, -1, u"expected_absent"_s});
    told.covers.push_back({u"KS2"_s, catalogue::yearOfGroup(life.person.born, 2).start, -1, u"not_expected"_s});
}

// Stretches of one value: a school year without any census is a break, a term without one is not.
int stretches(const Life& life, const QString& heading)
{
    int count = 0;
    int lastStart = 0;
    QString last;
    for (const Row& row : life.census.rows) {
        const QString raw = row.value(heading);
        if (raw.isEmpty())
            continue;
        if (raw != last || startOf(row) > lastStart + 1)
            ++count;
        last = raw;
        lastStart = startOf(row);
    }
    return count;
}

} // namespace

Statements statementsOf(const Life& life, Kind kind)
{
    Statements told;
    if (!life.census.rows.empty())
        sayCensus(life, told);
    sayStages(life, kind, told);
    for (const Table& table : life.others)
        if (table.name == "absence.csv"_L1)
            told.covers.push_back({u"ABS"_s, catalogue::yearOfGroup(life.person.born, 8).start, -1, u"held"_s});
    told.marks[u"attendance.missed"_s] = has(life, u"absence.csv"_s) ? 1 : 0;
    told.marks[u"attendance.exclusions"_s] = 0;
    told.marks[u"SC.FirstLanguage"_s] = stretches(life, u"FirstLanguage"_s);
    told.marks[u"SC.SENprovision"_s] = stretches(life, u"SENprovision"_s);
    told.marks[u"SC.FSMeligible"_s] = stretches(life, u"FSMeligible"_s);
    return told;
}

} // namespace stories
