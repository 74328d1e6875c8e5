// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/json_formats.h"

#include "readers/json_entries.h"
#include "readers/json_format.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Json)
};

bool hasBirthDate(const JsonHead& head)
{
    return std::any_of(head.names.begin(), head.names.end(), [](const QString& name) { return identityField(name) == IdentityField::Born; });
}

int recogniseGiap(const JsonHead& head)
{
    const bool number = head.has("upn"_L1) || head.has("uln"_L1);
    if (!head.has("value"_L1) || !number)
        return 0;
    return head.has("@search.score"_L1) || (head.has("localauthority"_L1) && head.has("dob"_L1)) ? 95 : 0;
}

JsonMade makeGiap(const JsonPerson& person, bool otherPeopleToo)
{
    JsonMade made = entriesOf(person, {u"OTHER"_s, u"giap"_s, u"SearchIndex"_s}, otherPeopleToo);
    const QString sex = person.node.textOf(u"Sex");
    const QString gender = person.node.textOf(u"Gender");
    if (!sex.isEmpty() && !gender.isEmpty() && sex != gender)
        made.warnings << Tr::tr("A pupil has one letter under Sex and another under Gender. Both were kept.");
    return made;
}

int recogniseEducationRecord(const JsonHead& head)
{
    const bool record = head.has("qualifications"_L1) || head.has("schools"_L1);
    const bool school = head.has("senprovision"_L1) || head.has("freeschoolmealeligible"_L1) || head.has("freeschoolmealeligiblelatest"_L1);
    if (!head.has("uln"_L1) || !hasBirthDate(head) || !record)
        return 0;
    return school || head.has("underdatachallenge"_L1) ? 92 : 75;
}

JsonMade makeEducationRecord(const JsonPerson& person, bool otherPeopleToo)
{
    JsonMade made = entriesOf(person, {u"EDREC"_s, u"edrec"_s, u"Learner"_s}, otherPeopleToo);
    const auto challenged = std::count_if(made.entries.begin(), made.entries.end(), [](const record::Entry& entry) {
        return std::any_of(entry.values.begin(), entry.values.end(), [](const record::Value& value) {
            return value.name.compare("underDataChallenge"_L1, Qt::CaseInsensitive) == 0 &&
                   (value.raw == "true"_L1 || value.raw.compare("Y"_L1, Qt::CaseInsensitive) == 0);
        });
    });
    if (challenged > 0)
        made.warnings << Tr::tr("%n qualification(s) are being checked, because somebody said they are wrong (a data challenge).", nullptr,
                                static_cast<int>(challenged));
    return made;
}

// Any object with two or more members that say who it is about.
int recogniseMis(const JsonHead& head)
{
    QSet<int> fields;
    for (const QString& name : head.names) {
        if (const IdentityField field = identityField(name); field != IdentityField::None)
            fields.insert(static_cast<int>(field));
    }
    return fields.size() >= 2 ? 50 : 0;
}

JsonMade makeMis(const JsonPerson& person, bool otherPeopleToo)
{
    return entriesOf(person, {u"OTHER"_s, u"mis"_s, u"Learner"_s}, otherPeopleToo);
}

} // namespace

const Format& giapJsonFormat()
{
    static const JsonFormat format({.id = u"giap-json"_s, .people = peopleIn, .make = makeGiap}, recogniseGiap);
    return format;
}

const Format& educationRecordFormat()
{
    static const JsonFormat format({.id = u"education-record"_s,
                                   
                                    .notTriedOnRealFile = true,
                                    .people = peopleIn,
                                    .make = makeEducationRecord},
                                   recogniseEducationRecord);
    return format;
}

const Format& misJsonFormat()
{
    static const JsonFormat format({.id = u"mis-json"_s, .people = peopleIn, .make = makeMis}, recogniseMis);
    return format;
}

} // namespace readers
