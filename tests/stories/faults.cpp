// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults.h"

#include <QDate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stories {

namespace {

int yearOf(const Row& row) { return row.value(u"AcademicYear"_s).left(4).toInt(); }

// A row of the census somewhere in the middle that fits; null where there is none.
template <typename Fits>
Row* rowWhere(Life& life, Chance& chance, const Fits& fits)
{
    std::vector<Row*> rows;
    for (std::size_t at = 1; at + 1 < life.census.rows.size(); ++at)
        if (fits(life.census.rows[at], at))
            rows.push_back(&life.census.rows[at]);
    return rows.empty() ? nullptr : rows[std::size_t(chance.below(int(rows.size())))];
}

Row* anyRow(Life& life, Chance& chance)
{
    return rowWhere(life, chance, [](const Row&, std::size_t) { return true; });
}

bool put(Row* row, const QString& heading, const QString& raw)
{
    if (!row || row->value(heading) == raw)
        return false;
    row->insert(heading, raw);
    return true;
}

bool putAny(Life& life, Chance& chance, const QString& heading, const QString& raw)
{
    return put(anyRow(life, chance), heading, raw);
}

bool putFrom(Life& life, Chance& chance, int from, int to, const QString& heading, const QString& raw)
{
    return put(rowWhere(life, chance, [&](const Row& row, std::size_t) { return yearOf(row) >= from && yearOf(row) <= to; }), heading, raw);
}

// A row of the census in a file of its own.
bool addCopy(Life& life, Chance& chance, const QString& name, const std::vector<std::pair<QString, QString>>& changes)
{
    const Row* row = anyRow(life, chance);
    if (!row)
        return false;
    Table copy{name, life.census.headings, {*row}};
    for (const auto& [heading, raw] : changes)
        copy.rows.front().insert(heading, raw);
    life.others.push_back(copy);
    return true;
}

// A row that says another number is another pupil's to the readers: it comes as this child's only in a file of its own.
bool moveRow(Life& life, Chance& chance, const QString& name, const QString& heading, const QString& raw)
{
    Row* row = anyRow(life, chance);
    if (!row)
        return false;
    Table apart{name, life.census.headings, {*row}};
    apart.rows.front().insert(heading, raw);
    life.census.rows.erase(life.census.rows.begin() + (row - life.census.rows.data()));
    life.others.push_back(apart);
    return true;
}

bool putIn(Life& life, const QString& table, const QString& headingBegins, const std::function<QString(const QString&)>& other)
{
    Table* found = life.table(table);
    if (!found)
        return false;
    for (const QString& heading : found->headings)
        if (heading.startsWith(headingBegins)) {
            QString& raw = found->rows.front()[heading];
            raw = other(raw);
            return true;
        }
    return false;
}

QString plus(const QString& raw, int more) { return QString::number(raw.toInt() + more); }

bool addExclusions(Life& life, Chance& chance, int sessions)
{
    const Row* row = rowWhere(life, chance, [](const Row& one, std::size_t) {
        return yearOf(one) >= 2006 && one.value(u"NCyearActual"_s).toInt() >= 5 && one.value(u"CensusTerm"_s) == u"Autumn";
    });
    if (!row)
        return false;
    const int start = yearOf(*row);
    const QString suffix = u"_ex%1"_s.arg((start + 1) % 100, 2, 10, QChar(u'0'));
    Table table{u"exclusions.csv"_s, {}, {}};
    Row cells;
    const auto cell = [&](const QString& name, const QString& raw) {
        table.headings << name;
        cells.insert(name, raw);
    };
    cell(u"AcademicYear"_s + suffix, row->value(u"AcademicYear"_s));
    cell(u"UPN"_s, life.number);
    cell(u"DOB"_s, row->value(u"DOB"_s));
    cell(u"LAEstab"_s + suffix, row->value(u"LAEstab"_s));
    cell(u"Term"_s + suffix, u"Autumn"_s);
    cell(u"Category"_s + suffix, u"FIXD"_s);
    cell(u"StartDate"_s + suffix, QDate(start, 11, 18).toString(Qt::ISODate));
    cell(u"Sessions"_s + suffix, QString::number(sessions));
    cell(u"Reason"_s + suffix, u"DB"_s);
    table.rows.push_back(cells);
    life.others.push_back(table);
    return true;
}

bool refuseFirst(Life& life, Chance&)
{
    const auto first = std::find_if(life.census.rows.begin(), life.census.rows.end(),
                                    [](const Row& row) { return !row.value(u"EthnicGroupMinor"_s).isEmpty(); });
    if (life.census.rows.end() - first < 4 || first->value(u"EthnicGroupMinor"_s) == u"REFU")
        return false;
    first->insert(u"EthnicGroupMinor"_s, u"REFU"_s);
    for (Row& row : life.census.rows)
        row.remove(u"EthnicitySource"_s);
    return true;
}

bool springGroup(Life& life, Chance& chance)
{
    Row* row = rowWhere(life, chance, [&](const Row& one, std::size_t at) {
        return one.value(u"CensusTerm"_s) == u"Spring" && one.value(u"NCyearActual"_s).toInt() > 0
            && life.census.rows[at - 1].value(u"AcademicYear"_s) == one.value(u"AcademicYear"_s)
            && life.census.rows[at + 1].value(u"AcademicYear"_s) == one.value(u"AcademicYear"_s);
    });
    return row && put(row, u"NCyearActual"_s, plus(row->value(u"NCyearActual"_s), 1));
}

bool planGap(Life& life, Chance& chance)
{
    Row* row = rowWhere(life, chance, [&](const Row& one, std::size_t at) {
        return one.value(u"SENprovision"_s) != u"N" && life.census.rows[at - 1].value(u"SENprovision"_s) != u"N"
            && life.census.rows[at + 1].value(u"SENprovision"_s) != u"N";
    });
    if (!row)
        return false;
    row->insert(u"PrimarySENtype"_s, QString());
    return put(row, u"SENprovision"_s, u"N"_s);
}

bool forgottenMeals(Life& life, Chance& chance)
{
    Row* row = rowWhere(life, chance, [&](const Row& one, std::size_t at) {
        return yearOf(one) >= 2012 && at + 2 < life.census.rows.size() && one.value(u"FSMeligible"_s) == u"0"
            && life.census.rows[at + 1].value(u"EVERFSM_6"_s) == u"0" && yearOf(life.census.rows[at + 1]) - yearOf(one) < 3;
    });
    return put(row, u"FSMeligible"_s, u"1"_s);
}

bool otherGroup(Life& life, Chance& chance)
{
    const auto answered = [](const Row& row) {
        return !row.value(u"EthnicGroupMinor"_s).isEmpty() && row.value(u"EthnicGroupMinor"_s) != u"REFU";
    };
    Row* row = rowWhere(life, chance, [&](const Row& one, std::size_t at) {
        return answered(one) && answered(life.census.rows[at - 1]) && answered(life.census.rows[at + 1]);
    });
    if (!row || std::count_if(life.census.rows.begin(), life.census.rows.end(), answered) < 5)
        return false;
    return put(row, u"EthnicGroupMinor"_s, row->value(u"EthnicGroupMinor"_s) == u"WBRI" ? u"MWBA"_s : u"WBRI"_s);
}

// Only where the count of that spring has the school of the tests, joined long before.
bool joinedLate(Life& life, Chance&)
{
    const Table* tests = life.table(u"ks2.csv"_s);
    if (!tests || !tests->headings.contains(u"KS2_MOB1"_s))
        return false;
    const Row& result = tests->rows.front();
    const int start = result.value(u"KS2_ACADYR"_s).left(4).toInt();
    for (const Row& row : life.census.rows)
        if (yearOf(row) == start && row.value(u"CensusTerm"_s) == u"Spring" && row.value(u"LAEstab"_s) == result.value(u"KS2_LAESTAB"_s)
            && QDate::fromString(row.value(u"EntryDate"_s), Qt::ISODate) < QDate(start, 7, 1))
            return putIn(life, u"ks2.csv"_s, u"KS2_MOB1"_s, [](const QString&) { return u"1"_s; });
    return false;
}

} // namespace

