// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/ctf_pupil.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

// Elements of the transfer file that are the same thing as a field of the School Census. A name stands for the
// element wherever it is met in the pupil's part, because dialects put it in different containers.
struct Counterpart {
    QLatin1StringView element;
    QLatin1StringView heading;
    QLatin1StringView collection;
};

constexpr std::array<Counterpart, 36> counterparts{{
    {"UPN"_L1, "UPN"_L1, "SC"_L1},
    {"FormerUPN"_L1, "FormerUPN"_L1, "SC"_L1},
    {"UniqueLearnerNumber"_L1, "ULN_Census"_L1, "SC"_L1},
    {"Surname"_L1, "Surname"_L1, "SC"_L1},
    {"LegalSurname"_L1, "Surname"_L1, "SC"_L1},
    {"Forename"_L1, "Forename"_L1, "SC"_L1},
    {"LegalForename"_L1, "Forename"_L1, "SC"_L1},
    {"MiddleNames"_L1, "MiddleNames"_L1, "SC"_L1},
    {"PreferredSurname"_L1, "PreferredSurname"_L1, "SC"_L1},
    {"FormerSurname"_L1, "FormerSurname"_L1, "SC"_L1},
    {"DOB"_L1, "DOB"_L1, "SC"_L1},
    {"Gender"_L1, "Gender"_L1, "SC"_L1},
    {"Sex"_L1, "Gender"_L1, "SC"_L1},
    {"NCyearActual"_L1, "NCyearActual"_L1, "SC"_L1},
    {"Ethnicity"_L1, "Ethnicity"_L1, "SC"_L1},
    {"EthnicitySource"_L1, "EthnicitySource"_L1, "SC"_L1},
    {"ServiceChild"_L1, "ServiceChild"_L1, "SC"_L1},
    {"ServiceChildSource"_L1, "ServiceChildSource"_L1, "SC"_L1},
    {"EnrolStatus"_L1, "EnrolStatus"_L1, "SC"_L1},
    {"Boarder"_L1, "Boarder"_L1, "SC"_L1},
    {"PartTime"_L1, "PartTime"_L1, "SC"_L1},
    {"SENprovision"_L1, "SENprovision"_L1, "SC"_L1},
    {"SENUnitIndicator"_L1, "SENUnitIndicator"_L1, "SC"_L1},
    {"ResourcedProvisionIndicator"_L1, "ResourcedProvisionIndicator"_L1, "SC"_L1},
    {"TopUpFunding"_L1, "TopUpFunding"_L1, "SC"_L1},
    {"FSMeligible"_L1, "FSMeligible"_L1, "SC"_L1},
    {"ModeOfTravel"_L1, "ModeOfTravel"_L1, "SC"_L1},
    {"GiftedTalented"_L1, "GandTindicator"_L1, "SC"_L1},
    {"EntryDate"_L1, "EntryDate"_L1, "SC"_L1},
    {"LeavingDate"_L1, "LeavingDate"_L1, "SC"_L1},
    {"YSSA"_L1, "YSSA"_L1, "SC"_L1},
    {"SAON"_L1, "SAON"_L1, "SCADDR"_L1},
    {"PAON"_L1, "PAON"_L1, "SCADDR"_L1},
    {"PostCode"_L1, "Postcode"_L1, "SCADDR"_L1},
    {"UniquePropertyReferenceNumber"_L1, "UniquePropertyReferenceNumber"_L1, "SCADDR"_L1},
    {"UPRN"_L1, "UniquePropertyReferenceNumber"_L1, "SCADDR"_L1},
}};

