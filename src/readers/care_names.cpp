// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/care_names.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct OtherName {
    QLatin1StringView written;
    QLatin1StringView field;
};

// Where the return and the dictionary of the national tables call the same thing differently.
constexpr std::array<OtherName, 4> cinNames{{{"GenderCurrent"_L1, "CIN_Gender"_L1},
                                             {"Sex"_L1, "CIN_Gender"_L1},
                                             {"LEA"_L1, "CIN_LA"_L1},
                                             {"ExpectedPersonBirthDate"_L1, "CIN_ExpectedDOB"_L1}}};

constexpr std::array<OtherName, 13> ssda903Names{{{"CHILD"_L1, "cla_CHILD_LA_CODE"_L1},
                                                  {"CHILDID"_L1, "cla_CHILD_LA_CODE"_L1},
                                                  {"SEX"_L1, "cla_SEX"_L1},
                                                  {"ETHNIC"_L1, "cla_ETHNIC"_L1},
                                                  {"UASC"_L1, "cla_UASC_STATUS"_L1},
                                                  {"DECOM"_L1, "cla_DATE_EPI_COMM"_L1},
                                                  {"DEC"_L1, "cla_DATE_EPI_CEASED"_L1},
                                                  {"LS"_L1, "cla_LEGAL STATUS"_L1},
                                                  {"CIN"_L1, "cla_CAT_NEED"_L1},
                                                  {"PLACE"_L1, "cla_PLACEMENT"_L1},
                                                  {"PL"_L1, "cla_PLACEMENT"_L1},
                                                  {"REC"_L1, "cla_REC"_L1},
                                                  {"REASON_PLACE_CHANGE"_L1, "CLA_REASON_PLACE_CHANGE"_L1}}};

// Words of the published structures, in lower case. Fields that the dictionary knows need not stand here.
constexpr auto cinPublished =
    "lachildid upn formerupn upnunknown personbirthdate expectedpersonbirthdate gendercurrent sex persondeathdate ethnicity "
    "disability cindetailsid cinreferraldate referralsource primaryneedcode cinclosuredate reasonforclosure dateofinitialcpc "
    "referralnfa assessmentactualstartdate assessmentinternalreviewdate assessmentauthorisationdate assessmentfactors "
    "cinplanstartdate cinplanenddate s47actualstartdate initialcpctarget icpcnotrequired cppid cppstartdate cppenddate "
    "initialcategoryofabuse latestcategoryofabuse numberofpreviouscpp cppreviewdate lea"_L1;

constexpr auto ssda903Published =
    "child childid upn sex dob ethnic uasc mother mc_dob decom rne ls cin place pl place_provider dec rec reason_place_change "
    "home_post pl_post urn review review_code prev_perm la_perm date_perm sdq_score sdq_reason convicted health_check "
    "immunisations teeth_check health_assessment substance_misuse intervention_received intervention_offered duc in_touch activ "
    "accom date_int date_match foster_care nb_adoptr sex_adoptr ls_adoptr date_placed date_placed_ceased reason_placed_ceased "
    "missing mis_start mis_end sw_id sw_decom sw_dec sw_reason dolo_start dolo_end"_L1;

QSet<QString> wordsIn(QLatin1StringView list)
{
    const QStringList words = QString(list).split(u' ', Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

template <std::size_t N> const OtherName* otherName(const std::array<OtherName, N>& names, const QString& written)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const OtherName& one) {
        return written.compare(one.written, Qt::CaseInsensitive) == 0;
    });
    return found == names.end() ? nullptr : &*found;
}

} // namespace

QString cinHeading(const QString& name)
{
    if (const OtherName* other = otherName(cinNames, name))
        return QString(other->field);
    const QString field = u"CIN_" + name;
    return field;
}

QString ssda903Heading(const QString& name)
{
    if (const OtherName* other = otherName(ssda903Names, name))
        return QString(other->field);
    const QString field = u"cla_" + name;
    return ssda903Knows(name) && ssda903Other(name).isEmpty() ? field : QString();
}

bool cinKnows(const QString& name)
{
    static const QSet<QString> words = wordsIn(cinPublished);
    return words.contains(name.toLower());
}

bool ssda903Knows(const QString& name)
{
    static const QSet<QString> words = wordsIn(ssda903Published);
    return words.contains(name.toLower());
}

QLatin1StringView ssda903Other(const QString& name)
{
    constexpr std::array<OtherName, 5> others{{{"MC_DOB"_L1, "own children"_L1},
                                               {"NB_ADOPTR"_L1, "adopters"_L1},
                                               {"SEX_ADOPTR"_L1, "adopters"_L1},
                                               {"LS_ADOPTR"_L1, "adopters"_L1},
                                               {"SW_ID"_L1, "staff"_L1}}};
    const OtherName* other = otherName(others, name);
    return other ? other->field : QLatin1StringView();
}

bool standsForNoUpn(QStringView text)
{
    text = text.trimmed();
    return text.size() >= 3 && text.size() <= 4 && text.startsWith("UN"_L1, Qt::CaseInsensitive) &&
           std::all_of(text.begin() + 2, text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool standsForNoUpn(std::string_view utf8)
{
    return standsForNoUpn(QString::fromUtf8(utf8.data(), qsizetype(utf8.size())));
}

} // namespace readers
