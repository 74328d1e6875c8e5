// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/ilr_xml.h"

#include "readers/ilr_names.h"
#include "readers/xml_return.h"
#include "readers/xml_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

using catalogue::AcademicYear;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::IlrXml)
};

// "ESFA/ILR/2025-26", "http://www.theia.org.uk/ILR/2011-12/1": the year is the file's own, whatever schema it is checked
// against.
std::optional<AcademicYear> yearOfNamespace(const QString& space)
{
    static const QRegularExpression year(u"ILR/((?:19|20)\\d\\d-\\d\\d)(?:/|$)"_s);
    const auto match = year.match(space);
    return match.hasMatch() ? AcademicYear::parse(match.captured(1)) : std::nullopt;
}

// "2526"
std::optional<AcademicYear> yearOfHeader(const QString& text)
{
    bool number = false;
    const int digits = text.toInt(&number);
    if (!number || text.size() != 4 || (digits / 100 + 1) % 100 != digits % 100)
        return {};
    return AcademicYear{(digits / 100 >= 90 ? 1900 : 2000) + digits / 100};
}

void readRoot(std::string_view name, const char** attributes, XmlReturnHead& head)
{
    if (!xmlSame(name, "message"))
        return;
    for (; *attributes; attributes += 2) {
        const QByteArrayView attribute(attributes[0]);
        if (attribute != "xmlns" && !attribute.startsWith("xmlns:"))
            continue;
        const QString space = QString::fromUtf8(attributes[1]).trimmed();
        if (const auto year = yearOfNamespace(space)) {
            head.year = year;
            head.version = space;
        }
    }
}

void readSection(const XmlNode& node, const QString& path, XmlReturnHead& head, XmlItems& items)
{
    if (node.is("LearningProvider"_L1)) {
        if (const XmlNode* provider = node.child("UKPRN"_L1); provider && !provider->text.trimmed().isEmpty()) {
            const QString where = path + u"/UKPRN";
            head.own.push_back(xmlValue(u"UKPRN"_s, items.named(u"ILR_UKPRN"_s, u"ILR"_s, head.year), {where, u"UKPRN"_s, u"UKPRN"_s, provider->text, provider->line, nullptr}));
        }
        return;
    }
    const XmlNode* details = node.child("CollectionDetails"_L1);
    const auto year = yearOfHeader(details ? details->textOf("Year"_L1) : QString());
    if (!head.year)
        head.year = year;
    else if (year && *year != *head.year)
        head.warnings << Tr::tr("The file's first line says it is of %1, a later line says %2. The first was believed.")
                             .arg(head.year->text(), year->text());
    if (head.version.isEmpty() && year)
        head.version = u"ILR "_s + year->text();
}

// "9999999999" stands for a learner number that was not known, and is nobody's.
bool standsForNone(std::string_view text)
{
    return text == "9999999999";
}

int recognise(const QByteArray& text)
{
    if (!xmlHeadHas(text, "message"))
        return 0;
    if (text.contains("/ilr/19") || text.contains("/ilr/20"))
        return 95;
    return xmlHeadHas(text, "learnrefnumber") || (xmlHeadHas(text, "collection") && text.contains(">ilr<")) ? 90 : 0;
}

const XmlReturnRules& rules()
{
    static const XmlPupilNames names{.pupil = {"learner", "learnerdestinationandprogression"},
                                     .sections = {"header", "sourcefiles", "learningprovider"},
                                     .identityParents = {},
                                     .identityNames = {{"givennames", "forename"}, {"learnrefnumber", "ownnumber"}},
                                     .missing = standsForNone};
    static const XmlReturnRules ilr{.format = u"ilr-xml"_s,
                                    .collection = u"ILR"_s,
                                    .recognise = recognise,
                                    .names = &names,
                                    .parts = {{"LearningDelivery"_L1, {"LearnStartDate"_L1}},
                                              {"LearnerEmploymentStatus"_L1, {"DateEmpStatApp"_L1}},
                                              {"DPOutcome"_L1, {"OutStartDate"_L1}}},
                                    .root = readRoot,
                                    .section = readSection,
                                    .name = ilrName,
                                    .heading = ilrHeading,
                                    .published = ilrKnows};
    return ilr;
}

} // namespace

const Format& ilrXmlFormat()
{
    static const XmlFormat format(xmlReturn(rules()));
    return format;
}

} // namespace readers
