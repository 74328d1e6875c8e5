// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_format.h"

#include "readers/source_intake.h"
#include "readers/xml_text.h"

namespace readers {

int XmlFormat::recognise(const SourcePart& /*part*/, QByteArrayView head) const
{
    const QByteArray text = xmlHead(head);
    return text.isEmpty() ? 0 : m_rules.recognise(text);
}

base::Result<void> XmlFormat::read(const Source& source, const std::vector<int>& parts, const record::Selection& selection, Sink& sink,
                                   ReadReport& report, const std::stop_token& stop, const base::Progress& progress) const
{
    XmlPass pass(source, sink, report, stop, progress);
    XmlItems items;
    for (const int part : parts) {
        const auto head = headOf(source.parts[std::size_t(part)]);
        if (!head)
            return tl::unexpected(head.error());
        const auto reading = m_rules.reading(selection.otherPeopleToo, items);
        auto document = pass.read(part, m_rules.id, m_rules.names(xmlHead(*head)), selection, *reading);
        if (!document)
            return tl::unexpected(document.error());
        document->notTriedOnRealFile = m_rules.notTriedOnRealFile;
        report.documents.push_back(std::move(*document));
    }
    return {};
}

} // namespace readers