// Leaves of the published structure that have no counterpart among the national fields, yet no mystery either.
constexpr std::array<QLatin1StringView, 76> plainElements{"UCI"_L1,
                                                          "SENtypeRank"_L1,
                                                          "PreferredForename"_L1,
                                                          "LanguageType"_L1,
                                                          "Language"_L1,
                                                          "MedicalFlag"_L1,
                                                          "FSMreviewDate"_L1,
                                                          "FSMstartDate"_L1,
                                                          "FSMendDate"_L1,
                                                          "UKcountry"_L1,
                                                          "InCare"_L1,
                                                          "CareAuthority"_L1,
                                                          "StartDate"_L1,
                                                          "EndDate"_L1,
                                                          "SENtype"_L1,
                                                          "SENneed"_L1,
                                                          "AddressLine1"_L1,
                                                          "AddressLine2"_L1,
                                                          "AddressLine3"_L1,
                                                          "AddressLine4"_L1,
                                                          "AddressLine5"_L1,
                                                          "Street"_L1,
                                                          "Locality"_L1,
                                                          "PostTown"_L1,
                                                          "Town"_L1,
                                                          "AdministrativeArea"_L1,
                                                          "County"_L1,
                                                          "Country"_L1,
                                                          "Easting"_L1,
                                                          "Northing"_L1,
                                                          "TelephoneType"_L1,
                                                          "PhoneNo"_L1,
                                                          "Email"_L1,
                                                          "Stage"_L1,
                                                          "KeyStage"_L1,
                                                          "Locale"_L1,
                                                          "Year"_L1,
                                                          "Subject"_L1,
                                                          "Method"_L1,
                                                          "Component"_L1,
                                                          "ResultStatus"_L1,
                                                          "ResultQualifier"_L1,
                                                          "Result"_L1,
                                                          "ResultDate"_L1,
                                                          "LEA"_L1,
                                                          "Estab"_L1,
                                                          "URN"_L1,
                                                          "SchoolName"_L1,
                                                          "LeavingReason"_L1,
                                                          "AcademicYear"_L1,
                                                          "SessionsPossible"_L1,
                                                          "SessionsAuthorised"_L1,
                                                          "SessionsUnauthorised"_L1,
                                                          "AttendanceMeetings"_L1,
                                                          "LastSchool"_L1,
                                                          "SENcategory"_L1,
                                                          "ApplicationReference"_L1,
                                                          "Accepted"_L1,
                                                          "DisabilityType"_L1,
                                                          "Disability"_L1,
                                                          "FirstLanguage"_L1,
                                                          "HomeLanguage"_L1,
                                                          "Religion"_L1,
                                                          "MedicalNotes"_L1,
                                                          "YearGroup"_L1,
                                                          "RegGroup"_L1,
                                                          "SessionsAttended"_L1,
                                                          "AttYear"_L1,
                                                          "ULN"_L1,
                                                          "NationalIdentity"_L1,
                                                          "BirthCertificateSeen"_L1,
                                                          "PupilPremium"_L1,
                                                          "YoungCarer"_L1,
                                                          "Nationality"_L1,
                                                          "CountryOfBirth"_L1,
                                                          "AddressAsPupil"_L1};

const Counterpart* counterpartOf(const QString& element)
{
    const auto* found = std::find_if(counterparts.begin(), counterparts.end(), [&](const Counterpart& one) {
        return element.compare(one.element, Qt::CaseInsensitive) == 0;
    });
    return found == counterparts.end() ? nullptr : found;
}

} // namespace

bool ctfKnows(const QString& elementName)
{
    return counterpartOf(elementName) ||
           std::any_of(plainElements.begin(), plainElements.end(),
                       [&](QLatin1StringView one) { return elementName.compare(one, Qt::CaseInsensitive) == 0; });
}

QString ctfItem(const XmlLeaf& leaf, std::optional<catalogue::AcademicYear> year, XmlItems& items)
{
    const QString& element = leaf.name;
    // The same element name says different things under different marks: only a first language and a need with its
    // rank have a field of their own.
    if (element.compare("Language"_L1, Qt::CaseInsensitive) == 0) {
        const QString type = leaf.parent ? leaf.parent->textOf("LanguageType"_L1).toUpper() : QString();
        return type.isEmpty() || type == u"F" ? items.named(u"Language"_s, u"SC"_s, year) : QString();
    }
    if (element.compare("SENtype"_L1, Qt::CaseInsensitive) == 0) {
        const QString rank = leaf.parent ? leaf.parent->textOf("SENtypeRank"_L1) : QString();
        if (rank == u"1")
            return items.named(u"PrimarySENtype"_s, u"SC"_s, year);
        return rank == u"2" ? items.named(u"SecondarySENtype"_s, u"SC"_s, year) : QString();
    }
    const Counterpart* found = counterpartOf(element);
    return found ? items.named(QString(found->heading), QString(found->collection), year) : QString();
}

} // namespace readers
