// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/ctf.h"

#include "readers/ctf_pupil.h"
#include "readers/xml_others.h"
#include "readers/xml_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

class CtfReading : public XmlPupilUser {
public:
    CtfReading(int part, const record::Selection& selection, Sink& sink, XmlItems& items, ReadDocument& document)
        : m_part(part), m_otherPeopleToo(selection.otherPeopleToo), m_sink(sink), m_items(items), m_document(document)
    {
    }

    // Dialects put the version on the root element.
    void outside(std::string_view name, const char** attributes) override
    {
        if (!xmlSame(name, "ctfile") && !xmlSame(name, "ctf") && !xmlSame(name, "atfile") && !xmlSame(name, "atf"))
            return;
        for (; *attributes; attributes += 2) {
            if (xmlSame(attributes[0], "version") || xmlSame(attributes[0], "ctfversion"))
                m_header.version = QString::fromUtf8(attributes[1]).trimmed();
        }
    }

    base::Result<std::vector<XmlCut>> section(const XmlNode& node, const QString& /*path*/) override
    {
        const QString onRoot = m_header.version;
        m_header = ctfHeader(node);
        if (m_header.version.isEmpty())
            m_header.version = onRoot;
        std::vector<XmlCut> cuts;
        leaveOthersOut(node, cuts, m_document.notTaken);
        return cuts;
    }

    base::Result<std::vector<XmlCut>> pupil(const XmlPupil& pupil, qint64& entries) override
    {
        CtfPupil made = ctfPupil(pupil, m_header, m_otherPeopleToo, m_items);
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

    [[nodiscard]] const CtfHeader& header() const { return m_header; }

private:
    int m_part;
    bool m_otherPeopleToo;
    Sink& m_sink;
    XmlItems& m_items;
    ReadDocument& m_document;
    UnknownElements m_unknown;
    CtfHeader m_header;
};

class Ctf : public Format {
public:
    [[nodiscard]] QString id() const override { return u"ctf"_s; }

    [[nodiscard]] int recognise(const SourcePart& /*part*/, QByteArrayView head) const override
    {
        const QByteArray text = xmlHead(head);
        if (text.isEmpty())
            return 0;
        const auto has = [&text](QByteArrayView name) { return xmlHeadHas(text, name); };
        if (has("ctfile") || has("ctfpupildata") || has("atfpupildata") || has("atfile"))
            return 95;
        if (text.contains("common transfer file") || text.contains("admissions data transfer file"))
            return 90;
        if (has("ctf") || has("ctfversion") || has("atfversion"))
            return 85;
        return has("stageassessments") ? 60 : 0;
    }

    [[nodiscard]] base::Result<void> read(const Source& source, const std::vector<int>& parts,
                                          const record::Selection& selection, Sink& sink, ReadReport& report,
                                          const std::stop_token& stop, const base::Progress& progress) const override
    {
        static const XmlPupilNames names{.pupil = {"pupil", "applicant"},
                                         .sections = {"header", "ctfheader"},
                                         .identityParents = {"basicdetails", "pupildetails", "identifiers"}};
        XmlPupilIndex pupils(report);
        XmlItems items;
        for (const int part : parts) {
            const SourcePart& one = source.parts[std::size_t(part)];
            ReadDocument document;
            document.document.name = one.name;
            document.document.container = one.container;
            document.document.format = id();
            document.document.reader = u"ctf/1"_s;
            CtfReading reading(part, selection, sink, items, document);
            BASE_TRY(readXmlPupils(*one.bytes, names, selection, reading, pupils, document, stop, progress));
            document.document.version = reading.header().version;
            report.documents.push_back(std::move(document));
        }
        return {};
    }
};

} // namespace

const Format& ctfFormat()
{
    static const Ctf format;
    return format;
}

} // namespace readers
