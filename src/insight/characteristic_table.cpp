// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/characteristic_table.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

#define WORDS(text) QT_TRANSLATE_NOOP("insight", text)
constexpr LaneGroup school = LaneGroup::School;
constexpr LaneGroup self = LaneGroup::Characteristics;
constexpr LaneGroup needs = LaneGroup::SpecialNeeds;
constexpr LaneGroup care = LaneGroup::Care;

// In the order of the lanes. The first name of a key gives its title and group.
constexpr CharacteristicName names[] = {
    {u"NCyearActual", u"NCyearActual", WORDS("Year group"), school, true},
    {u"ActualNCYearGroup", u"NCyearActual", WORDS("Year group"), school, true},
    {u"NCYear", u"NCyearActual", WORDS("Year group"), school, true},
    {u"EnrolStatus", u"EnrolStatus", WORDS("Kind of enrolment"), school},
    {u"RegistrationType", u"EnrolStatus", WORDS("Kind of enrolment"), school},
    {u"PartTime", u"PartTime", WORDS("Part time"), school},
    {u"PartTimeInd", u"PartTime", WORDS("Part time"), school},
    {u"Boarder", u"Boarder", WORDS("Boarding"), school},
    {u"BoarderInd", u"Boarder", WORDS("Boarding"), school},
    {u"TypeOfClass", u"TypeOfClass", WORDS("Nursery class or other"), school},
    {u"ClassType", u"TypeOfClass", WORDS("Nursery class or other"), school},
    {u"NurseryClassInd", u"TypeOfClass", WORDS("Nursery class or other"), school},

    {u"EthnicGroupMinor", u"EthnicGroup", WORDS("Ethnic group"), self, true},
    {u"EthnicGroup", u"EthnicGroup", WORDS("Ethnic group"), self, true},
    {u"Ethnicity", u"Ethnicity", WORDS("Ethnic group, detailed"), self, true, false, u"EthnicGroup"},
    {u"EthnicGroupMajor", u"EthnicGroupMajor", WORDS("Ethnic group, broad"), self},
    {u"EthnicitySource", u"EthnicitySource", WORDS("Ethnic group: who said so"), self, true},
    {u"SourceOfEthnicity", u"EthnicitySource", WORDS("Ethnic group: who said so"), self, true},
    {u"FirstLanguage", u"FirstLanguage", WORDS("First language"), self, true},
    {u"MotherTongue", u"FirstLanguage", WORDS("First language"), self, true},
    {u"Language", u"Language", WORDS("First language, detailed"), self, true, false, u"FirstLanguage"},
    {u"LanguageGroupMinor", u"LanguageGroup", WORDS("First language, grouped"), self},
    {u"LanguageGroup", u"LanguageGroup", WORDS("First language, grouped"), self},
    {u"LanguageGroupMajor", u"LanguageGroupMajor", WORDS("First language: English or other"), self, true},
    {u"ProficiencyInEnglish", u"ProficiencyInEnglish", WORDS("How well English is spoken"), self, true},
    {u"Proficiency", u"ProficiencyInEnglish", WORDS("How well English is spoken"), self, true},
    {u"Nationality", u"Nationality", WORDS("Nationality"), self, true},
    {u"CountryOfBirth", u"CountryOfBirth", WORDS("Country of birth"), self, true},
    {u"Gender", u"Sex", WORDS("Sex or gender"), self, true},
    {u"Sex", u"Sex", WORDS("Sex or gender"), self, true},
    {u"GenderCurrent", u"Sex", WORDS("Sex or gender"), self, true},
    {u"FSMeligible", u"FSMeligible", WORDS("Free school meals"), self, true},
    {u"FSMeligibility", u"FSMeligible", WORDS("Free school meals"), self, true},
    {u"FSMEligible", u"FSMeligible", WORDS("Free school meals"), self, true},
    {u"FreeSchoolMeals", u"FSMeligible", WORDS("Free school meals"), self, true},
    {u"EVERFSM_3", u"EVERFSM_3", WORDS("Free school meals: last 3 years"), self},
    {u"EVERFSM_6", u"EVERFSM_6", WORDS("Free school meals: last 6 years"), self},
    {u"EVERFSM_6_P", u"EVERFSM_6_P", WORDS("Free school meals: last 6 years (premium)"), self},
    {u"EVERFSM_ALL", u"EVERFSM_ALL", WORDS("Free school meals at any time"), self},
    {u"FSM_protected", u"FSM_protected", WORDS("Free school meals kept under protection"), self},
    {u"ServiceChild", u"ServiceChild", WORDS("Armed forces parent"), self, true},
    {u"ServiceChildIndicator", u"ServiceChild", WORDS("Armed forces parent"), self, true},
    {u"ServiceChildSource", u"ServiceChildSource", WORDS("Armed forces: who said so"), self},
    {u"GandTindicator", u"GandTindicator", WORDS("Gifted and talented"), self, true},
    {u"YSSA", u"YSSA", WORDS("Sharing: youth services"), self, true},
    {u"Connexions", u"YSSA", WORDS("Sharing: youth services"), self, true},
    {u"ConnexionsAssent", u"YSSA", WORDS("Sharing: youth services"), self, true},
    {u"ModeOfTravel", u"ModeOfTravel", WORDS("Way to school"), self},
    {u"MobilityInd", u"MobilityInd", WORDS("Home postcode changed since last spring"), self},
    {u"Postcode", u"Postcode", WORDS("Postcode"), self},
    {u"PAON", u"PAON", WORDS("House, its name or number"), self},
    {u"SAON", u"SAON", WORDS("Flat or part of the house"), self},
    {u"LSOA01", u"LSOA01", WORDS("Neighbourhood of home (2001 areas)"), self},
    {u"LLSOA", u"LSOA01", WORDS("Neighbourhood of home (2001 areas)"), self},
    {u"LSOA11", u"LSOA11", WORDS("Neighbourhood of home (2011 areas)"), self},
    {u"COA", u"COA", WORDS("Smallest census area of home"), self},
    {u"IDACIScore", u"IDACIScore", WORDS("Income deprivation around home, score"), self},
    {u"IDACI_S", u"IDACIScore", WORDS("Income deprivation around home, score"), self},
    {u"IDACIRank", u"IDACIRank", WORDS("Income deprivation around home, rank"), self},
    {u"IDACI_R", u"IDACIRank", WORDS("Income deprivation around home, rank"), self},
    {u"SchoolLunchTaken", u"SchoolLunchTaken", WORDS("School lunch taken on census day"), self},

    {u"SENprovision", u"SENprovision", WORDS("Help in place"), needs, true},
    {u"SENstatus", u"SENprovision", WORDS("Help in place"), needs, true},
    {u"SENstage", u"SENprovision", WORDS("Help in place"), needs, true},
    {u"SENprovisionMajor", u"SENprovisionMajor", WORDS("Help in place, broad"), needs},
    {u"PrimarySENtype", u"PrimarySENtype", WORDS("Main need"), needs, true},
    {u"PrimarySENneedsType", u"PrimarySENtype", WORDS("Main need"), needs, true},
    {u"SecondarySENtype", u"SecondarySENtype", WORDS("Second need"), needs, true},
    {u"SENUnitIndicator", u"SENUnitIndicator", WORDS("In a special needs unit"), needs, true},
    {u"ResourcedProvisionIndicator", u"ResourcedProvisionIndicator", WORDS("In a resourced provision"), needs, true},
    {u"SpecialProvisionIndicator", u"SpecialProvisionIndicator", WORDS("In special provision"), needs, true},
    {u"TopUpFunding", u"TopUpFunding", WORDS("Top-up money for needs"), needs},
    {u"DAFIndicator", u"DAFIndicator", WORDS("Disability access money"), needs},
    {u"Disability", u"Disability", WORDS("Disability"), needs, true},

    {u"InCare", u"InCare", WORDS("In care"), care, true, true},
    {u"LookedAfter", u"InCare", WORDS("In care"), care, true, true},
    {u"LEGAL STATUS", u"LegalStatus", WORDS("Legal status in care"), care, true, true},
    {u"LEGAL_STATUS", u"LegalStatus", WORDS("Legal status in care"), care, true, true},
    {u"PLACEMENT", u"Placement", WORDS("Where the child was placed"), care, true, true},
    {u"CAT_NEED", u"CategoryOfNeed", WORDS("Why help began"), care, true, true},
    {u"PrimaryNeedCode", u"CategoryOfNeed", WORDS("Why help began"), care, true, true},
    {u"CINAt31March", u"CINAt31March", WORDS("Child in need on 31 March"), care, true, true},
    {u"CPPindicator", u"CPPindicator", WORDS("Child protection plan"), care, true, true},
    {u"CategoryOfAbuse", u"CategoryOfAbuse", WORDS("Kind of harm in the protection plan"), care, true, true},
    {u"InitialCategoryOfAbuse", u"InitialCategoryOfAbuse", WORDS("Kind of harm, at first"), care, true, true},
    {u"LatestCategoryOfAbuse", u"LatestCategoryOfAbuse", WORDS("Kind of harm, latest"), care, true, true},
    {u"CLA_31_MARCH", u"CLA_31_MARCH", WORDS("In care on 31 March"), care, true, true},
    {u"CLA_6_MONTHS", u"CLA_6_MONTHS", WORDS("In care for 6 months"), care, false, true},
    {u"CLA_12_MONTHS", u"CLA_12_MONTHS", WORDS("In care for 12 months"), care, false, true},
    {u"UASC_STATUS", u"UASC_STATUS", WORDS("Came alone to ask for asylum"), care, true, true},
    {u"AsylumSeeking", u"AsylumSeeking", WORDS("Asking for asylum"), care, true, true},
};
#undef WORDS

