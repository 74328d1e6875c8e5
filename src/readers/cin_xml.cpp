// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/cin_xml.h"

#include "readers/care_names.h"
#include "readers/xml_return.h"
#include "readers/xml_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::CinXml)
};

void readHeader(const XmlNode& header, const QString& path, XmlReturnHead& head, XmlItems& items)
{
    if (const XmlNode* details = header.child("CollectionDetails"_L1)) {
        const QString year = details->textOf("Year"_L1);
        const QString day = details->textOf("ReferenceDate"_L1);
        QStringList version{details->textOf("Collection"_L1), year};
        version.removeAll(QString());
        head.version = version.join(u' ');
        head.day = xmlLikelyDay(day);
        // The year is that of the 31 March on which the return's twelve months end. The date wins: files were seen that
        // carry the year of another return.
        const auto calendar = xmlYear(year);
        if (head.day.isValid())
            head.year = catalogue::AcademicYear::of(head.day);
        else if (calendar)
            head.year = catalogue::AcademicYear{*calendar - 1};
        if (head.day.isValid() && calendar && *calendar != head.day.year())
            head.warnings << Tr::tr("The file says it is the return of %1, but its date is in %2. The date was believed.")
                                 .arg(year)
                                 .arg(head.day.year());
    }
    const XmlNode* source = header.child("Source"_L1);
    const XmlNode* authority = source ? source->child("LEA"_L1) : nullptr;
    if (authority && !authority->text.trimmed().isEmpty()) {
        const QString where = path + u"/Source/LEA";
        head.own.push_back(xmlValue(u"LEA"_s, items.named(cinHeading(u"LEA"_s), u"CIN"_s, head.year),
                                    {where, u"LEA"_s, u"LEA"_s, authority->text, authority->line, nullptr}));
    }
}

int recognise(const QByteArray& text)
{
    if (xmlHeadHas(text, "lachildid") || xmlHeadHas(text, "cindetails"))
        return 95;
    return xmlHeadHas(text, "collection") && text.contains(">cin<") ? 90 : 0;
}

const XmlReturnRules& rules()
{
    static const XmlPupilNames names{.pupil = {"child"},
                                     .sections = {"header"},
                                     .identityParents = {"childidentifiers"},
                                     .identityNames = {{"lachildid", "ownnumber"}},
                                     .missing = standsForNoUpn};
    static const XmlReturnRules cin{
        .format = u"cin-xml"_s,
        .collection = u"CIN"_s,
        .recognise = recognise,
        .names = &names,
        .parts = {{"CINdetails"_L1, {"CINreferralDate"_L1}},
                  {"Assessments"_L1, {"AssessmentActualStartDate"_L1, "AssessmentAuthorisationDate"_L1}},
                  {"CINPlanDates"_L1, {"CINPlanStartDate"_L1}},
                  {"Section47"_L1, {"S47ActualStartDate"_L1, "DateOfInitialCPC"_L1}},
                  {"ChildProtectionPlans"_L1, {"CPPstartDate"_L1}},
                  {"PreProceedingsandFGDM"_L1, {}}},
        .section = readHeader,
        .heading = [](const XmlLeaf& leaf) { return cinHeading(leaf.name); },
        .published = cinKnows};
    return cin;
}

} // namespace

const Format& cinXmlFormat()
{
    static const XmlFormat format(xmlReturn(rules()));
    return format;
}

} // namespace readers
