// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/lane_names.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

#define WORDS(text) QT_TRANSLATE_NOOP("insight", text)
struct ShortName {
    QLatin1StringView key; // of the lane
    const char* title;
};
constexpr ShortName names[] = {
    {"SC.Ethnicity"_L1, WORDS("Ethnicity in full")},
    {"SC.EthnicitySource"_L1, WORDS("Who said so")},
    {"SC.Language"_L1, WORDS("Language in full")},
    {"SC.LanguageGroupMajor"_L1, WORDS("English or other")},
    {"SC.ProficiencyInEnglish"_L1, WORDS("English spoken")},
    {"SC.YSSA"_L1, WORDS("Youth services")},
    {"SC.SENUnitIndicator"_L1, WORDS("In a needs unit")},
    {"SC.ResourcedProvisionIndicator"_L1, WORDS("Resourced place")},
    {"SC.SpecialProvisionIndicator"_L1, WORDS("Special provision")},
    {"SC.LegalStatus"_L1, WORDS("Legal status")},
    {"SC.Placement"_L1, WORDS("Where placed")},
    {"SC.CINAt31March"_L1, WORDS("In need, March")},
    {"SC.CPPindicator"_L1, WORDS("Protection plan")},
    {"SC.CategoryOfAbuse"_L1, WORDS("Kind of harm")},
    {"SC.InitialCategoryOfAbuse"_L1, WORDS("Harm, at first")},
    {"SC.LatestCategoryOfAbuse"_L1, WORDS("Harm, latest")},
    {"SC.CLA_31_MARCH"_L1, WORDS("In care, March")},
    {"SC.UASC_STATUS"_L1, WORDS("Came alone")},
    {"EDREC.schools"_L1, WORDS("School (Ed. Rec.)")},
    {"LRS.SchoolAtAge16"_L1, WORDS("School at 16")},
    {"ILR.UKPRN"_L1, WORDS("College")},
    {"ILR.Ethnicity"_L1, WORDS("Ethnicity, college")},
    {"ILR.PriorAttain"_L1, WORDS("Level before")},
    {"ILR.FME"_L1, WORDS("Meals (college)")},
    {"ILR.EmpStat"_L1, WORDS("Work (college)")},
    {"LRS.Gender"_L1, WORDS("Sex (learning)")},
    {"LRS.AbilityToShare"_L1, WORDS("Sharing, learning")},
    {"EDREC.FSMeligible"_L1, WORDS("Meals (Ed. Rec.)")},
    {"EDREC.SENprovision"_L1, WORDS("Help (Ed. Rec.)")},
    {"ILR.LLDDHealthProb"_L1, WORDS("Difficulty")},
    {"ILR.LLDDCat"_L1, WORDS("Which difficulty")},
    {"ILR.EHC"_L1, WORDS("Plan (college)")},
    {"ILR.HNS"_L1, WORDS("High needs")},
};
#undef WORDS

} // namespace

QString shortLaneTitle(const QString& laneKey)
{
    static const auto byKey = [] {
        QHash<QLatin1StringView, const char*> index;
        for (const ShortName& name : names)
            index.insert(name.key, name.title);
        return index;
    }();
    const QByteArray key = laneKey.toLatin1();
    const char* title = byKey.value(QLatin1StringView(key));
    return title ? QCoreApplication::translate("insight", title) : QString();
}

} // namespace insight
