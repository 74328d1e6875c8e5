// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "life.h"

#include "catalogue/cohorts.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using catalogue::AcademicYear;

namespace stories {

namespace {

constexpr int lastYear = 2024; // 2024/25 is the last that the tables hold

struct School {
    QString laestab;
    QString urn;
};
const School infant{u"0003001"_s, u"999301"_s};
const School otherPrimary{u"0003002"_s, u"999302"_s};
const School secondary{u"0005001"_s, u"999501"_s};

QString endYears(int start) { return u"%1/%2"_s.arg(start).arg(start + 1); }

// Which day the census of a term is held; any fixed day in its term does.
QDate censusDay(int start, int term)
{
    static constexpr std::array months{10, 1, 5};
    static constexpr std::array days{4, 17, 16};
    return {term == 0 ? start : start + 1, months[std::size_t(term)], days[std::size_t(term)]};
}

QString groupCode(int group) { return group == 0 ? u"R"_s : QString::number(group); }

QDate birthday(Kind kind, Chance& chance)
{
    int year = 1999 + chance.below(9);
    switch (kind) {
    case Kind::SummerBorn:
        return {year, 8, 31};
    case Kind::SeptemberBorn:
        return {year, 9, 1};
    case Kind::LeapDay:
        return {2004, 2, 29};
    case Kind::Adult1995:
        return {1995, 1 + chance.below(12), 1 + chance.below(28)};
    case Kind::Child2016:
        return {2016, 1 + chance.below(8), 1 + chance.below(28)};
    case Kind::NationalityAsked:
        year = 2003 + chance.below(6);
        break;
    default:
        break;
    }
    return {year, 1 + chance.below(12), 1 + chance.below(28)};
}

// Statements until 2013/14, plans from 2014/15: each code in its years.
QString help(const Life& life, int start, int sinceGroup, int group)
{
    if (!life.planned || group < sinceGroup)
        return u"N"_s;
    return start >= 2014 ? u"E"_s : u"S"_s;
}

void addCensus(Life& life, Kind kind, Chance& chance)
{
    life.census.name = u"census.csv"_s;
    life.census.headings = {u"AcademicYear"_s, u"CensusTerm"_s, u"CensusDate"_s, u"LAEstab"_s, u"URN"_s, u"UPN"_s,
                            u"Surname"_s, u"Forename"_s, u"DOB"_s, u"Gender"_s, u"NCyearActual"_s, u"EnrolStatus"_s,
                            u"EntryDate"_s, u"ULN_Census"_s, u"EthnicGroupMinor"_s, u"EthnicitySource"_s, u"FirstLanguage"_s,
                            u"FSMeligible"_s, u"EVERFSM_6"_s, u"SENprovision"_s, u"PrimarySENtype"_s, u"YSSA"_s,
                            u"Nationality"_s, u"PartTime"_s, u"Postcode"_s, u"MobilityInd"_s};
    static const std::array groups{u"WBRI"_s, u"MWBA"_s, u"APKN"_s, u"BCRB"_s, u"CHNE"_s};
    const QString ethnic = kind == Kind::Refused ? u"REFU"_s : groups[std::size_t(chance.below(int(groups.size())))];
    const QString language = chance.oneIn(4) ? u"OTH"_s : u"ENG"_s;
    const QString uln = learnerNumber(chance);
    const int repeated = kind == Kind::RetakenYear ? 3 + chance.below(5) : -1;
    const int moved = kind == Kind::Mover ? 2 + chance.below(3) : -1; // in the spring of this group
    const int gap = kind == Kind::HomeEducated ? 4 + chance.below(3) : -1;
    const int meals = kind == Kind::FreeMeals ? 1 + chance.below(4) : -1;
    School school = infant;
    QDate entered;
    QDate lastMeal;
    QString home = u"ZZ1 1AA"_s;
    QString lastHome; // as the spring before counted it
    int lastSpring = 0;
    int held = 0; // years behind the usual group
    for (int start = catalogue::yearOfGroup(life.person.born, 0).start; start <= lastYear; ++start) {
        const int group = catalogue::yearGroup(life.person.born, {start}) - held;
        if (group > 11)
            break;
        if (group == 7)
            school = secondary;
        if (!entered.isValid() || group == 7)
            entered = QDate(start, 9, 4);
        if (group == repeated && held == 0)
            held = 1; // the next year is this group again
        for (int term = 0; term < 3; ++term) {
            const QDate day = censusDay(start, term);
            if (group == moved && term == 1) {
                school = otherPrimary;
                entered = QDate(start + 1, 1, 8);
                home = u"ZZ2 2BB"_s;
            }
            const bool away = (gap > 0 && group >= gap && group < gap + 2) || (start == 2019 && term == 2)
                || (start < 2006 && term != 1) || start < 2002 || (kind == Kind::Independent && group >= 3 && group < 7);
            if (away) {
                if (gap > 0 && group == gap + 1)
                    entered = QDate(start + 1, 9, 3);
                if (kind == Kind::Independent && group == 6)
                    entered = QDate(start + 1, 9, 3);
                continue;
            }
            const bool free = meals > 0 && group >= meals && group < meals + 2;
            if (free)
                lastMeal = day;
            Row row{{u"AcademicYear"_s, endYears(start)}, {u"CensusTerm"_s, QStringList{u"Autumn"_s, u"Spring"_s, u"Summer"_s}[term]},
                    {u"CensusDate"_s, day.toString(Qt::ISODate)}, {u"LAEstab"_s, school.laestab}, {u"URN"_s, school.urn},
                    {u"UPN"_s, life.number}, {u"Surname"_s, life.person.name.section(u' ', -1)},
                    {u"Forename"_s, life.person.name.section(u' ', 0, 0)}, {u"DOB"_s, life.person.born.toString(Qt::ISODate)},
                    {u"Gender"_s, life.girl ? u"F"_s : u"M"_s}, {u"NCyearActual"_s, groupCode(group)}, {u"EnrolStatus"_s, u"C"_s},
                    {u"EntryDate"_s, entered.toString(Qt::ISODate)}, {u"FirstLanguage"_s, language}, {u"FSMeligible"_s, free ? u"1"_s : u"0"_s}, {u"PartTime"_s, u"0"_s}};
            const QString provision = help(life, start, 3, group);
            row[u"SENprovision"_s] = provision;
            row[u"PrimarySENtype"_s] = provision == u"N" ? QString() : u"ASD"_s;
            if (start >= 2005)
                row[u"EthnicGroupMinor"_s] = ethnic;
            if (start >= 2005 && start <= 2010 && kind != Kind::Refused)
                row[u"EthnicitySource"_s] = u"P"_s;
            if (start >= 2012)
                row[u"EVERFSM_6"_s] = lastMeal.isValid() && lastMeal > day.addYears(-6) ? u"1"_s : u"0"_s;
            if (start >= 2012 && group >= 9)
                row[u"ULN_Census"_s] = uln;
            if (start >= 2010 && group >= 7)
                row[u"YSSA"_s] = u"UNS"_s;
            if (kind == Kind::NationalityAsked && start == 2016)
                row[u"Nationality"_s] = u"GBR"_s;
            if (kind == Kind::NameInCapitals && term == 1)
                row[u"Surname"_s] = row[u"Surname"_s].toUpper();
            row[u"Postcode"_s] = home;
            if (term == 1) {
                if (lastSpring == start - 1)
                    row[u"MobilityInd"_s] = home == lastHome ? u"0"_s : u"1"_s;
                lastSpring = start;
                lastHome = home;
            }
            life.census.rows.push_back(row);
        }
    }
}

// Results of one stage, where the national tests of that year were held.
bool wasHeld(int start) { return start != 2019 && start != 2020; }

Row whoseRow(const Life& life, const QString& prefix, int start, const QString& school, const QString& sex)
{
    const QString name = life.person.name;
    return {{prefix + u"ACADYR"_s, endYears(start)}, {prefix + u"UPN"_s, life.number},
            {prefix + u"SURNAME"_s, name.section(u' ', -1).toUpper()}, {prefix + u"FORENAMES"_s, name.section(u' ', 0, 0).toUpper()},
            {prefix + u"DOB"_s, life.person.born.toString(Qt::ISODate)}, {prefix + sex, life.girl ? u"F"_s : u"M"_s},
            {prefix + u"LAESTAB"_s, school}};
}

QStringList whoseHeadings(const QString& prefix, const QString& sex)
{
    return {prefix + u"ACADYR"_s, prefix + u"UPN"_s, prefix + u"SURNAME"_s, prefix + u"FORENAMES"_s, prefix + u"DOB"_s,
            prefix + sex, prefix + u"LAESTAB"_s};
}

// The goals that the good level of development is made of.
QStringList goalsOf(int start)
{
    if (start >= 2021)
        return {u"FSP_COM_E01"_s, u"FSP_COM_E02"_s, u"FSP_PSE_E03"_s, u"FSP_PSE_E04"_s, u"FSP_PSE_E05"_s, u"FSP_PHY_E06"_s,
                u"FSP_PHY_E07"_s, u"FSP_LIT_E08"_s, u"FSP_LIT_E09"_s, u"FSP_LIT_E10"_s, u"FSP_MAT_E11"_s, u"FSP_MAT_E12"_s};
    return {u"FSP_COM_G01"_s, u"FSP_COM_G02"_s, u"FSP_COM_G03"_s, u"FSP_PHY_G04"_s, u"FSP_PHY_G05"_s, u"FSP_PSE_G06"_s,
            u"FSP_PSE_G07"_s, u"FSP_PSE_G08"_s, u"FSP_LIT_G09"_s, u"FSP_LIT_G10"_s, u"FSP_MAT_G11"_s, u"FSP_MAT_G12"_s};
}

void addResults(Life& life, Chance& chance)
{
    const auto yearOf = [&](int group) { return catalogue::yearOfGroup(life.person.born, group).start; };
    if (const int start = yearOf(0); start >= 2005 && start <= 2010) {
        Table table{u"eyfsp.csv"_s, whoseHeadings(u"FSP_"_s, u"GENDER"_s), {}};
        Row row = whoseRow(life, u"FSP_"_s, start, infant.laestab, u"GENDER"_s);
        int total = 0;
        for (const QString& part : {u"FSP_PSE_AS1"_s, u"FSP_PSE_AS2"_s, u"FSP_PSE_AS3"_s}) {
            const int points = 4 + chance.below(5);
            total += points;
            row[part] = QString::number(points);
            table.headings << part;
        }
        row[u"FSP_PSE_TOTAL"_s] = QString::number(total);
        table.headings << u"FSP_PSE_TOTAL"_s;
        table.rows.push_back(row);
        life.others.push_back(table);
    }
    if (const int start = yearOf(0); start >= 2012 && start <= 2023 && wasHeld(start)) {
        Table table{u"goals.csv"_s, whoseHeadings(u"FSP_"_s, u"GENDER"_s), {}};
        Row row = whoseRow(life, u"FSP_"_s, start, infant.laestab, u"GENDER"_s);
        bool good = true;
        for (const QString& goal : goalsOf(start)) {
            const int grade = chance.oneIn(8) ? 1 : 2;
            good = good && grade == 2;
            row[goal] = QString::number(grade);
            table.headings << goal;
        }
        row[u"FSP_GLD"_s] = good ? u"1"_s : u"0"_s;
        table.headings << u"FSP_GLD"_s;
        table.rows.push_back(row);
        life.others.push_back(table);
    }
    if (const int start = yearOf(1); start >= 2011 && start <= 2023 && wasHeld(start)) {
        Table table{u"phonics.csv"_s, whoseHeadings(u"Phonics_"_s, u"SEX"_s), {}};
        Row row = whoseRow(life, u"Phonics_"_s, start, infant.laestab, u"SEX"_s);
        const int mark = 20 + chance.below(21);
        row[u"Phonics_PHONICS_MARK"_s] = QString::number(mark);
        row[u"Phonics_PHONICS_OUTCOME"_s] = mark >= 32 ? u"Wa"_s : u"Wt"_s;
        table.headings << u"Phonics_PHONICS_MARK"_s << u"Phonics_PHONICS_OUTCOME"_s;
        table.rows.push_back(row);
        life.others.push_back(table);
    }
    if (const int start = yearOf(2); start >= 2002 && start <= 2014) {
        static const std::array levels{u"2C"_s, u"2B"_s, u"2A"_s, u"3"_s};
        Table table{u"ks1.csv"_s, whoseHeadings(u"KS1_"_s, u"GENDER"_s), {}};
        Row row = whoseRow(life, u"KS1_"_s, start, infant.laestab, u"GENDER"_s);
        for (const QString& subject : {u"KS1_READING"_s, u"KS1_WRITING"_s, u"KS1_MATHS"_s}) {
            row[subject] = levels[std::size_t(chance.below(int(levels.size())))];
            table.headings << subject;
        }
        table.rows.push_back(row);
        life.others.push_back(table);
    }
    if (const int start = yearOf(6); start >= 2004 && start <= 2023 && wasHeld(start)) {
        Table table{u"ks2.csv"_s, whoseHeadings(u"KS2_"_s, u"GENDER"_s), {}};
        Row row = whoseRow(life, u"KS2_"_s, start, infant.laestab, u"GENDER"_s);
        const bool scaled = start >= 2015;
        for (const QString& subject : {u"READ"_s, u"MAT"_s}) {
            const QString heading = u"KS2_"_s + subject + (scaled ? u"SCORE"_s : u"LEV"_s);
            row[heading] = scaled ? QString::number(92 + chance.below(25)) : QString::number(3 + chance.below(3));
            table.headings << heading;
        }
        if (start >= 2006 && start <= 2012) {
            row[u"KS2_MOB1"_s] = u"0"_s; // nobody here moves in Year 6
            table.headings << u"KS2_MOB1"_s;
        }
        table.rows.push_back(row);
        life.others.push_back(table);
    }
}

void addAbsence(Life& life, Chance& chance)
{
    const int start = catalogue::yearOfGroup(life.person.born, 8).start;
    if (start < 2006 || start > 2018)
        return;
    const QString suffix = u"_ab%1"_s.arg((start + 1) % 100, 2, 10, QChar(u'0'));
    Table table{u"absence.csv"_s, {u"UPN"_s, u"Surname"_s, u"Forename"_s, u"DOB"_s}, {}};
    Row row{{u"UPN"_s, life.number}, {u"Surname"_s, life.person.name.section(u' ', -1)},
            {u"Forename"_s, life.person.name.section(u' ', 0, 0)}, {u"DOB"_s, life.person.born.toString(Qt::ISODate)}};
    const auto put = [&](const QString& name, const QString& raw) {
        const QString heading = name + suffix;
        table.headings << heading;
        row[heading] = raw;
    };
    put(u"AcademicYear"_s, endYears(start));
    put(u"LAEstab"_s, secondary.laestab);
    for (const QString& term : {u"Autumn"_s, u"Spring"_s, u"Summer"_s}) {
        const int with = chance.below(9);
        const int without = chance.below(3);
        put(u"SessionsPossible_"_s + term, QString::number(110 + chance.below(30)));
        put(u"AuthorisedAbsence_"_s + term, QString::number(with));
        put(u"UnauthorisedAbsence_"_s + term, QString::number(without));
        put(u"OverallAbsence_"_s + term, QString::number(with + without));
        for (const QChar letter : start <= 2013 ? u"IMRSTHFECGUON"_s : u"IMRSTHECGUON"_s) {
            const int count = letter == u'I' ? with - std::min(with, 2) : letter == u'M' ? std::min(with, 2) : letter == u'O' ? without : 0;
            put(u"TermlyReason%1_%2"_s.arg(letter).arg(term), QString::number(count));
        }
    }
    table.rows.push_back(row);
    life.others.push_back(table);
}

} // namespace

QByteArray Table::csv() const
{
    QByteArray bytes = headings.join(u',').toUtf8() + '\n';
    for (const Row& row : rows) {
        QStringList cells;
        for (const QString& heading : headings)
            cells << row.value(heading);
        bytes += cells.join(u',').toUtf8() + '\n';
    }
    return bytes;
}

QByteArray Life::transferXml() const
{
    const QString care = inCare ? u"<LookedAfter><InCare>1</InCare></LookedAfter>"_s : QString();
    const QString xml = u"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CTfile><Header><DocumentName>Common Transfer File</DocumentName>"
                        "<CTFversion>12.0</CTFversion><DateTime>%1-07-17T10:42:09</DateTime>"
                        "<DocumentQualifier>full</DocumentQualifier><SupplierID>Invented</SupplierID>"
                        "<SourceSchool><LEA>000</LEA><Estab>3001</Estab><URN>999301</URN><AcademicYear>%2</AcademicYear></SourceSchool>"
                        "</Header><CTFpupilData><Pupil><UPN>%3</UPN><Surname>%4</Surname><Forename>%5</Forename><DOB>%6</DOB>"
                        "<Gender>%7</Gender><BasicDetails><NCyearActual>6</NCyearActual>%8</BasicDetails></Pupil>"
                        "</CTFpupilData></CTfile>\n"_s;
    const int start = catalogue::yearOfGroup(person.born, 6).start;
    return xml.arg(start + 1).arg(start).arg(number, person.name.section(u' ', -1), person.name.section(u' ', 0, 0),
                                             person.born.toString(Qt::ISODate), girl ? u"F"_s : u"M"_s, care).toUtf8();
}

Table* Life::table(const QString& name)
{
    const auto found = std::find_if(others.begin(), others.end(), [&](const Table& one) { return one.name == name; });
    return found == others.end() ? nullptr : &*found;
}

QString kindName(Kind kind)
{
    static const std::array names{u"plain"_s, u"mover"_s, u"care leaver"_s, u"retaken year"_s, u"plan"_s, u"home educated"_s,
                                  u"summer born"_s, u"September born"_s, u"leap day"_s, u"adult of 1995"_s, u"child of 2016"_s,
                                  u"free meals"_s, u"nationality asked"_s, u"refused"_s, u"name in capitals"_s, u"independent years"_s};
    return names[std::size_t(kind)];
}

QString pupilNumber(Chance& chance, int year)
{
    static const QString letters = u"ABCDEFGHJKLMNPQRTUVWXYZ"_s;
    const QString digits = u"0003001%1%2"_s.arg(year % 100, 2, 10, QChar(u'0')).arg(chance.below(1000), 3, 10, QChar(u'0'));
    int sum = 0;
    for (int at = 0; at < int(digits.size()); ++at)
        sum += digits[at].digitValue() * (at + 2);
    const QString number = letters[sum % int(letters.size())] + digits;
    return number;
}

QString learnerNumber(Chance& chance)
{
    while (true) {
        const QString digits = QString::number(100000000 + chance.below(800000000));
        int sum = 0;
        for (int at = 0; at < 9; ++at)
            sum += digits[at].digitValue() * (10 - at);
        if (sum % 11 == 0)
            continue; // no such number can be
        const QString number = digits + QString::number(10 - sum % 11);
        return number;
    }
}

Life makeLife(Kind kind, Chance& chance)
{
    static const std::array girls{u"Mina"_s, u"Ada"_s, u"Noor"_s, u"Grace"_s};
    static const std::array boys{u"Omar"_s, u"Tomasz"_s, u"Kofi"_s, u"Alfie"_s};
    static const std::array surnames{u"Example"_s, u"Invented"_s, u"Sample"_s, u"Fixture"_s};
    Life life;
    life.girl = chance.oneIn(2);
    const QString forename = (life.girl ? girls : boys)[std::size_t(chance.below(4))];
    const QString surname = surnames[std::size_t(chance.below(4))];
    life.person.born = birthday(kind, chance);
    life.person.name = forename + u' ' + surname;
    life.number = pupilNumber(chance, catalogue::yearOfGroup(life.person.born, 0).start + 1);
    life.person.upn = life.number;
    life.planned = kind == Kind::Plan;
    life.inCare = kind == Kind::CareLeaver;
    life.transferFile = life.inCare || chance.oneIn(3);
    // Written at the end of Year 6, which not every life has or has at the usual time.
    if (catalogue::yearOfGroup(life.person.born, 6).start > lastYear || kind == Kind::RetakenYear)
        life.transferFile = false;
    addCensus(life, kind, chance);
    addResults(life, chance);
    addAbsence(life, chance);
    return life;
}

} // namespace stories
