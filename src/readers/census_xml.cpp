// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/census_xml.h"

#include "readers/census_xml_pupil.h"
#include "readers/xml_others.h"
#include "readers/xml_text.h"

using namespace Qt::StringLiterals;

namespace readers {

namespace {

class CensusReading : public XmlPupilUser {
public:
    CensusReading(int part, const record::Selection& selection, Sink& sink, XmlItems& items, ReadDocument& document)
        : m_part(part), m_otherPeopleToo(selection.otherPeopleToo), m_sink(sink), m_items(items), m_document(document)
    {
    }

    base::Result<std::vector<XmlCut>> section(const XmlNode& node, const QString& /*path*/) override
    {
        if (node.is("Header"_L1))
            readCensusHeader(node, m_header);
        else
            readCensusSchool(node, m_header);
        std::vector<XmlCut> cuts;
        std::vector<ReadDocument::NotTaken> notTaken;
        leaveOthersOut(node, cuts, notTaken);
        for (const ReadDocument::NotTaken& one : notTaken)
            addNotTaken(m_document, one.why, one.count);
        return cuts;
    }

    base::Result<std::vector<XmlCut>> pupil(const XmlPupil& pupil, qint64& entries) override
    {
        CensusPupil made = censusPupil(pupil, m_header, m_otherPeopleToo, m_items);
        for (record::Entry& entry : made.entries) {
            ++entries;
            ++m_document.entries;
            m_document.values += qint64(entry.values.size());
            BASE_TRY(m_sink.entry(m_part, pupil.index, std::move(entry)));
        }
        for (const ReadDocument::NotTaken& one : made.notTaken)
            addNotTaken(m_document, one.why, one.count);
        for (const XmlLeaf& leaf : made.unknown)
            m_unknown.add(m_document, leaf);
        return std::move(made.cuts);
    }

    [[nodiscard]] const CensusHeader& header() const { return m_header; }

private:
    int m_part;
    bool m_otherPeopleToo;
    Sink& m_sink;
    XmlItems& m_items;
    ReadDocument& m_document;
    UnknownElements m_unknown;
    CensusHeader m_header;
};

class CensusXml : public Format {
public:
    [[nodiscard]] QString id() const override { return u"census-xml"_s; }

    [[nodiscard]] int recognise(const SourcePart& /*part*/, QByteArrayView head) const override
    {
        const QByteArray text = xmlHead(head);
        if (text.isEmpty())
            return 0;
        if (xmlHeadHas(text, "pupilsonroll") || xmlHeadHas(text, "pupilonroll") ||
            xmlHeadHas(text, "pupilsnolongeronroll"))
            return 95;
        const bool details = xmlHeadHas(text, "collectiondetails") || xmlHeadHas(text, "collection");
        return details && (text.contains(">sc<") || text.contains(">schoolcensus<")) ? 90 : 0;
    }

    [[nodiscard]] base::Result<void> read(const Source& source, const std::vector<int>& parts,
                                          const record::Selection& selection, Sink& sink, ReadReport& report,
                                          const std::stop_token& stop, const base::Progress& progress) const override
    {
        static const XmlPupilNames names{.pupil = {"pupilonroll", "pupilnolongeronroll"},
                                         .sections = {"header", "school"},
                                         .identityParents = {"pupilidentifiers", "pupildetails", "identifiers"}};
        XmlPupilIndex pupils(report);
        XmlItems items;
        for (const int part : parts) {
            const SourcePart& one = source.parts[std::size_t(part)];
            ReadDocument document;
            document.document.name = one.name;
            document.document.container = one.container;
            document.document.format = id();
            document.document.reader = u"census-xml/1"_s;
            document.notTriedOnRealFile = true;
            CensusReading reading(part, selection, sink, items, document);
            BASE_TRY(readXmlPupils(*one.bytes, names, selection, reading, pupils, document, stop, progress));
            document.document.version = reading.header().version;
            report.documents.push_back(std::move(document));
        }
        return {};
    }
};

} // namespace

const Format& censusXmlFormat()
{
    static const CensusXml format;
    return format;
}

} // namespace readers
