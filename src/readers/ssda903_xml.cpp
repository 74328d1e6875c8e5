// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/ssda903_xml.h"

#include "readers/care_names.h"
#include "readers/xml_return.h"
#include "readers/xml_text.h"

using namespace Qt::StringLiterals;

namespace readers {

namespace {

const XmlReturnRules& rules()
{
    static const XmlPupilNames names{.pupil = {"child"},
                                     .sections = {},
                                     .identityParents = {"header"},
                                     .identityNames = {{"childid", "ownnumber"}},
                                     .missing = [](std::string_view text) {
                                         return standsForNoUpn(QString::fromUtf8(text.data(), qsizetype(text.size())));
                                     }};
    static const XmlReturnRules ssda903{
        .format = u"ssda903-xml"_s,
        .collection = u"CLA"_s,
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

class Ssda903Xml : public Format {
public:
    [[nodiscard]] QString id() const override { return rules().format; }

    [[nodiscard]] int recognise(const SourcePart& /*part*/, QByteArrayView head) const override
    {
        const QByteArray text = xmlHead(head);
        if (text.isEmpty())
            return 0;
        if (xmlHeadHas(text, "expssda903"))
            return 95;
        return xmlHeadHas(text, "childid") && (xmlHeadHas(text, "episode") || xmlHeadHas(text, "decom")) ? 85 : 0;
    }

    [[nodiscard]] base::Result<void> read(const Source& source, const std::vector<int>& parts, const record::Selection& selection,
                                          Sink& sink, ReadReport& report, const std::stop_token& stop,
                                          const base::Progress& progress) const override
    {
        return readXmlReturns(rules(), source, parts, selection, sink, report, stop, progress);
    }
};

} // namespace

const Format& ssda903XmlFormat()
{
    static const Ssda903Xml format;
    return format;
}

} // namespace readers
