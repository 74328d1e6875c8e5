// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources.h"

#include <QFile>

#include <array>

namespace bench {

namespace {

QByteArray pupil(const QByteArray& upn, const QByteArray& surname, const QByteArray& forename, const QByteArray& born)
{
    return "<PupilOnRoll><PupilIdentifiers><UPN>" + upn + "</UPN><Surname>" + surname + "</Surname><Forename>" +
           forename + "</Forename><DOB>" + born + "</DOB><Gender>F</Gender></PupilIdentifiers>"
           "<PupilCharacteristics><Ethnicity>WBRI</Ethnicity><Language>ENG</Language><FSMeligible>0</FSMeligible>"
           "<ServiceChild>N</ServiceChild></PupilCharacteristics><PupilStatus><EnrolStatus>C</EnrolStatus>"
           "<EntryDate>2008-09-01</EntryDate><NCyearActual>4</NCyearActual></PupilStatus>"
           "<SpecialEducationalNeeds><SENprovision>N</SENprovision></SpecialEducationalNeeds>"
           "<Attendance><TermlyAttendance><SessionsPossible>120</SessionsPossible><SessionDetails>"
           "<SessionDetail><AttendanceReason>I</AttendanceReason><AbsenceSessions>4</AbsenceSessions></SessionDetail>"
           "</SessionDetails></TermlyAttendance></Attendance>"
           "<HomeInformation><Address><SAON></SAON><PAON>1</PAON><Street>Invented Street</Street>"
           "<PostTown>Nowhere</PostTown><PostCode>ZZ99 9ZZ</PostCode></Address></HomeInformation></PupilOnRoll>\n";
}

} // namespace

bool writeCensusXml(const QString& path, int megabytes, const record::Person& person)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message><Header><CollectionDetails><Collection>SC"
               "</Collection><Term>SPR</Term><Year>2010</Year><ReferenceDate>2010-01-21</ReferenceDate>"
               "</CollectionDetails><Source><LEA>000</LEA><Estab>4001</Estab></Source></Header><School><SchoolName>"
               "Invented School</SchoolName></School><Pupils><PupilsOnRoll>\n");
    const qint64 wanted = static_cast<qint64>(megabytes) << 20;
    bool placed = false;
    for (int n = 0; file.pos() < wanted; ++n) {
        if (!placed && file.pos() > wanted / 2) {
            file.write(pupil(person.upn.toUtf8(), person.name.section(u' ', -1).toUtf8(),
                             person.name.section(u' ', 0, -2).toUtf8(),
                             person.born.toString(Qt::ISODate).toUtf8()));
            placed = true;
        }
        const QByteArray number = QByteArray::number(n).rightJustified(7, '0');
        file.write(pupil("A00020" + number, "Other" + number, "Pupil", "2003-06-" + QByteArray::number(10 + n % 20)));
    }
    file.write("</PupilsOnRoll></Pupils></Message>\n");
    return file.flush();
}

bool writeLongCsv(const QString& path, int values, const record::Person& person)
{
    // Codes as schools send them: a record of any size repeats a few.
    static constexpr std::array<std::array<const char*, 3>, 8> items{{{"EthnicGroupMinor", "WBRI", "MWAS"},
                                                                      {"FSMeligible", "0", "1"},
                                                                      {"SENprovision", "N", "K"},
                                                                      {"FirstLanguage", "ENG", "URD"},
                                                                      {"NCyearActual", "4", "5"},
                                                                      {"EnrolStatus", "C", "M"},
                                                                      {"Gender", "F", "F"},
                                                                      {"LAEstab", "0002001", "0002002"}}};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("UPN,Name,DOB,AcademicYear,Term,Item,Value\n");
    const QByteArray who = person.upn.toUtf8() + "," + person.name.toUtf8() + "," +
                           person.born.toString(QStringLiteral("dd/MM/yyyy")).toUtf8() + ",";
    constexpr int perTerm = 1000;
    static constexpr std::array terms{"Autumn", "Spring", "Summer"};
    for (int n = 0; n < values; ++n) {
        const int term = n / perTerm;
        const int year = 2006 + term / 3 % 14;
        file.write(who + QByteArray::number(year) + "/" + QByteArray::number(year + 1) + "," +
                   terms[static_cast<std::size_t>(term % 3)] + "," + 
                   items[static_cast<std::size_t>(n) % items.size()][0] + "," +
                   items[static_cast<std::size_t>(n) % items.size()][n % 97 == 0 ? 2 : 1] + "\n");
    }
    return file.flush();
}

