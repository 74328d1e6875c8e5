// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/census_xml.h"

#include "readers/census_xml_pupil.h"
#include "readers/raw_sink.h"
#include "readers/source_intake.h"
#include "readers/xml_others.h"
#include "readers/xml_text.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

// Pupils of one return, set aside as delivered.
class CensusMaker : public Maker {
public:
    CensusMaker(CensusHeader header, QByteArray encoding, bool otherPeopleToo)
        : m_header(std::move(header)), m_encoding(std::move(encoding)), m_otherPeopleToo(otherPeopleToo)
    {
    }

    base::Result<void> make(QByteArrayView piece, const Take& take) const override
    {
        Head head{};
        std::memcpy(&head, piece.data(), sizeof head);
        const QByteArrayView path = piece.sliced(qsizetype(sizeof head), head.path);
        const auto node = xmlTree(piece.sliced(qsizetype(sizeof head) + head.path), m_encoding, head.from, head.line);
        if (!node)
            return tl::unexpected(node.error());
        XmlItems items; // of its own: threads share nothing
        CensusPupil made = censusPupil({*node, QString::fromUtf8(path), 0}, m_header, m_otherPeopleToo, items);
        for (record::Entry& entry : made.entries)
            BASE_TRY(take(std::move(entry)));
        return {};
    }

    static QByteArray packed(const XmlPupilBytes& pupil)
    {
        const QByteArray path = pupil.path.toUtf8();
        const Head head{pupil.from, pupil.line, static_cast<qint32>(path.size())};
        QByteArray piece;
        piece.reserve(qsizetype(sizeof head) + path.size() + pupil.bytes.size());
        piece.append(reinterpret_cast<const char*>(&head), sizeof head);
        return piece.append(path).append(pupil.bytes);
    }
    [[nodiscard]] bool encodedAs(const QByteArray& encoding) const { return m_encoding == encoding; }

private:
    struct Head {
        qint64 from;
        qint32 line;
        qint32 path;
    };
    CensusHeader m_header;
    QByteArray m_encoding;
    bool m_otherPeopleToo;
};

class CensusReading : public XmlPupilUser {
public:
    CensusReading(int part, const record::Selection& selection, Sink& sink, XmlItems& items, ReadDocument& document)
        : m_part(part), m_otherPeopleToo(selection.otherPeopleToo), m_sink(sink), m_raw(rawSink(sink, selection)), m_items(items),
          m_document(document)
    {
    }

    base::Result<bool> setAside(const XmlPupilBytes& pupil) override
    {
        if (!m_raw)
            return false;
        if (!m_maker || !m_maker->encodedAs(pupil.encoding))
            m_maker = std::make_shared<CensusMaker>(m_header, pupil.encoding, m_otherPeopleToo);
        ++m_document.entries;
        BASE_TRY(m_raw->raw(m_part, pupil.index, m_maker, CensusMaker::packed(pupil)));
        return true;
    }

    // A local authority sends one return for many settings: what was said of one holds for its own children alone.
    void outside(std::string_view name, const char** /*attributes*/) override
    {
        if (m_header.collection == u"SC" || (!xmlSame(name, "setting") && !xmlSame(name, "provider")))
            return;
        m_header.establishment.clear();
        m_maker.reset();
    }

    base::Result<std::vector<XmlCut>> section(const XmlNode& node, const QString& /*path*/) override
    {
        m_maker.reset(); // the pupils that follow have another header
        if (node.is("Header"_L1)) {
            readCensusHeader(node, m_header);
        } else {
            if (m_header.collection != u"SC")
                m_header.establishment.clear();
            readCensusSchool(node, m_header);
        }
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
    RawSink* m_raw;
    std::shared_ptr<const CensusMaker> m_maker;
    XmlItems& m_items;
    ReadDocument& m_document;
    UnknownElements m_unknown;
    CensusHeader m_header;
};

// What the first bytes say the return is; empty: nothing this reader knows.
QString collectionIn(const QByteArray& lowerHead)
{
    qsizetype at = lowerHead.indexOf("collection>");
    while (at > 0 && lowerHead[at - 1] != '<' && lowerHead[at - 1] != ':')
        at = lowerHead.indexOf("collection>", at + 1);
    if (at < 0)
        return {};
    const qsizetype from = at + qsizetype(sizeof "collection>") - 1;
    return censusCollection(QString::fromLatin1(lowerHead.mid(from, std::max<qsizetype>(0, lowerHead.indexOf('<', from) - from))).trimmed());
}

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
        return collectionIn(text).isEmpty() ? 0 : 90;
    }

    [[nodiscard]] base::Result<void> read(const Source& source, const std::vector<int>& parts,
                                          const record::Selection& selection, Sink& sink, ReadReport& report,
                                          const std::stop_token& stop, const base::Progress& progress) const override
    {
        static const XmlPupilNames schools{.pupil = {"pupilonroll", "pupilnolongeronroll"},
                                           .sections = {"header", "school"},
                                           .identityParents = {"pupilidentifiers", "pupildetails", "identifiers"}};
        // Of the smaller returns even the names of the parts are known only from descriptions.
        static const XmlPupilNames others{
            .pupil = {"pupilonroll", "pupilnolongeronroll", "appupil", "eypupil", "pupil", "child"},
            .sections = {"header", "school", "settingdetails", "providerdetails"},
            .identityParents = {"pupilidentifiers", "pupildetails", "childidentifiers", "childdetails", "identifiers"}};
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
            const auto head = headOf(one);
            if (!head)
                return tl::unexpected(head.error());
            const QString collection = collectionIn(xmlHead(*head));
            const XmlPupilNames& names = collection.isEmpty() || collection == u"SC" ? schools : others;
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