constexpr const char16_t* identityStems[] = {
    u"upn", u"formerupn", u"uln", u"uln_census", u"uci", u"surname", u"forename", u"forenames", u"middlenames",
    u"preferredsurname", u"preferredforename", u"formersurname", u"dob", u"dateofbirth", u"yearofbirth",
    u"monthofbirth", u"age", u"age_start", u"age_aug", u"month_part", u"ageatstartofacademicyear",
    u"monthpartofageatstartofacademicyear", u"recordstatus", u"academicyear", u"acadyr", u"year", u"term",
    u"censusdate", u"censusterm", u"datacollection", u"onroll", u"sourcetable", u"la", u"la_9code", u"la_lgr",
    u"la_09", u"homela", u"homela_9code", u"lea", u"estab", u"laestab", u"urn", u"phase", u"toe_code", u"entrydate",
    u"dateofjoining", u"leavingdate", u"dateofleavingsch", u"ncyearleaving", u"version", u"name", u"id",
    u"processing_year", u"epi_idx", u"child_id", u"child_la_code", u"cla_la", u"lachildid", u"disabilitiesid",
};

// The table folded to lower case: DfE's own tables print the same name in several cases.
const QHash<QString, const CharacteristicName*>& byStem()
{
    static const auto index = [] {
        QHash<QString, const CharacteristicName*> index;
        for (const CharacteristicName& name : names)
            index.insert(QString::fromUtf16(name.stem).toLower(), &name);
        return index;
    }();
    return index;
}

} // namespace