const std::vector<Fault>& faults()
{
    static const std::vector<Fault> all{
        {"wrong check letter", {u"upn-check-letter"_s}, {},
         [](Life& life, Chance& chance) { return moveRow(life, chance, u"number.csv"_s, u"UPN"_s, (life.number.startsWith(u'A') ? u"B"_s : u"A"_s) + life.number.mid(1)); }},
        {"second number", {u"upn-several"_s}, {}, [](Life& life, Chance& chance) { return moveRow(life, chance, u"number.csv"_s, u"UPN"_s, pupilNumber(chance, life.person.born.year() + 5)); }},
        {"wrong learner number", {u"uln-check-digit"_s}, {u"uln-several"_s}, [](Life& life, Chance& chance) { return putFrom(life, chance, 2013, 2030, u"ULN_Census"_s, u"1000000018"_s); }},
        {"placeholder", {u"uln-placeholder"_s}, {}, [](Life& life, Chance& chance) { return putFrom(life, chance, 2013, 2030, u"ULN_Census"_s, u"9999999999"_s); }},
        {"ethnic group there and back", {u"ethnicity-flip"_s}, {}, otherGroup},
        {"filled in after a refusal", {u"ethnicity-after-refusal"_s}, {}, refuseFirst},
        {"school as source", {u"ethnicity-ascribed"_s}, {}, [](Life& life, Chance& chance) {
             Row* row = rowWhere(life, chance, [](const Row& one, std::size_t) { return one.value(u"EthnicitySource"_s) == u"P"; });
             return put(row, u"EthnicitySource"_s, u"S"_s);
         }},
        {"no reply", {u"yssa-no-reply"_s}, {}, [](Life& life, Chance& chance) { return putFrom(life, chance, 2010, 2030, u"YSSA"_s, u"SNR"_s); }},
        {"nationality too late", {u"nationality-outside-years"_s}, {}, [](Life& life, Chance& chance) { return putFrom(life, chance, 2018, 2030, u"Nationality"_s, u"GBR"_s); }},
        {"nationality too early", {u"nationality-outside-years"_s}, {}, [](Life& life, Chance& chance) { return putFrom(life, chance, 2002, 2015, u"Nationality"_s, u"GBR"_s); }},
        {"sex", {u"sex-changed"_s}, {}, [](Life& life, Chance& chance) { return putAny(life, chance, u"Gender"_s, life.girl ? u"M"_s : u"F"_s); }},
        {"surname", {u"surname-differs"_s}, {}, [](Life& life, Chance& chance) { return putAny(life, chance, u"Surname"_s, u"Otherwise"_s); }},
        {"language", {u"language-changed"_s}, {}, [](Life& life, Chance& chance) {
             return putAny(life, chance, u"FirstLanguage"_s, life.census.rows.front().value(u"FirstLanguage"_s) == u"ENG" ? u"OTH"_s : u"ENG"_s);
         }},
        {"year group for one term", {u"year-group-in-year"_s}, {u"year-group-far"_s}, springGroup},
        {"joined later", {u"joined-after-count"_s}, {}, [](Life& life, Chance& chance) {
             Row* row = anyRow(life, chance);
             return row && put(row, u"EntryDate"_s, QDate::fromString(row->value(u"CensusDate"_s), Qt::ISODate).addDays(40).toString(Qt::ISODate));
         }},
        {"joined before birth", {u"date-before-birth"_s}, {u"joining-dates-differ"_s}, [](Life& life, Chance& chance) {
             return putAny(life, chance, u"EntryDate"_s, life.person.born.addYears(-3).toString(Qt::ISODate));
         }},
        {"a day that cannot be", {u"date-unreadable"_s}, {}, [](Life& life, Chance& chance) { return putAny(life, chance, u"EntryDate"_s, u"31/02/2010"_s); }},
        {"code that nobody knows", {u"code-unknown"_s}, {}, [](Life& life, Chance& chance) { return putAny(life, chance, u"SENprovision"_s, u"7"_s); }},
        {"code too late", {u"code-other-years"_s}, {u"sen-plan-gap"_s}, [](Life& life, Chance& chance) { return putFrom(life, chance, 2016, 2030, u"SENprovision"_s, u"A"_s); }},
        {"source after its years", {u"field-outside-years"_s}, {}, [](Life& life, Chance& chance) { return putFrom(life, chance, 2012, 2030, u"EthnicitySource"_s, u"P"_s); }},
        {"need without help", {u"sen-type-without-help"_s}, {}, [](Life& life, Chance& chance) {
             Row* row = rowWhere(life, chance, [](const Row& one, std::size_t) { return one.value(u"SENprovision"_s) == u"N"; });
             return put(row, u"PrimarySENtype"_s, u"SLCN"_s);
         }},
        {"plan left out", {u"sen-plan-gap"_s}, {}, planGap},
        {"meals forgotten", {u"ever6-missing"_s}, {}, forgottenMeals},
        {"absence sum", {u"absence-sum"_s}, {}, [](Life& life, Chance&) { return putIn(life, u"absence.csv"_s, u"OverallAbsence_Spring"_s, [](const QString& raw) { return plus(raw, 1); }); }},
        {"a reason counted twice", {u"absence-reasons"_s}, {}, [](Life& life, Chance&) { return putIn(life, u"absence.csv"_s, u"TermlyReasonI_Spring"_s, [](const QString& raw) { return plus(raw, 3); }); }},
        {"a reason left out", {u"absence-reasons"_s}, {}, [](Life& life, Chance&) {
             return putIn(life, u"absence.csv"_s, u"AuthorisedAbsence_Autumn"_s, [](const QString&) { return u"8"_s; })
                 && putIn(life, u"absence.csv"_s, u"OverallAbsence_Autumn"_s, [](const QString&) { return u"8"_s; })
                 && putIn(life, u"absence.csv"_s, u"UnauthorisedAbsence_Autumn"_s, [](const QString&) { return u"0"_s; })
                 && putIn(life, u"absence.csv"_s, u"TermlyReasonO_Autumn"_s, [](const QString&) { return u"0"_s; })
                 && putIn(life, u"absence.csv"_s, u"TermlyReasonI_Autumn"_s, [](const QString&) { return u"4"_s; });
         }},
        {"too much absence", {u"absence-over-possible"_s}, {}, [](Life& life, Chance&) {
             return putIn(life, u"absence.csv"_s, u"SessionsPossible_Summer"_s, [](const QString&) { return u"0"_s; })
                 && putIn(life, u"absence.csv"_s, u"AuthorisedAbsence_Summer"_s, [](const QString&) { return u"5"_s; })
                 && putIn(life, u"absence.csv"_s, u"UnauthorisedAbsence_Summer"_s, [](const QString&) { return u"0"_s; })
                 && putIn(life, u"absence.csv"_s, u"OverallAbsence_Summer"_s, [](const QString&) { return u"5"_s; })
                 && putIn(life, u"absence.csv"_s, u"TermlyReasonI_Summer"_s, [](const QString&) { return u"3"_s; })
                 && putIn(life, u"absence.csv"_s, u"TermlyReasonM_Summer"_s, [](const QString&) { return u"2"_s; })
                 && putIn(life, u"absence.csv"_s, u"TermlyReasonO_Summer"_s, [](const QString&) { return u"0"_s; });
         }},
        {"profile total", {u"result-total"_s}, {}, [](Life& life, Chance&) { return putIn(life, u"eyfsp.csv"_s, u"FSP_PSE_TOTAL"_s, [](const QString& raw) { return plus(raw, -1); }); }},
        {"good level in spite of a gap", {u"good-level-with-gap"_s}, {}, [](Life& life, Chance&) {
             return putIn(life, u"goals.csv"_s, u"FSP_GLD"_s, [](const QString&) { return u"1"_s; })
                 && putIn(life, u"goals.csv"_s, u"FSP_LIT_"_s, [](const QString&) { return u"1"_s; });
         }},
        {"good level left out", {u"good-level-missing"_s}, {}, [](Life& life, Chance&) {
             Table* table = life.table(u"goals.csv"_s);
             if (!table)
                 return false;
             for (const QString& heading : table->headings)
                 if (heading.back().isDigit()) // a goal
                     table->rows.front()[heading] = u"2"_s;
             return putIn(life, u"goals.csv"_s, u"FSP_GLD"_s, [](const QString&) { return u"0"_s; });
         }},
        {"home said to have changed", {u"moved-flag-differs"_s}, {}, [](Life& life, Chance& chance) {
             return put(rowWhere(life, chance, [](const Row& row, std::size_t) { return row.value(u"MobilityInd"_s) == u"0"; }), u"MobilityInd"_s, u"1"_s);
         }},
        {"said to have joined late", {u"joined-flag-differs"_s}, {}, joinedLate},
        {"mark beyond the scale", {u"result-outside-scale"_s}, {u"result-outcome"_s}, [](Life& life, Chance&) { return putIn(life, u"phonics.csv"_s, u"Phonics_PHONICS_MARK"_s, [](const QString&) { return u"47"_s; }); }},
        {"outcome turned round", {u"result-outcome"_s}, {}, [](Life& life, Chance&) {
             return putIn(life, u"phonics.csv"_s, u"Phonics_PHONICS_OUTCOME"_s, [](const QString& raw) { return raw == u"Wa" ? u"Wt"_s : u"Wa"_s; });
         }},
        {"results too early", {u"result-stage-early"_s}, {u"code-other-years"_s, u"code-unknown"_s, u"result-outside-scale"_s}, [](Life& life, Chance&) {
             const Table* table = life.table(u"ks2.csv"_s);
             const int start = table ? table->rows.front().value(u"KS2_ACADYR"_s).left(4).toInt() - 4 : 0;
             return start >= 2002 && start != 2011 && start != 2012 && start != 2013 && start != 2014
                 && putIn(life, u"ks2.csv"_s, u"KS2_ACADYR"_s, [start](const QString&) { return u"%1/%2"_s.arg(start).arg(start + 1); });
         }},
        {"birth date in the results", {u"birth-date-differs"_s}, {}, [](Life& life, Chance&) {
             return putIn(life, u"ks2.csv"_s, u"KS2_DOB"_s, [&](const QString&) { return life.person.born.addYears(1).addDays(3).toString(Qt::ISODate); });
         }},
        {"another child", {u"other-child-entry"_s}, {}, [](Life& life, Chance& chance) {
             return addCopy(life, chance, u"other.csv"_s, {{u"UPN"_s, pupilNumber(chance, life.person.born.year() + 5)}, {u"DOB"_s, life.person.born.addDays(500).toString(Qt::ISODate)},
                                                           {u"Forename"_s, u"Quentin"_s}, {u"LAEstab"_s, u"0009001"_s}});
         }},
        {"a twin", {u"twin-mix-up"_s}, {}, [](Life& life, Chance& chance) {
             return addCopy(life, chance, u"twin.csv"_s, {{u"UPN"_s, pupilNumber(chance, life.person.born.year() + 5)}, {u"Forename"_s, u"Quentin"_s}});
         }},
        {"changed between two copies", {u"editions-differ"_s}, {}, [](Life& life, Chance& chance) { return addCopy(life, chance, u"later.csv"_s, {{u"PartTime"_s, u"1"_s}}); }},
        {"two schools in one count", {u"two-entries-one-term"_s}, {}, [](Life& life, Chance& chance) { return addCopy(life, chance, u"second.csv"_s, {{u"LAEstab"_s, u"0009001"_s}, {u"URN"_s, u"999901"_s}}); }},
        {"exclusion too long", {u"exclusion-too-long"_s}, {u"exclusion-absence"_s}, [](Life& life, Chance& chance) { return addExclusions(life, chance, 96); }},
        // Where the absence table of that year is there, it counts no exclusion.
        {"an ordinary exclusion", {}, {u"exclusion-absence"_s}, [](Life& life, Chance& chance) { return addExclusions(life, chance, 4); }},
    };
    return all;
}

} // namespace stories