namespace {

struct Named {
    QByteArray upn;
    QByteArray surname;
    QByteArray forename;
    QDate born;
};

Named nth(int n, int of, const record::Person& person)
{
    if (n == of / 2)
        return {person.upn.toUtf8(), person.name.section(u' ', -1).toUtf8(), person.name.section(u' ', 0, -2).toUtf8(), person.born};
    const QByteArray number = QByteArray::number(n).rightJustified(7, '0');
    return {"A00020" + number, "Other" + number, "Pupil", QDate(2003, 6, 10).addDays(n % 300)};
}

} // namespace

bool writeSchoolCsv(const QString& path, int megabytes, int pupils, const record::Person& person)
{
    // Columns of the spring census and what its first rows of a school hold.
    static constexpr std::array<std::pair<const char*, const char*>, 24> columns{
        {{"Gender", "F"},           {"EthnicGroupMinor", "WBRI"}, {"FSMeligible", "0"},   {"EVERFSM_6", "1"},
         {"FirstLanguage", "ENG"},  {"SENprovision", "N"},        {"NCyearActual", "4"},  {"EnrolStatus", "C"},
         {"EntryDate", "01/09/2008"}, {"PartTime", "0"},          {"Boarder", "N"},       {"LAEstab", "0004001"},
         {"URN", "999001"},         {"ServiceChild", "N"},        {"Connexions", "G"},    {"ClassType", "O"},
         {"SENUnitIndicator", "0"}, {"ResourcedProvisionIndicator", "0"}, {"ModeOfTravel", "WLK"}, {"OnRoll", "1"},
         {"MonthOfBirth", "6"},     {"AgeAtStartOfAcademicYear", "6"}, {"GiftedTalented", "0"}, {"InCare", "0"}}};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QByteArray head = "UPN,Surname,Forename,DOB,AcademicYear,Term";
    QByteArray cells;
    for (const auto& [name, value] : columns) {
        head += QByteArray(QByteArray(",") + name);
        cells += QByteArray(QByteArray(",") + value);
    }
    file.write(head + "\n");
    static constexpr std::array terms{"Autumn", "Spring", "Summer"};
    const qint64 wanted = static_cast<qint64>(megabytes) << 20;
    for (int term = 0; file.pos() < wanted; ++term) {
        const int year = 1900 + term / 3;
        for (int n = 0; n < pupils; ++n) {
            const Named named = nth(n, pupils, person);
            file.write(named.upn + "," + named.surname + "," + named.forename + "," + named.born.toString(QStringLiteral("dd/MM/yyyy")).toUtf8() +
                       "," + QByteArray::number(year) + "/" + QByteArray::number(year + 1) + "," + terms[static_cast<std::size_t>(term % 3)] + cells + "\n");
        }
    }
    return file.flush();
}

bool writeSchoolXml(const QString& path, int megabytes, int pupils, const record::Person& person)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message><Header><CollectionDetails><Collection>SC"
               "</Collection><Term>SPR</Term><Year>2010</Year><ReferenceDate>2010-01-21</ReferenceDate>"
               "</CollectionDetails><Source><LEA>000</LEA><Estab>4001</Estab></Source></Header><School><SchoolName>"
               "Invented School</SchoolName></School><Pupils><PupilsOnRoll>\n");
    const qint64 each = (static_cast<qint64>(megabytes) << 20) / pupils;
    for (int n = 0; n < pupils; ++n) {
        const Named named = nth(n, pupils, person);
        // One whole pupil, then as many exclusions as it takes: a small element for each few bytes, the dearest kind.
        const QByteArray whole = pupil(named.upn, named.surname, named.forename, named.born.toString(Qt::ISODate).toUtf8());
        const QByteArray end = "</PupilOnRoll>\n";
        file.write(whole.chopped(end.size()) + "<Exclusions>");
        for (qint64 size = whole.size(); size < each; ) {
            const QByteArray exclusion = "<TermlyExclusion><ExclusionReason>DB</ExclusionReason><ExclusionCategory>FIXD</ExclusionCategory>"
                                         "<ExclusionStartDate>2009-10-05</ExclusionStartDate><SessionsMissed>2</SessionsMissed>"
                                         "<SENprovision>N</SENprovision></TermlyExclusion>\n";
            file.write(exclusion);
            size += exclusion.size();
        }
        file.write("</Exclusions>" + end);
    }
    file.write("</PupilsOnRoll></Pupils></Message>\n");
    return file.flush();
}

} // namespace bench
