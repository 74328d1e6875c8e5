// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/ssda903_xml.h"

#include "readers/care_names.h"
#include "readers/xml_return.h"
#include "readers/xml_text.h"

using namespace Qt::StringLiterals;

namespace readers {

namespace {

int recognise(const QByteArray& text)
{
    if (xmlHeadHas(text, "expssda903"))
        return 95;
    return xmlHeadHas(text, "childid") && (xmlHeadHas(text, "episode") || xmlHeadHas(text, "decom")) ? 85 : 0;
}

const XmlReturnRules& rules()
{
    static const XmlPupilNames names{.pupil = {"child"},
                                     .sections = {},
                                     .identityParents = {"header"},
                                     .identityNames = {{"childid", "ownnumber"}},
                                     .missing = standsForNoUpn};
    static const XmlReturnRules ssda903{
        .format = u"ssda903-xml"_s,
        .collection = u"CLA"_s,
        .recognise = recognise,
        .names = &names,
        .parts = {{"EPISODE"_L1, {"DECOM"_L1}},
                  {"AREVIEW"_L1, {"REVIEW"_L1}},
                  {"AMISSING"_L1, {"MIS_START"_L1}},
                  {"AD_PLACED"_L1, {"DATE_PLACED"_L1}},
                  {"PERMANENCE"_L1, {"DATE_PERM"_L1}},
                  {"SW_EPISODE"_L1, {"SW_DECOM"_L1}},
                  {"DOLO"_L1, {"DOLO_START"_L1}},
                  {"OC2"_L1, {}}},
        .yearFromDay = true,
        .others = [](const XmlNode& node) { return ssda903Other(node.name); },
        .heading = [](const XmlLeaf& leaf) { return ssda903Heading(leaf.name); },
        .published = ssda903Knows};
    return ssda903;
}

} // namespace

const Format& ssda903XmlFormat()
{
    static const XmlFormat format(xmlReturn(rules()));
    return format;
}

} // namespace readers
