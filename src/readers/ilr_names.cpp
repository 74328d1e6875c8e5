// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/ilr_names.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct OtherName {
    QLatin1StringView element;
    QLatin1StringView field;
};

constexpr std::array<OtherName, 23> fields{{{"Ethnicity"_L1, "Ethnicity"_L1},
                                            {"Sex"_L1, "Sex"_L1},
                                            {"LLDDHealthProb"_L1, "LLDD"_L1},
                                            {"PriorAttain"_L1, "PriorAttain"_L1},
                                            {"PriorLevel"_L1, "PriorAttain"_L1},
                                            {"ALSCost"_L1, "ALSCost"_L1},
                                            {"LearnRefNumber"_L1, "learner_id"_L1},
                                            {"LearnAimRef"_L1, "LearnAimRef"_L1},
                                            {"AimType"_L1, "AimType"_L1},
                                            {"LearnStartDate"_L1, "start_date"_L1},
                                            {"LearnPlanEndDate"_L1, "end_date_expected"_L1},
                                            {"LearnActEndDate"_L1, "end_date"_L1},
                                            {"AchDate"_L1, "Achievement_date"_L1},
                                            {"FundModel"_L1, "FundModel"_L1},
                                            {"ProgType"_L1, "programme_type"_L1},
                                            {"FworkCode"_L1, "framework_id"_L1},
                                            {"PwayCode"_L1, "pathway_id"_L1},
                                            {"StdCode"_L1, "Standard_id"_L1},
                                            {"DelLocPostCode"_L1, "delivery_postcode"_L1},
                                            {"CompStatus"_L1, "Compstatus"_L1},
                                            {"Outcome"_L1, "outcome"_L1},
                                            {"OutGrade"_L1, "outcome_grade"_L1},
                                            {"TelNumber"_L1, "ILR_TelNo"_L1}}};

// Codes whose mark makes them a field.
constexpr std::array<OtherName, 9> marks{{{"SOF"_L1, "SOF"_L1},
                                          {"FFI"_L1, "FFI"_L1},
                                          {"ASL"_L1, "ASL"_L1},
                                          {"FME"_L1, "ILR_FME"_L1},
                                          {"EHC"_L1, "ILR_EHC"_L1},
                                          {"HNS"_L1, "ILR_HNS"_L1},
                                          {"LSR"_L1, "ILR_LSR"_L1},
                                          {"ECF"_L1, "ILR_ECF"_L1},
                                          {"MCF"_L1, "ILR_MCF"_L1}}};

// Elements that say which of several things their neighbours are about.
constexpr std::array markElements{"LearnFAMType"_L1,          "LearnDelFAMType"_L1,   "ESMType"_L1,     "AFinType"_L1,
                                  "ProvSpecLearnMonOccur"_L1, "ProvSpecDelMonOccur"_L1, "LLDDType"_L1,  "ContPrefType"_L1,
                                  "FINTYPE"_L1,               "OutType"_L1,           "TBFinType"_L1};

constexpr auto publishedElements =
    "learnrefnumber prevlearnrefnumber prevukprn pmukprn campid uln familyname givennames dateofbirth ethnicity sex llddhealthprob "
    "ninumber priorattain priorlevel datelevelapp accom alscost planlearnhours planeephours mathgrade enggrade postcodeprior postcode "
    "addline1 addline2 addline3 addline4 telno email otjhours dest loctype conttype telnumber contpreftype contprefcode llddtype "
    "llddcode llddcat primarylldd learnfamtype learnfamcode provspeclearnmonoccur provspeclearnmon empstat dateempstatapp empid "
    "agreeid esmtype esmcode ucasperid ttaccom fintype finamount learnaimref aimtype aimseqnumber learnstartdate origlearnstartdate "
    "learnplanenddate fundmodel progtype fworkcode pwaycode stdcode partnerukprn dellocpostcode lsdpostcode addhours priorlearnfundadj "
    "otherfundadj conrefnumber epaorgid empoutcome compstatus learnactenddate withdrawreason outcome achdate outgrade swsupaimid phours "
    "otjacthours learndelfamtype learndelfamcode learndelfamdatefrom learndelfamdateto workplacestartdate workplaceenddate "
    "workplacehours workplacemode workplaceempid afintype afincode afindate afinamount tbfintype tbfincode tbfindate tbfinamount "
    "provspecdelmonoccur provspecdelmon numhus ssn qualent3 soc sec ucasappid ucasschemecode typeyr modestud fundlev fundcomp stuload "
    "yearstu mstufee pcolab pcfldcs pcsldcs pctldcs specfee netfee grossfee domicile permaddcountry elq hepostcode outtype outcode "
    "outstartdate outenddate outcolldate ukprn"_L1;

bool same(const QString& name, QLatin1StringView other)
{
    return name.compare(other, Qt::CaseInsensitive) == 0;
}

bool isMark(const QString& element)
{
    return std::any_of(markElements.begin(), markElements.end(), [&](QLatin1StringView one) { return same(element, one); });
}

// Beside a leaf; some suppliers pad codes with blanks.
QString markOf(const XmlLeaf& leaf)
{
    if (!leaf.parent || isMark(leaf.name))
        return {};
    const auto found = std::find_if(leaf.parent->children.begin(), leaf.parent->children.end(),
                                    [](const XmlNode& one) { return one.isLeaf() && isMark(one.name); });
    return found == leaf.parent->children.end() ? QString() : found->text.trimmed();
}

} // namespace

QString ilrHeading(const XmlLeaf& leaf)
{
    if (same(leaf.name, "LearnDelFAMCode"_L1) || same(leaf.name, "LearnFAMCode"_L1)) {
        const QString mark = markOf(leaf);
        const auto marked = std::find_if(marks.begin(), marks.end(), [&](const OtherName& one) { return mark == one.element; });
        return marked == marks.end() ? QString() : QString(marked->field);
    }
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const OtherName& one) { return same(leaf.name, one.element); });
    if (found != fields.end())
        return QString(found->field);
    const QString field = u"ILR_" + leaf.name;
    return ilrKnows(leaf.name) ? field : QString();
}

QString ilrName(const XmlLeaf& leaf)
{
    const QString mark = markOf(leaf);
    if (mark.isEmpty() || leaf.name.startsWith(u'@'))
        return leaf.name;
    const QString name = leaf.name + u" (" + mark + u')';
    return name;
}

bool ilrKnows(const QString& element)
{
    static const QSet<QString> words = [] {
        const QStringList list = QString(publishedElements).split(u' ', Qt::SkipEmptyParts);
        return QSet<QString>(list.begin(), list.end());
    }();
    return words.contains(element.toLower());
}

} // namespace readers
