// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/census_xml.h"

#include "readers/census_xml_pupil.h"
#include "readers/xml_format.h"
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
        XmlMade made = censusPupil({*node, QString::fromUtf8(path)}, m_header, m_otherPeopleToo, items);
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

class CensusReading : public XmlReading {
public:
    CensusReading(bool otherPeopleToo, XmlItems& items) : m_otherPeopleToo(otherPeopleToo), m_items(items) {}

    XmlAside aside(const XmlPupilBytes& pupil) override
    {
        if (!m_maker || !m_maker->encodedAs(pupil.encoding))
            m_maker = std::make_shared<CensusMaker>(m_header, pupil.encoding, m_otherPeopleToo);
        return {m_maker, CensusMaker::packed(pupil)};
    }

    // A local authority sends one return for many settings: what was said of one holds for its own children alone.
    void outside(std::string_view name, const char** /*attributes*/) override
    {
        if (m_header.collection == u"SC" || (!xmlSame(name, "setting") && !xmlSame(name, "provider")))
            return;
        m_header.establishment.clear();
        m_maker.reset();
    }

    base::Result<XmlLeftOut> section(const XmlNode& node, const QString& /*path*/) override
    {
        m_maker.reset(); // the pupils that follow have another header
        if (node.is("Header"_L1)) {
            readCensusHeader(node, m_header);
        } else {
            if (m_header.collection != u"SC")
                m_header.establishment.clear();
            readCensusSchool(node, m_header);
        }
        return withoutOthers(node);
    }

    XmlMade pupil(const XmlPupil& pupil) override { return censusPupil(pupil, m_header, m_otherPeopleToo, m_items); }
    void tell(ReadDocument& document) const override { document.document.version = m_header.version; }

private:
    bool m_otherPeopleToo;
    std::shared_ptr<const CensusMaker> m_maker;
    XmlItems& m_items;
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

int recognise(const QByteArray& text)
{
    if (xmlHeadHas(text, "pupilsonroll") || xmlHeadHas(text, "pupilonroll") || xmlHeadHas(text, "pupilsnolongeronroll"))
        return 95;
    return collectionIn(text).isEmpty() ? 0 : 90;
}

const XmlPupilNames& names(const QByteArray& lowerHead)
{
    static const XmlPupilNames schools{.pupil = {"pupilonroll", "pupilnolongeronroll"},
                                       .sections = {"header", "school"},
                                       .identityParents = {"pupilidentifiers", "pupildetails", "identifiers"}};
    // Of the smaller returns even the names of the parts are known only from descriptions.
    static const XmlPupilNames others{
        .pupil = {"pupilonroll", "pupilnolongeronroll", "appupil", "eypupil", "pupil", "child"},
        .sections = {"header", "school", "settingdetails", "providerdetails"},
        .identityParents = {"pupilidentifiers", "pupildetails", "childidentifiers", "childdetails", "identifiers"}};
    const QString collection = collectionIn(lowerHead);
    return collection.isEmpty() || collection == u"SC" ? schools : others;
}

} // namespace

const Format& censusXmlFormat()
{
    static const XmlFormat format({.id = u"census-xml"_s,
                                   .notTriedOnRealFile = true,
                                   .recognise = recognise,
                                   .names = names,
                                   .reading = [](bool otherPeopleToo, XmlItems& items) {
                                       return std::make_unique<CensusReading>(otherPeopleToo, items);
                                   }});
    return format;
}

} // namespace readers
