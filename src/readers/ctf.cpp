// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/ctf.h"

#include "readers/ctf_pupil.h"
#include "readers/xml_format.h"
#include "readers/xml_text.h"

using namespace Qt::StringLiterals;

namespace readers {

namespace {

const XmlPupilNames& names(const QByteArray& /*lowerHead*/)
{
    static const XmlPupilNames all{.pupil = {"pupil", "applicant"},
                                   .sections = {"header", "ctfheader"},
                                   .identityParents = {"basicdetails", "pupildetails", "identifiers"}};
    return all;
}

class CtfReading : public XmlReading {
public:
    CtfReading(bool otherPeopleToo, XmlItems& items) : m_otherPeopleToo(otherPeopleToo), m_items(items) {}

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

    base::Result<XmlLeftOut> section(const XmlNode& node, const QString& /*path*/) override
    {
        const QString onRoot = m_header.version;
        m_header = ctfHeader(node);
        if (m_header.version.isEmpty())
            m_header.version = onRoot;
        return withoutOthers(node);
    }

    XmlMade pupil(const XmlPupil& pupil) override { return ctfPupil(pupil, m_header, m_otherPeopleToo, m_items); }
    void tell(ReadDocument& document) const override { document.document.version = m_header.version; }

private:
    bool m_otherPeopleToo;
    XmlItems& m_items;
    CtfHeader m_header;
};

int recognise(const QByteArray& text)
{
    const auto has = [&text](QByteArrayView name) { return xmlHeadHas(text, name); };
    if (has("ctfile") || has("ctfpupildata") || has("atfpupildata") || has("atfile"))
        return 95;
    if (text.contains("common transfer file") || text.contains("admissions data transfer file"))
        return 90;
    if (has("ctf") || has("ctfversion") || has("atfversion"))
        return 85;
    return has("stageassessments") ? 60 : 0;
}

} // namespace

const Format& ctfFormat()
{
    static const XmlFormat format({.id = u"ctf"_s, .recognise = recognise, .names = names, .reading = [](bool otherPeopleToo, XmlItems& items) {
                                       return std::make_unique<CtfReading>(otherPeopleToo, items);
                                   }});
    return format;
}

} // namespace readers
