// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_kept.h"

#include <algorithm>

namespace readers {

namespace {

bool isBlank(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace

// Writes the marker of a finished run.
void XmlKept::mark()
{
    if (m_run == 0)
        return;
    const QByteArray marker = "<!--[withheld: " + QByteArray::number(m_run) + " bytes, " + m_why + "]-->";
    m_kept += inEncoding(marker, m_stream.encoding());
    m_withheld += m_run;
    m_run = 0;
}

// Decides about what stood between the last decided byte and `to`.
void XmlKept::bridge(qint64 to)
{
    if (to <= m_at)
        return;
    const QByteArrayView between = m_stream.delivered(m_at, to);
    if (isBlank(between)) {
        mark();
        m_kept += between;
    } else {
        if (m_run > 0 && m_why != "remarks")
            mark();
        m_why = "remarks";
        m_run += to - m_at;
    }
    m_at = to;
}

void XmlKept::keep(qint64 from, qint64 to, const std::vector<XmlCut>& cuts)
{
    bridge(from);
    for (const XmlCut& cut : cuts) {
        mark();
        m_kept += m_stream.delivered(m_at, cut.from);
        m_at = cut.from;
        withhold(cut.from, cut.to, cut.why);
    }
    mark();
    m_kept += m_stream.delivered(m_at, to);
    m_at = to;
}

void XmlKept::withhold(qint64 from, qint64 to, const QByteArray& why)
{
    // One marker for a run of pupils: the blanks between them are part of it.
    if (m_run > 0 && m_why == why && isBlank(m_stream.delivered(m_at, from))) {
        m_run += to - m_at;
        m_at = to;
        return;
    }
    bridge(from);
    mark();
    m_why = why;
    m_run = to - from;
    m_at = to;
}

QByteArray XmlKept::finish()
{
    bridge(m_stream.size());
    mark();
    return std::move(m_kept);
}

} // namespace readers