std::span<const CharacteristicName> characteristicNames()
{
    return names;
}

const CharacteristicName* characteristicName(QStringView stem)
{
    return byStem().value(stem.toString().toLower());
}

const CharacteristicName* characteristicOfKey(QStringView key)
{
    for (const CharacteristicName& name : names)
        if (key == QStringView(name.key))
            return &name;
    return nullptr;
}

int characteristicOrder(QStringView key)
{
    const CharacteristicName* name = characteristicOfKey(key);
    return name ? int(name - std::begin(names)) : int(std::size(names));
}

bool isIdentityStem(QStringView stem)
{
    if (stem.startsWith("PupilMatchingRef"_L1, Qt::CaseInsensitive)
        || stem.endsWith("TableID"_L1, Qt::CaseInsensitive))
        return true;
    for (const char16_t* identity : identityStems)
        if (stem.compare(QStringView(identity), Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

QString stemOf(QStringView name)
{
    static const QRegularExpression ending(
        u"(_\\[n\\])?(_\\[term\\]\\[yy\\]|_(aut|spr|sum)[0-9]{2}|_(ab|ex)(\\[yy\\]|[0-9]{2})|_\\[yy\\])?(_anon)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString text = name.toString();
    const auto found = ending.match(text);
    QStringView stem = found.hasMatch() ? QStringView(text).left(found.capturedStart()) : QStringView(text);
    if (stem.startsWith("s."_L1))
        stem = stem.mid(2);
    for (const auto prefix : {"PRU_"_L1, "EYC_"_L1, "AP_"_L1, "CIN_"_L1, "cla_"_L1, "NCCIS_"_L1}) {
        if (stem.startsWith(prefix, Qt::CaseInsensitive) && stem.size() > prefix.size()) {
            stem = stem.mid(prefix.size());
            break;
        }
    }
    return stem.toString();
}

} // namespace insight
