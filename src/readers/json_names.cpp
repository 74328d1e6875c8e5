// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/json_names.h"

#include "readers/xml_items.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

constexpr qsizetype mostNames = 4096; // a hostile file may have a new name for every member

// Words of a member's name: "ContactDetails" → contact, details; "parent_1_name" → parent, 1, name.
QStringList wordsOf(const QString& name)
{
    QStringList words;
    QString word;
    QChar before;
    const auto end = [&] {
        if (!word.isEmpty())
            words << word.toLower();
        word.clear();
    };
    for (const QChar c : name) {
        const bool begins = c.isUpper() && before.isLower();
        if (!c.isLetterOrNumber() || begins)
            end();
        if (c.isLetterOrNumber())
            word += c;
        before = c;
    }
    end();
    return words;
}

struct Other {
    QLatin1StringView word;
    QLatin1StringView why;
};
constexpr std::array<Other, 26> others{{{"contact"_L1, "contacts"_L1},     {"contacts"_L1, "contacts"_L1},
                                        {"contactdetails"_L1, "contacts"_L1}, {"emergencycontact"_L1, "contacts"_L1},
                                        {"emergencycontacts"_L1, "contacts"_L1}, {"parent"_L1, "contacts"_L1},
                                        {"parents"_L1, "contacts"_L1},     {"guardian"_L1, "contacts"_L1},
                                        {"guardians"_L1, "contacts"_L1},   {"carer"_L1, "contacts"_L1},
                                        {"carers"_L1, "contacts"_L1},      {"mother"_L1, "contacts"_L1},
                                        {"father"_L1, "contacts"_L1},      {"nextofkin"_L1, "contacts"_L1},
                                        {"doctor"_L1, "contacts"_L1},      {"sibling"_L1, "siblings"_L1},
                                        {"siblings"_L1, "siblings"_L1},    {"siblingdetails"_L1, "siblings"_L1},
                                        {"headteacher"_L1, "staff"_L1},    {"teacher"_L1, "staff"_L1},
                                        {"teachers"_L1, "staff"_L1},       {"staff"_L1, "staff"_L1},
                                        {"tutor"_L1, "staff"_L1},          {"official"_L1, "staff"_L1},
                                        {"issuingpersonfullname"_L1, "staff"_L1}, {"kin"_L1, "contacts"_L1}}};

// Later words that make it no person: the group a tutor has, whether there are siblings, the body above a school.
bool isOwn(const QStringList& words)
{
    static const QStringList own{u"group"_s, u"set"_s, u"count"_s, u"flag"_s, u"consent"_s, u"status"_s, u"time"_s, u"org"_s};
    return std::any_of(words.begin() + 1, words.end(), [](const QString& word) { return own.contains(word); });
}

QLatin1StringView firstWord(const QString& word)
{
    const auto* found = std::find_if(others.begin(), others.end(), [&](const Other& one) { return one.word == word; });
    return found == others.end() ? QLatin1StringView() : found->why;
}

QLatin1StringView otherPeopleUnder(const QString& memberName)
{
    const QStringList words = wordsOf(memberName);
    if (words.isEmpty() || isOwn(words))
        return {};
    if (const QLatin1StringView why = firstWord(words.front()); !why.isEmpty())
        return why;
    if (const QLatin1StringView why = firstWord(words.join(QString())); !why.isEmpty())
        return why;
    // "emergency_contact", "issuing_person_full_name", "next_of_kin"
    if (words.size() >= 2 && words.front() == "emergency"_L1)
        return firstWord(words[1]);
    return words.size() >= 3 && words[0] == "next"_L1 && words[2] == "kin"_L1 ? "contacts"_L1 : QLatin1StringView();
}

// Members that systems call in one of these ways, and the heading the School Census has for the same thing.
struct Counterpart {
    QLatin1StringView member; // letters and digits, lower case
    QLatin1StringView heading;
    QLatin1StringView collection;
};
constexpr std::array<Counterpart, 34> counterparts{{
    {"upn"_L1, "UPN"_L1, "SC"_L1},
    {"formerupn"_L1, "FormerUPN"_L1, "SC"_L1},
    {"uln"_L1, "ULN_Census"_L1, "SC"_L1},
    {"surname"_L1, "Surname"_L1, "SC"_L1},
    {"lastname"_L1, "Surname"_L1, "SC"_L1},
    {"familyname"_L1, "Surname"_L1, "SC"_L1},
    {"legalsurname"_L1, "Surname"_L1, "SC"_L1},
    {"legallastname"_L1, "Surname"_L1, "SC"_L1},
    {"forename"_L1, "Forename"_L1, "SC"_L1},
    {"firstname"_L1, "Forename"_L1, "SC"_L1},
    {"givenname"_L1, "Forename"_L1, "SC"_L1},
    {"legalforename"_L1, "Forename"_L1, "SC"_L1},
    {"legalfirstname"_L1, "Forename"_L1, "SC"_L1},
    {"middlename"_L1, "MiddleNames"_L1, "SC"_L1},
    {"middlenames"_L1, "MiddleNames"_L1, "SC"_L1},
    {"formersurname"_L1, "FormerSurname"_L1, "SC"_L1},
    {"formerlastname"_L1, "FormerSurname"_L1, "SC"_L1},
    {"dob"_L1, "DOB"_L1, "SC"_L1},
    {"dateofbirth"_L1, "DOB"_L1, "SC"_L1},
    {"gender"_L1, "Gender"_L1, "SC"_L1},
    {"sex"_L1, "Gender"_L1, "SC"_L1},
    {"ncyear"_L1, "NCyearActual"_L1, "SC"_L1},
    {"ethnicity"_L1, "Ethnicity"_L1, "SC"_L1},
    {"ethnicitycode"_L1, "Ethnicity"_L1, "SC"_L1},
    {"ethnicitysource"_L1, "EthnicitySource"_L1, "SC"_L1},
    {"servicechild"_L1, "ServiceChild"_L1, "SC"_L1},
    {"enrolmentstatus"_L1, "EnrolStatus"_L1, "SC"_L1},
    {"enrolementstatus"_L1, "EnrolStatus"_L1, "SC"_L1},
    {"dateofentry"_L1, "EntryDate"_L1, "SC"_L1},
    {"senprovision"_L1, "SENprovision"_L1, "SC"_L1},
    {"provisiontypecode"_L1, "SENprovision"_L1, "SC"_L1},
    {"sencategory"_L1, "SENprovision"_L1, "SC"_L1},
    {"freeschoolmealeligible"_L1, "FSMeligible"_L1, "SC"_L1},
    {"postcode"_L1, "Postcode"_L1, "SCADDR"_L1},
}};

QString lettersAndDigits(const QString& text)
{
    QString result;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            result += c.toLower();
    }
    return result;
}

QString itemOf(const QString& memberName)
{
    const QString plain = lettersAndDigits(memberName);
    const auto* found = std::find_if(counterparts.begin(), counterparts.end(), [&](const Counterpart& one) { return one.member == plain; });
    if (found == counterparts.end())
        return {};
    XmlItems items;
    return items.named(QString(found->heading), QString(found->collection), {});
}

} // namespace

JsonName jsonName(const QString& memberName)
{
    thread_local QHash<QString, JsonName> known; // pure facts: the same whoever asks
    if (const auto found = known.constFind(memberName); found != known.cend())
        return *found;
    if (known.size() >= mostNames)
        known.clear();
    return *known.insert(memberName, {identityField(memberName), otherPeopleUnder(memberName), itemOf(memberName)});
}

} // namespace readers
